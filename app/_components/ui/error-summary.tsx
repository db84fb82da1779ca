"use client";

import { useEffect, useRef } from "react";
import { Glyph } from "./glyph";

export type FieldError = { field: string; message: string };

/**
 * On top of a form that came back: takes the focus, marks the page title, links to the fields with the same sentences.
 * Give it a `key` that changes with each attempt, so that it takes the focus again.
 */
export function ErrorSummary({ errors, title, prefix }: { errors: readonly FieldError[]; title: string; prefix: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length === 0) return;
    box.current?.focus();
    if (!document.title.startsWith(prefix)) document.title = prefix + document.title;
  }, [errors, prefix]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="mb-6 rounded-panel border-2 border-bad bg-surface p-5">
      <h2 className="flex items-center gap-2 text-h3 text-bad">
        <Glyph name="bad" />
        {title.replace("{count}", String(errors.length))}
      </h2>
      <ul className="mt-2 grid gap-1.5">
        {errors.map((error) => (
          <li key={error.field + error.message}>
            <a href={`#${error.field}`} className="font-semibold text-bad underline underline-offset-4">
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
