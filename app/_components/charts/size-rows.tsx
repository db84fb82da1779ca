"use client";

import { barMarkup } from "./bar";
import { cell, rowMarkup } from "./row";

/** `countBar` and `amountBar` are 0–1 of the longest of their kind. */
type SizeWords = { label: string; count: string; countBar: number; amount: string; amountBar: number; href?: string; spoken?: string };
type Props = { rows: readonly SizeWords[]; heads: { label: string; count: string; amount: string } };

/** What `SizeClasses` draws. */
export function SizeRows({ rows, heads }: Props) {
  const columns = "grid items-center gap-x-3 gap-y-0.5 grid-cols-[minmax(2rem,1fr)_3.5rem_minmax(2rem,1fr)_3.5rem] @md:grid-cols-[7rem_minmax(2rem,1fr)_3.5rem_minmax(2rem,1fr)_3.5rem]";
  const drawn = rows.map((row) => rowMarkup(columns, row,
    cell("col-span-full @md:col-span-1", row.label), barMarkup({ share: row.countBar, color: "var(--ink-3)" }), cell("figures", row.count), barMarkup({ share: row.amountBar }), cell("figures font-semibold", row.amount),
  )).join("");
  return (
    <div role="group" className="text-dense no-autospace">
      <p aria-hidden className={`${columns} pb-1 text-note text-ink-3`}>
        <span className="hidden @md:block">{heads.label}</span>
        <span className="figures col-span-2">{heads.count}</span>
        <span className="figures col-span-2">{heads.amount}</span>
      </p>
      <ul dangerouslySetInnerHTML={{ __html: drawn }} />
    </div>
  );
}
