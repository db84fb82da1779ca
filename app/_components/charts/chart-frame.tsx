import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Details } from "@/app/_components/ui/details";

export type ChartTable = {
  columns: readonly { label: string; figure?: boolean }[];
  /** First cell is the row's head; absences in words, links where rows lie behind. */
  rows: readonly (readonly ReactNode[])[];
  total?: readonly ReactNode[];
};

type Props = {
  /** The finding, one sentence of at most 30 characters. */
  title: string;
  /** Measure, scope, period, unit. */
  subtitle: string;
  /** Spoken summary of the drawing. */
  summary: string;
  note?: ReactNode;
  source?: string;
  /** Date and time of the data, as text. */
  asOf?: string;
  table: ChartTable;
  /** Whether the table is printed too: only where it says more than the drawing and its figures. */
  printTable?: boolean;
  /** Download and so on. */
  actions?: ReactNode;
  /** Heading level in the page. */
  level?: "h2" | "h3";
  children: ReactNode;
};

/** Every chart stands in this frame; the same rows are always in the page as a table. */
export function ChartFrame({ title, subtitle, summary, note, source, asOf, table, printTable, actions, level: Heading = "h2", children }: Props) {
  const t = useTranslations("ui.chart");
  return (
    <figure className="panel @container grid content-start gap-3 print:gap-1.5" aria-label={summary}>
      <figcaption>
        <Heading className="text-h3">{title}</Heading>
        <p className="text-note text-ink-2">{subtitle}</p>
      </figcaption>
      <div>{children}</div>
      <div className="grid gap-1 text-note text-ink-3">
        {note ? <p>{note}</p> : null}
        {source || asOf ? (
          <p className="screen-only flex flex-wrap gap-x-4">
            {source ? <span>{`${t("source")}\u3000${source}`}</span> : null}
            {asOf ? <span>{t("asOf", { time: asOf })}</span> : null}
          </p>
        ) : null}
        <div className="flex flex-wrap items-baseline gap-x-4">
          <Details className={`min-w-0 flex-1 ${printTable ? "" : "screen-only"}`}>
            <summary className="screen-only inline-flex min-h-8 items-center text-accent">{t("table")}</summary>
            <FrameTable table={table} caption={subtitle} />
          </Details>
          {actions}
        </div>
      </div>
    </figure>
  );
}

function FrameTable({ table, caption }: { table: ChartTable; caption: string }) {
  const side = (index: number) => (table.columns[index]?.figure ? "figures" : "text-left");
  return (
    <div role="region" aria-label={caption} tabIndex={0} className="data-table overflow-x-auto" data-phone="table">
      <table className="w-full border-collapse text-note text-ink">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>{table.columns.map((column, index) => <th key={column.label} scope="col" className={side(index)}>{column.label}</th>)}</tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, index) => (index === 0 ? <th key={index} scope="row" className="text-left">{cell}</th> : <td key={index} className={side(index)}>{cell}</td>))}
            </tr>
          ))}
        </tbody>
        {table.total ? (
          <tfoot>
            <tr>{table.total.map((cell, index) => <td key={index} className={side(index)}>{cell}</td>)}</tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}
