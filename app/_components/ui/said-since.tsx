"use client";

import { createContext, useContext, useEffect } from "react";
import { Glyph } from "./glyph";

/** Of a form that saves by itself: what the last save said, by the name of the field. */
export const saidSince = createContext<Record<string, string>>({});

/** Stands where a field's error stands that came with the page. */
export function SaidSince({ id }: { id: string }) {
  const sentence = useContext(saidSince)[id];
  useEffect(() => {
    const box = sentence ? document.getElementById(id) : null;
    if (!box) return;
    const described = box.getAttribute("aria-describedby");
    box.setAttribute("aria-invalid", "true");
    box.setAttribute("aria-describedby", [described, `${id}-said`].filter(Boolean).join(" "));
    return () => {
      box.removeAttribute("aria-invalid");
      if (described) box.setAttribute("aria-describedby", described);
      else box.removeAttribute("aria-describedby");
    };
  }, [id, sentence]);
  return sentence ? (
    <p id={`${id}-said`} className="flex gap-1.5 text-dense font-semibold text-bad">
      <Glyph name="bad" className="mt-0.5 size-[1.2em]" />
      {sentence}
    </p>
  ) : null;
}
