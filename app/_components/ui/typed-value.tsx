"use client";

import { useEffect, useEffectEvent, useRef, useState, type RefObject } from "react";
import { capitalMoney, formatExact, parseMoney } from "@/lib/core/money";
import type { MoneyUnit } from "@/lib/core/money";

type Props = {
  /** Field of the form around it. */
  name: string;
  /** Of a money field; without it the text is shown as typed. */
  unit?: MoneyUnit;
  capital?: boolean;
};

/** What stands in a field now, for the question of a dialog: one confirms what one has typed, not what was proposed. */
export function TypedValue({ name, unit, capital }: Props) {
  const place = useRef<HTMLElement>(null);
  const text = useTyped(place, (form) => valueIn(form, name));
  const money = unit ? parseMoney(text, unit) : null;
  const shown = money?.status === "ok" ? formatExact(money.fen) + (capital ? `\uff08${capitalMoney(money.fen)}\uff09` : "") : text;
  return <b ref={place} className="font-semibold text-ink">{shown || "\u2014"}</b>;
}

/** A text made of what stands in the form around `place`, now and after every letter. */
export function useTyped(place: RefObject<HTMLElement | null>, read: (form: HTMLFormElement) => string): string {
  const [text, setText] = useState("");
  const reads = useEffectEvent((form: HTMLFormElement) => setText(read(form)));
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const again = () => reads(form);
    again();
    // A press may have taken a line away, or asks the question once more.
    for (const event of ["input", "click"]) form.addEventListener(event, again);
    return () => {
      for (const event of ["input", "click"]) form.removeEventListener(event, again);
    };
  }, [place]);
  return text;
}

/** Looked for by its name: a field whose id is `elements` would hide the form's own list. */
export function valueIn(form: HTMLFormElement, name: string): string {
  return form.querySelector<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)?.value.normalize("NFKC").trim() ?? "";
}
