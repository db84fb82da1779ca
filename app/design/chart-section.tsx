import { useTranslations } from "next-intl";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import type { ChartTable } from "@/app/_components/charts/pack-table";
import { CumulativeChart } from "@/app/_components/charts/cumulative-chart";
import { DistrictRulers } from "@/app/_components/charts/district-rulers";
import { FlowBars, HorizontalBars } from "@/app/_components/charts/horizontal-bars";
import { MonthColumns } from "@/app/_components/charts/month-columns";
import { SizeClasses } from "@/app/_components/charts/size-classes";
import { TileDistricts } from "@/app/_components/charts/tile-districts";
import { YearBars } from "@/app/_components/charts/year-bars";
import { formatNumber } from "@/lib/core/figures";

const one = (value: number) => formatNumber(value, 1);
const whole = (value: number) => formatNumber(value, 0);
const months = [24, 43, 68, 95, 124, 152, 181, 208, 236, 270].map((value, index) => ({ date: new Date(Date.UTC(2026, index + 1, 0)).toISOString().slice(0, 10), value }));
const grown = (index: number) => months[index]!.value - (months[index - 1]?.value ?? 0);
const years = [{ year: 2020, value: 220 }, { year: 2021, value: 251 }, { year: 2022, value: 284 }, { year: 2023, value: null }, { year: 2024, value: 330 }, { year: 2025, value: 382, target: 400 }, { year: 2026, value: 301.4, soFar: true }];
/** Nothing, almost nothing and very much beside each other. */
const extremes = [{ year: 2022, value: null }, { year: 2023, value: 0 }, { year: 2024, value: 0.4 }, { year: 2025, value: 128_400, target: 120_000 }, { year: 2026, value: null }];

export function ChartSection() {
  const t = useTranslations("design.charts");
  const page = useTranslations("design");
  const frame = (key: string, rows: readonly (readonly [string, string])[]) => {
    const [title = "", subtitle = ""] = t.raw(key) as string[];
    const table: ChartTable = { columns: [{ label: t("label") }, { label: t("value"), figure: true }], rows };
    return { title, subtitle, table, source: t("source"), asOf: t("asOf") };
  };
  const spoken = (key: string) => (t.raw(key) as string[])[2] ?? "";
  const types = t.raw("types") as [string, string, number, number, string][];
  const flows = t.raw("flows") as [string, number, number][];
  const districts = t.raw("districts") as [string, number, number | null][];
  const sizes = t.raw("sizes") as [string, number, number][];
  const tiles = t.raw("tiles") as [string, string, number | null][];
  const [label = "", count = "", amount = ""] = t.raw("sizeHeads") as string[];
  const unit = t("unit");
  const c1 = frame("c1", months.map((point) => [point.date, one(point.value)]));
  const c2 = frame("c2", years.map((bar) => [String(bar.year), bar.value === null ? "" : one(bar.value)]));
  return (
    <section className="grid gap-6">
      <h2>{page("sections.charts")}</h2>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <ChartFrame {...c1}><CumulativeChart label={spoken("c1")} unit={unit} target={400} forecast={{ low: 331, high: 356 }} format={whole} points={[...months, { date: "2026-11-23", value: 301.4 }]} /></ChartFrame>
        <ChartFrame {...c2}><YearBars label={spoken("c2")} unit={unit} format={whole} years={years} /></ChartFrame>
        <ChartFrame {...frame("edges", extremes.map((bar) => [String(bar.year), bar.value === null ? "" : one(bar.value)]))}><YearBars label={spoken("edges")} unit={unit} format={whole} years={extremes} /></ChartFrame>
        <ChartFrame {...frame("c3", types.map((row) => [row[1], one(row[2])]))} note={t("rounding")}>
          <HorizontalBars unit={unit} format={one} heads={{ share: t("share"), change: t("change") }} rows={types.map(([key, name, value, share, change]) => ({ key, label: name, value, share, change, href: "/design", spoken: name }))} />
        </ChartFrame>
        <ChartFrame {...frame("c4", districts.map((row) => [row[0], one(row[1])]))}>
          <DistrictRulers unit={unit} format={one} gapHead={t("gap")} rows={districts.map(([name, value, target]) => ({ key: name, label: name, value, target, href: "/design", spoken: name }))} />
        </ChartFrame>
        <ChartFrame {...frame("c7", flows.map((row) => [row[0], one(row[1])]))}>
          <FlowBars unit={unit} format={one} heads={{ share: t("share") }} reverse={t("reverse")} rows={flows.map(([name, value, share]) => ({ key: name, label: name, value, share }))} />
        </ChartFrame>
        <ChartFrame {...frame("c10", sizes.map((row) => [row[0], one(row[2])]))}>
          <SizeClasses heads={{ label, count, amount }} format={one} rows={sizes.map(([name, n, value]) => ({ key: name, label: name, count: n, amount: value }))} />
        </ChartFrame>
        <ChartFrame {...frame("c9", months.map((point, index) => [point.date.slice(0, 7), one(grown(index))]))}>
          <MonthColumns label={spoken("c9")} unit={unit} format={one} formatTick={whole} months={months.map((_, index) => ({ month: index + 1, value: grown(index) }))} />
        </ChartFrame>
        <ChartFrame {...frame("c13", tiles.map((row) => [row[1], row[2] === null ? "" : one(row[2])]))}>
          <TileDistricts format={one} tiles={tiles.map(([code, name, value]) => ({ code, label: name, value, href: "/design", spoken: name }))} />
        </ChartFrame>
      </div>
    </section>
  );
}
