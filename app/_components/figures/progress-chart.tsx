import { getTranslations } from "next-intl/server";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { CumulativeChart } from "@/app/_components/charts/cumulative-chart";
import { madeOnce } from "@/app/_components/charts/made-once";
import { addDays, formatDate, type PlainDate } from "@/lib/core/dates";
import { formatPercent } from "@/lib/core/figures";
import { formatAmount, formatMoney } from "@/lib/core/money";
import type { Filter } from "@/lib/indicators/filter";
import { drawnUnit } from "./drawn-unit";
import { scopeName, type FigureWords } from "./part-names";
import { cellDown } from "./way-down";

type Props = { filter: Filter; linked: boolean; months: readonly { month: number; totalFen: number }[]; targetFen: number | null; day: PlainDate; elapsedShare: number; asOf: string };

/** C1: will the year reach the target? */
export async function ProgressChart(props: Props) {
  const t = await getTranslations("indicators");
  return madeOnce(props.months, `progress ${props.targetFen} ${props.day} ${props.linked}`, () => draw(props, t));
}

function draw({ filter, linked, months, targetFen, day, elapsedShare, asOf }: Props, t: FigureWords) {
  const { year } = filter;
  const lastDay = (month: number) => (month === 12 ? `${year}-12-31` : addDays(`${year}-${String(month + 1).padStart(2, "0")}-01`, -1));
  const points = months.map(({ month, totalFen }) => ({ date: lastDay(month) > day && day.startsWith(String(year)) ? day : lastDay(month), value: totalFen }));
  const now = months.at(-1)?.totalFen ?? 0;
  const unit = targetFen === null ? drawnUnit(now) : "yi", figure = (value: number) => formatAmount(value, unit, unit === "wan" ? 0 : 1);
  const gap = targetFen === null ? null : now - targetFen * elapsedShare;
  const until = points.at(-1)?.date ?? `${year}-12-31`;
  const title = gap === null ? t("chart.cumulative") : targetFen !== null && elapsedShare >= 1 ? t("chart.cumulativeDone", { share: formatPercent(now / targetFen) }) : t(gap < 0 ? "chart.cumulativeBehind" : "chart.cumulativeAhead", { date: formatDate(until, "monthDay"), gap: formatMoney(Math.abs(Math.round(gap))) });
  const summary = t("chart.summary", { title, rows: months.map(({ month, totalFen }) => `${t("monthName", { month })} ${formatMoney(totalFen)}`).join("\u3001") });
  return (
    <ChartFrame title={title} subtitle={t("chart.cumulativeSub", { year, unit: t(unit), scope: scopeName(t as never, filter) })} source={t("chart.source")} asOf={asOf}
      table={{ columns: [{ label: t("columns.month") }, { label: t("columns.cumulative", { unit: t(unit) }), figure: true }], rows: months.map(({ month, totalFen }) => [cellDown(filter, linked, { through: String(month) }, t("throughName", { month })), figure(totalFen)]) }}>
      <CumulativeChart label={summary} unit={t(unit)} points={points} target={targetFen} format={figure} />
    </ChartFrame>
  );
}
