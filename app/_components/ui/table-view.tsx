"use client";

import Link from "@/app/_components/ui/link";
import type { ReactNode } from "react";

export type Head = { key: string; label: ReactNode; figure?: 1 | undefined; card?: string | undefined; className?: string | undefined; total?: ReactNode; sort?: { href: string; word: string; sorted?: "ascending" | "descending" | undefined } | undefined };
/** `cells` by the place of their column: a list of elements would have to carry keys on its way to the browser. */
export type Line = { key: string; cells: Readonly<Record<number, ReactNode>>; current?: 1; box?: { value: string; label: string } };
type Props = {
  caption: string;
  captionShown?: boolean | undefined;
  scroll: string;
  heads: readonly Head[];
  lines: readonly Line[];
  /** Name of the boxes, their form where it is none around the table, and what stands over them. */
  select?: { name: string; form?: string | undefined; label: string } | undefined;
  totalLabel?: string | undefined;
  phone: "list" | "table";
};

const sortWord = "text-note font-normal text-ink-3";

/** What `DataTable` draws. It runs in the browser, too, so that a page sends what stands in the cells and not the cells. */
export function TableView({ caption, captionShown, scroll, heads, lines, select, totalLabel, phone }: Props) {
  // As blocks the parts of a table lose what they are, and their heads; where it stays a table, its own elements say it.
  const list = phone === "list";
  const role = (name: string) => (list ? name : undefined);
  const labelOf = (label: ReactNode) => (list && typeof label === "string" ? label : undefined);
  const totals = heads.some((head) => head.total !== undefined);
  const cards = heads.map(({ label, figure, card, className }) => ({
    className: [figure ? "figures" : "", className].filter(Boolean).join(" ") || undefined,
    "data-card": card, "data-label": labelOf(label),
  }));
  return (
    <div role="region" aria-label={scroll} tabIndex={0} className="data-table relative overflow-x-auto rounded-panel border border-line bg-surface" data-phone={phone}>
      <table role={role("table")} className="w-full border-collapse text-dense">
        <caption className={captionShown ? "p-3 text-left text-h3 font-semibold" : "sr-only"}>{caption}</caption>
        <thead role={role("rowgroup")}>
          <tr role={role("row")}>
            {select ? <th role={role("columnheader")} className="w-8"><span className="sr-only">{select.label}</span></th> : null}
            {heads.map(({ key, label, sort }, index) => (
              <th key={key} role={role("columnheader")} scope="col" aria-sort={sort?.sorted} className={cards[index]?.className}>
                {sort ? (
                  <Link href={sort.href} scroll={false} className="inline-flex items-center gap-1 text-ink hover:text-accent print:inline">
                    {label}
                    {/* A sheet says how it is sorted, not how it could be. */}
                    <span className={sort.sorted ? sortWord : `${sortWord} print:hidden`}>{sort.word}</span>
                  </Link>
                ) : label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={role("rowgroup")}>
          {lines.map((line) => (
            <tr key={line.key} role={role("row")} data-current={line.current ? true : undefined}>
              {select ? (
                <td role={role("cell")} className="w-8">
                  {line.box ? <input type="checkbox" name={select.name} form={select.form} value={line.box.value} aria-label={line.box.label} className="size-[1.125rem] accent-accent" /> : null}
                </td>
              ) : null}
              {heads.map(({ key }, index) => (index === 0
                ? <th key={key} role={role("rowheader")} scope="row" {...cards[index]}>{line.cells[index]}</th>
                : <td key={key} role={role("cell")} {...cards[index]}>{line.cells[index]}</td>))}
            </tr>
          ))}
        </tbody>
        {totals ? (
          <tfoot role={role("rowgroup")}>
            <tr role={role("row")}>
              {select ? <td role={role("cell")} /> : null}
              {heads.map(({ key, label, figure, total }, index) => (
                <td key={key} role={role("cell")} data-label={index > 0 ? labelOf(label) : undefined} className={figure ? "figures" : undefined}>{index === 0 ? totalLabel : total}</td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}
