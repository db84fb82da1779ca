"use client";

import { barMarkup } from "./bar";
import { draw } from "./markup";
import { cell, rowMarkup } from "./row";

/** `bar` is 0–1 of the longest; null where nothing was reported, then `absent` says so. */
export type BarWords = { label: string; bar: number | null; absent?: string; amount: string; share: string; change?: string; href?: string; spoken?: string; color?: string; outline?: string };
type Props = { rows: readonly BarWords[]; unit: string; shareHead?: string | undefined; changeHead?: string | undefined };

/** What `HorizontalBars` draws. It runs in the browser, too, so that a page sends the words and lengths of its bars and no markup twice. */
export function BarRows({ rows, unit, shareHead, changeHead }: Props) {
  const wide = changeHead ? "@md:grid-cols-[6.125rem_minmax(3rem,1fr)_4rem_3.5em_5.25rem]" : "@md:grid-cols-[6.125rem_minmax(3rem,1fr)_4rem_3.0625rem]";
  const columns = `grid items-center gap-x-3 gap-y-0.5 grid-cols-[minmax(0,1fr)_4rem_3.0625rem] ${wide}`;
  const drawn = rows.map((row) => rowMarkup(columns, row,
    cell("min-w-0", row.label),
    draw("span", { class: "order-last col-span-full @md:order-none @md:col-span-1" }, row.bar === null ? cell("text-note text-ink-3", row.absent ?? "") : barMarkup({ share: row.bar, color: row.color, outline: row.outline })),
    cell("figures font-semibold", row.amount),
    cell("figures text-ink-2", row.share),
    changeHead ? cell("figures hidden text-note text-ink-2 @md:block", row.change ?? "") : "",
  )).join("");
  return (
    <div role="group" className="@container text-dense no-autospace">
      <div aria-hidden className={`${columns} pb-1 text-note text-ink-3`}>
        <span />
        <span className="hidden @md:block" />
        <span className="figures">{unit}</span>
        <span className="figures">{shareHead}</span>
        {changeHead ? <span className="figures hidden @md:block">{changeHead}</span> : null}
      </div>
      <ul dangerouslySetInnerHTML={{ __html: drawn }} />
    </div>
  );
}
