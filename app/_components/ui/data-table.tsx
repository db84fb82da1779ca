import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type Column<Row> = {
  key: string;
  /** Holds the unit of a figure column. */
  label: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: "figure";
  /** Address that sorts by this column; `sorted` = how it is sorted now. */
  sortHref?: string;
  sorted?: "ascending" | "descending";
  /** Where it stands in a phone's card: a card is name, chips, two facts and one figure; what is `hidden` there stands in the record (look 5.3). */
  phone?: "chip" | "fact" | "figure" | "hidden";
  /** Total below this column. */
  total?: ReactNode;
  className?: string;
};

type Props<Row> = {
  caption: string;
  captionShown?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Row that is open or chosen now. */
  current?: (row: Row) => boolean;
  /** Boxes for acting on several rows; the table must stand in a form. Null = this row may not be chosen. */
  select?: { name: string; value: (row: Row) => string | null; label: (row: Row) => string };
  /** What the totals cover, in the first column. */
  totalLabel?: string;
  /** Comparing tables stay tables on phones and scroll in their own region; lists of records become blocks. */
  phone?: "list" | "table";
  empty?: ReactNode;
};

/** First column is the name of the row and should hold its link. Figures right, everything else left, rules between rows only. */
export function DataTable<Row>({ caption, captionShown, columns, rows, rowKey, current, select, totalLabel, phone = columns.length > 3 ? "list" : "table", empty }: Props<Row>) {
  const t = useTranslations("ui.table");
  const totals = columns.some((column) => column.total !== undefined);
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <div role="region" aria-label={t("scroll", { caption })} tabIndex={0} className="data-table overflow-x-auto rounded-panel border border-line bg-surface" data-phone={phone}>
      <table role="table" className="w-full border-collapse text-dense">
        <caption className={captionShown ? "p-3 text-left text-h3 font-semibold" : "sr-only"}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {select ? <th role="columnheader" className="w-8"><span className="sr-only">{t("select", { name: "" })}</span></th> : null}
            {columns.map((column) => (
              <th key={column.key} role="columnheader" scope="col" aria-sort={column.sorted} className={`${column.align === "figure" ? "figures" : "text-left"} ${column.className ?? ""}`}>
                {column.sortHref ? (
                  <Link href={column.sortHref} scroll={false} className="inline-flex items-center gap-1 text-ink hover:text-accent">
                    {column.label}
                    <span className="text-note font-normal text-ink-3">{column.sorted ? t(column.sorted) : "\u2195"}</span>
                  </Link>
                ) : (
                  column.label
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row" data-current={current?.(row) || undefined}>
              {select ? <SelectCell row={row} select={select} label={t("select", { name: select.label(row) })} /> : null}
              {columns.map((column, index) => {
                const props = {
                  className: `${column.align === "figure" ? "figures" : "text-left"} ${column.className ?? ""}`,
                  "data-card": column.phone,
                  "data-label": typeof column.label === "string" ? column.label : undefined,
                };
                return index === 0 ? (
                  <th key={column.key} role="rowheader" scope="row" {...props}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} role="cell" {...props}>
                    {column.cell(row)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        {totals ? (
          <tfoot role="rowgroup">
            <tr role="row">
              {select ? <td role="cell" /> : null}
              {columns.map((column, index) => (
                <td key={column.key} role="cell" data-label={index > 0 && typeof column.label === "string" ? column.label : undefined} className={column.align === "figure" ? "figures" : ""}>
                  {index === 0 ? totalLabel : column.total}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

function SelectCell<Row>({ row, select, label }: { row: Row; select: NonNullable<Props<Row>["select"]>; label: string }) {
  const value = select.value(row);
  return (
    <td role="cell" className="w-8">
      {value === null ? null : <input type="checkbox" name={select.name} value={value} aria-label={label} className="size-[1.125rem] accent-accent" />}
    </td>
  );
}
