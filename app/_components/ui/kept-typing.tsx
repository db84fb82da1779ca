"use client";

import { useEffect, useRef, useState } from "react";
import { buttonClass } from "./button-look";
import { done } from "./form-core";
import { copyKey, formOfCopy, keepCopy } from "./typed-copy";

type Props = {
  person: string;
  /** What is typed about, and in which of its forms. */
  record: string;
  words: { restored: string; discard: string };
};

/**
 * For a form in which much is typed before it is sent: until then a copy stays in this browser and is put back when the page opens, however it
 * was left. Stands inside its ActForm.
 */
export function KeptTyping({ person, record, words }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [back, setBack] = useState(false);
  const key = copyKey(person, record);

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const copy = localStorage.getItem(key);
    if (copy && putBack(form, formOfCopy(copy))) setBack(true);
    const keep = () => keepCopy(key, typedOf(form));
    const forget = (event: Event) => {
      if ((event as CustomEvent).detail !== form) return;
      localStorage.removeItem(key);
      setBack(false);
    };
    form.addEventListener("input", keep);
    window.addEventListener(done, forget);
    return () => {
      form.removeEventListener("input", keep);
      window.removeEventListener(done, forget);
    };
  }, [key]);

  function discard() {
    localStorage.removeItem(key);
    // The fields begin again with what the page brings, and so does what stands beside them.
    window.location.reload();
  }

  return (
    <div ref={place} className={back ? "" : "hidden"}>
      {back ? (
        <div role="status" className="flex flex-wrap items-center gap-3 border-l-4 border-warn-line bg-warn-soft p-3 text-dense text-warn">
          <span>{words.restored}</span>
          <button type="button" className={buttonClass("text")} onClick={discard}>{words.discard}</button>
        </div>
      ) : null}
    </div>
  );
}

/** What a person types or chooses; nothing that the page itself sends along. */
function typedOf(form: HTMLFormElement): FormData {
  const data = new FormData(form);
  for (const name of [...data.keys()]) if (name.startsWith("_") || form.querySelector(`input[type="hidden"][name="${CSS.escape(name)}"]`)) data.delete(name);
  return data;
}

/** True when a box says something else than the page brought. Set as a hand would set it: what counts or spells out beside a box hears of it. */
function putBack(form: HTMLFormElement, copy: FormData): boolean {
  let different = false;
  for (const [name, value] of copy) {
    if (typeof value !== "string") continue;
    const box = form.querySelector(`[name="${CSS.escape(name)}"]`);
    const kind = box instanceof HTMLInputElement ? HTMLInputElement : box instanceof HTMLTextAreaElement ? HTMLTextAreaElement : box instanceof HTMLSelectElement ? HTMLSelectElement : null;
    if (!box || !kind || (box as HTMLInputElement).value === value || ["radio", "checkbox", "file"].includes((box as HTMLInputElement).type)) continue;
    // The page's own setter, past the one that React has put before it.
    Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(box, value);
    box.dispatchEvent(new Event(kind === HTMLSelectElement ? "change" : "input", { bubbles: true }));
    different = true;
    for (let fold = box.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  }
  return different;
}
