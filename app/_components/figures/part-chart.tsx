import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { FlowBars, HorizontalBars, type BarRow } from "@/app/_components/charts/horizontal-bars";
import { madeOnce } from "@/app/_components/charts/made-once";
import { formatCount, formatPercent } from "@/lib/core/figures";
import { formatDate } from "@/lib/core/dates";
import { formatAmount, formatMoney } from "@/lib/core/money";
import { unknown, type Dimension, type Filter } from "@/lib/indicators/filter";
import type { Part } from "@/lib/indicators/queries";
import type { SameDays } from "@/lib/indicators/same-days";
import { partName, scopeName, type FigureWords } from "./part-names";
import { contractsHref } from "./way-down";

type Props = {
  filter: Filter;
  dimension: Dimension;
  parts: readonly Part[];
  /** Both years over the same days; null where they cannot be compared yet. */
  compared?: SameDays | null;
  /** Whether bars lead down to contracts (bureau) or nowhere (public). */
  linked: boolean;
  asOf: string;
  reverse?: ReactNode;
  /** At most so many rows; the rest becomes one line. */
  limit?: number;
  printTable?: boolean;
};

const yi = (fen: number) => formatAmount(fen, "yi", 2);

/** C3 and C7: what the year is made of. The parts always add up to the whole, and the page says so. */
export async function PartChart(props: Props) {
  const t = await getTranslations("indicators");
  return madeOnce(props.parts, `part ${props.dimension} ${props.limit} ${props.linked}`, () => draw(props, t));
}

function draw({ filter, dimension, parts, compared, linked, asOf, reverse, limit = 12, printTable }: Props, t: FigureWords) {
  const name = (key: string) => partName(t as never, dimension, key);
  const whole = parts.reduce((sum, part) => sum + part.totalFen, 0);
  const share = (fen: number) => (whole > 0 ? fen / whole : null);
  const change = (part: Part) => {
    if (!compared?.before) return undefined;
    const was = compared.before.get(part.key) ?? 0;
    if (was <= 0) return t("new");
    const by = ((compared.now.get(part.key) ?? 0) - was) / was;
    return Math.abs(by) < 0.0005 ? t("flat") : t(by > 0 ? "up" : "down", { share: formatPercent(Math.abs(by)) });
  };
  const href = (key: string) => contractsHref(filter, { [dimension]: key });
  const row = (part: Part): BarRow => ({
    key: part.key, label: name(part.key), value: part.totalFen, share: share(part.totalFen), change: change(part),
    ...(linked ? { href: href(part.key), spoken: t("spoken", { name: name(part.key), amount: yi(part.totalFen), share: formatPercent(share(part.totalFen) ?? 0), count: formatCount(part.contracts) }) } : {}),
  });
  // What is not classified is no finding, however large: it comes last, and the title says how much it is.
  const known = parts.filter((part) => part.key !== unknown);
  const unclassified = parts.filter((part) => part.key === unknown);
  const first = known.slice(0, limit);
  const rest = known.slice(limit);
  const restFen = rest.reduce((sum, part) => sum + part.totalFen, 0);
  const rows = [...first.map(row), ...(rest.length > 0 ? [{ key: "_rest", label: t(dimension === "institution" ? "chart.restOrganisations" : "chart.rest", { count: rest.length }), value: restFen, share: share(restFen) }] : []), ...unclassified.map(row)];
  const top = [...known].sort((a, b) => b.totalFen - a.totalFen)[0];
  const hidden = unclassified.reduce((sum, part) => sum + part.totalFen, 0);
  // One part is all there is: its share of itself is no finding.
  const title = top && known.length === 1 && hidden === 0 ? t("chart.only", { name: name(top.key) }) : top && whole > 0 ? t(hidden > top.totalFen ? "chart.topOfKnown" : "chart.top", { name: name(top.key), share: formatPercent(top.totalFen / whole), unknown: formatPercent(hidden / whole), word: name(unknown) }) : t("chart.part", { dimension: t(`dimension.${dimension}`) });
  const heads = { share: t("columns.share"), ...(compared?.before ? { change: t("columns.change") } : {}) };
  const comparison = compared === null ? t("chart.notCompared", { year: filter.year }) : compared?.before === null ? t("chart.beforeUnfilled", { year: filter.year - 1 }) : compared && !compared.until.endsWith("-12-31") ? t("chart.sameDays", { date: formatDate(compared.until, "monthDay") }) : "";
  return (
    <ChartFrame
      title={title} subtitle={`${t("chart.part", { dimension: t(`dimension.${dimension}`) })}\u3000${t("chart.partSub", { year: filter.year, scope: scopeName(t as never, filter) })}`}
      note={t("chart.sumCheck", { sum: formatMoney(whole) }) + comparison} source={t("chart.source")} asOf={asOf} printTable={printTable}
      table={{
        columns: [{ label: t("columns.name") }, { label: t("columns.amount"), figure: true }, { label: t("columns.share"), figure: true }, { label: t("columns.contracts"), figure: true }, { label: t("columns.technical"), figure: true }],
        rows: [...known, ...unclassified].map((part) => [linked ? { text: name(part.key), href: href(part.key) } : name(part.key), yi(part.totalFen), share(part.totalFen) === null ? "" : formatPercent(share(part.totalFen) ?? 0), formatCount(part.contracts), yi(part.technicalFen)]),
      }}
    >
      {reverse ? <FlowBars rows={rows} unit={t("yi")} format={yi} heads={heads} reverse={reverse} /> : <HorizontalBars rows={rows} unit={t("yi")} format={yi} heads={heads} />}
    </ChartFrame>
  );
}
