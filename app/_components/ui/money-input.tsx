"use client";

import { useState } from "react";
import { capitalMoney, formatExact, parseMoney, unitWord } from "@/lib/core/money";
import type { MoneyUnit } from "@/lib/core/money";
import { describedBy, Field } from "./field";
import type { FieldTexts } from "./field";

type Props = FieldTexts & {
  name: string;
  id?: string;
  unit: MoneyUnit;
  /** Text as typed before, or the figure in this unit (`formatAmount`). */
  defaultValue?: string;
  /** Sentence when the written unit contradicts the field's; `{written}` is replaced. Catalog: ui.money.doubt */
  doubt: string;
  disabled?: boolean;
};

/** Sends the typed text; the server reads it with the same `parseMoney`. The line below echoes it to the fen and in capitals. */
export function MoneyInput({ name, id = name, unit, defaultValue = "", doubt, disabled, ...texts }: Props) {
  const [text, setText] = useState(defaultValue);
  const parsed = parseMoney(text, unit);
  return (
    <Field id={id} {...texts}>
      <span className="flex items-center gap-2">
        <input
          id={id}
          name={name}
          inputMode="decimal"
          autoComplete="off"
          disabled={disabled}
          defaultValue={defaultValue}
          onChange={(event) => setText(event.currentTarget.value)}
          className="control w-full max-w-[12em] text-right"
          {...describedBy(id, texts)}
        />
        <span className="shrink-0 text-ui text-ink-2">{unitWord(unit)}</span>
      </span>
      <output htmlFor={id} className="min-h-[1.5em] text-dense text-ink-2">
        {parsed.status === "ok" && text.trim() !== "" ? `= ${formatExact(parsed.fen)}\u3000${capitalMoney(parsed.fen)}` : ""}
        {parsed.status === "doubt" ? <span className="text-warn">{doubt.replace("{written}", parsed.written)}</span> : ""}
      </output>
    </Field>
  );
}
