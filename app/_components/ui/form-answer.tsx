"use client";

import { useEffect, useRef } from "react";
import { Glyph } from "./glyph";
import type { FormState } from "./form-state";

/** The error summary with links to the fields, or the one sentence about the whole form. Takes the focus when it appears. */
export function FormAnswer({ state, summaryTitle }: { state: FormState; summaryTitle?: string }) {
  const box = useRef<HTMLDivElement>(null);
  const problems = Object.entries(state.problems ?? {});
  const failed = state.ok === false;
  const heading = summaryTitle ?? state.summary;

  useEffect(() => {
    if (!failed) return;
    box.current?.focus();
    const prefix = state.titlePrefix;
    if (!prefix) return;
    if (!document.title.startsWith(prefix)) document.title = prefix + document.title;
    // Answered, left, or its dialog closed: the page is not wrong any more.
    const clean = () => { if (document.title.startsWith(prefix)) document.title = document.title.slice(prefix.length); };
    const dialog = box.current?.closest("dialog");
    dialog?.addEventListener("close", clean, { once: true });
    return () => {
      dialog?.removeEventListener("close", clean);
      clean();
    };
  }, [state, failed]);

  if (state.ok && state.message) {
    return <p role="status" className="border-l-4 border-ok-line bg-ok-soft px-4 py-2.5 text-ui text-ok">{state.message}</p>;
  }
  if (!failed) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className="border-2 border-bad px-4 py-3 text-ui">
      {problems.length > 0 && heading ? <p className="font-semibold text-bad">{heading}</p> : null}
      {state.message ? (
        <p className="flex gap-2 text-bad">
          <Glyph name="bad" className="mt-0.5 size-[1.2em]" />
          <span>
            {state.message}
            {state.link ? <a href={state.link.href} target="_blank" rel="noopener" className="ml-2 underline">{state.link.label}</a> : null}
          </span>
        </p>
      ) : null}
      {problems.length > 0 ? (
        <ul className="mt-1.5 grid gap-1">
          {problems.map(([path, sentence]) => (
            <li key={path}>
              <a href={`#${path}`} className="text-bad underline" onClick={(event) => focusField(event, path)}>{sentence}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** Controls carry their field path as id; a problem inside a list may belong to the group around it. */
function focusField(event: React.MouseEvent, path: string): void {
  const parts = path.split(".");
  for (let length = parts.length; length > 0; length--) {
    const name = parts.slice(0, length).join(".");
    const selector = CSS.escape(name);
    // A choice of several sends its name with brackets; where ids have a beginning of their own, the name finds it.
    const field = event.currentTarget.closest("form")?.querySelector(`[id="${selector}"], [name="${selector}"], [name="${selector}[]"]`) ?? document.getElementById(name);
    if (!(field instanceof HTMLElement)) continue;
    event.preventDefault();
    // Its question was put off after the answer.
    field.closest<HTMLDialogElement>("dialog:not([open])")?.showModal();
    field.focus();
    field.scrollIntoView({ block: "center" });
    return;
  }
}
