import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FigureFrame } from "./figure-frame";
import { madeOnce } from "./made-once";
import { packTable, type ChartTable } from "./pack-table";

type Props = {
  /** The finding, one sentence of at most 30 characters. */
  title: string;
  /** Measure, scope, period, unit. */
  subtitle: string;
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
export function ChartFrame({ source, asOf, table, level = "h2", ...frame }: Props) {
  const t = useTranslations("ui.chart");
  const origin = [...(source ? [`${t("source")}\u3000${source}`] : []), ...(asOf ? [t("asOf", { time: asOf })] : [])];
  return <FigureFrame {...frame} table={madeOnce(table, "packed", () => packTable(table, frame.subtitle))} origin={origin} tableWord={t("table")} level={level} />;
}
