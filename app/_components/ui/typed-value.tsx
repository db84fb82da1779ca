"use client";

import { useEffect, useRef, useState } from "react";
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
  const [text, setText] = useState("");
  useEffect(() => {
    // Looked for by its name: a field whose id is `elements` would hide the form's own list.
    const form = place.current?.closest("form");
    const read = () => setText(form?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value.normalize("NFKC").trim() ?? "");
    read();
    form?.addEventListener("input", read);
    return () => form?.removeEventListener("input", read);
  }, [name]);
  const money = unit ? parseMoney(text, unit) : null;
  const shown = money?.status === "ok" ? formatExact(money.fen) + (capital ? `\uff08${capitalMoney(money.fen)}\uff09` : "") : text;
  return <b ref={place} className="font-semibold text-ink">{shown || "\u2014"}</b>;
}
