import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TableView, type Head, type Line } from "./table-view";

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
  /** Boxes for acting on several rows; the table must stand in a form, or `form` names one beside it. Null = this row may not be chosen. */
  select?: { name: string; form?: string; value: (row: Row) => string | null; label: (row: Row) => string };
  /** What the totals cover, in the first column. */
  totalLabel?: string;
  /** Comparing tables stay tables on phones and scroll in their own region; lists of records become blocks. */
  phone?: "list" | "table";
  empty?: ReactNode;
};

/** First column is the name of the row and should hold its link. Figures right, everything else left, rules between rows only. */
export function DataTable<Row>({ caption, captionShown, columns, rows, rowKey, current, select, totalLabel, phone = columns.length > 3 ? "list" : "table", empty }: Props<Row>) {
  const t = useTranslations("ui.table");
  if (rows.length === 0 && empty) return <>{empty}</>;
  const heads = columns.map(({ key, label, align, sortHref, sorted, phone: card, total, className }): Head => ({
    key, label, ...(align ? { figure: 1 } : {}), ...(card ? { card } : {}), ...(className ? { className } : {}), ...(total === undefined ? {} : { total }),
    ...(sortHref ? { sort: { href: sortHref, word: sorted ? t(sorted) : "\u2195", ...(sorted ? { sorted } : {}) } } : {}),
  }));
  const boxOf = (row: Row) => {
    const value = select?.value(row) ?? null;
    return select && value !== null ? { box: { value, label: t("select", { name: select.label(row) }) } } : {};
  };
  const lines = rows.map((row): Line => ({ key: rowKey(row), cells: { ...columns.map((column) => column.cell(row) ?? null) }, ...(current?.(row) ? { current: 1 } : {}), ...boxOf(row) }));
  return (
    <TableView caption={caption} captionShown={captionShown} scroll={t("scroll", { caption })} heads={heads} lines={lines} totalLabel={totalLabel} phone={phone}
      select={select ? { name: select.name, form: select.form, label: t("select", { name: "" }) } : undefined} />
  );
}
