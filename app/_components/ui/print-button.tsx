"use client";

import { useState } from "react";
import { buttonClass } from "./button-look";
import { Glyph } from "./glyph";

/** Copies a number or a code as it is stored, without the gaps it is shown with. */
export function CopyButton({ text, label, done }: { text: string; label: string; done: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <button
      type="button"
      className={buttonClass("text", "text-dense")}
      onClick={async () => {
        await navigator.clipboard.writeText(text);
        setCopied(true);
        setTimeout(() => setCopied(false), 3_000);
      }}
    >
      <Glyph name={copied ? "check" : "copy"} />
      <span aria-live="polite">{copied ? done : label}</span>
    </button>
  );
}

export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" className={buttonClass("text")} onClick={() => window.print()}>
      <Glyph name="print" />
      {label}
    </button>
  );
}
