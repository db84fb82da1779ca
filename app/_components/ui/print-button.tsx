"use client";

import { buttonClass } from "./button-look";
import { Glyph } from "./glyph";

export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" className={buttonClass("text")} onClick={() => window.print()}>
      <Glyph name="print" />
      {label}
    </button>
  );
}
