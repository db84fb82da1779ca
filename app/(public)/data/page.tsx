import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChartColumns } from "@/app/_components/charts/chart-columns";
import { PartChart } from "@/app/_components/figures/part-chart";
import { ProgressChart } from "@/app/_components/figures/progress-chart";
import { YearHead } from "@/app/_components/figures/year-head";
import { DistrictsChart, MonthsChart, SizesChart } from "@/app/_components/figures/year-parts";
import { YearsChart } from "@/app/_components/figures/years-chart";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Tabs } from "@/app/_components/ui/navigation";
import { clock } from "@/lib/core/clock";
import { formatDateTime, todayInHarbin } from "@/lib/core/dates";
import { formatMoney } from "@/lib/core/money";
import { readFilter } from "@/lib/indicators/filter";
import { yearView } from "@/lib/indicators/year-view";

type Props = { searchParams: Promise<{ year?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("indicators"))("data.heading") };
}

/** The same figures as the cockpit's, for everybody; without contracts and without single institutions. */
export default async function DataPage({ searchParams }: Props) {
  const { year } = await searchParams;
  const t = await getTranslations("indicators");
  const thisYear = Number(todayInHarbin(clock.now()).slice(0, 4));
  const filter = readFilter({ year }, thisYear);
  const view = await yearView(filter);
  const asOf = formatDateTime(view.asOf);
  const { figures, targetFen } = view;
  const reportedFen = view.years.find((line) => line.year === filter.year)?.reportedFen ?? null;
  const values = { year: filter.year, total: figures ? formatMoney(figures.totalFen) : "", target: targetFen === null ? "" : formatMoney(targetFen), reported: reportedFen === null ? "" : formatMoney(reportedFen) };
  const common = { filter, linked: false, asOf };
  return (
    <div className="measure grid gap-6 py-8 print:gap-3 print:py-2">
      <header className="grid gap-2">
        <h1>{t("data.heading")}</h1>
        <p className="clauses text-h3">{figures === null ? t(reportedFen === null ? "data.unfilled" : "data.reported", values) : t(targetFen === null ? "data.sentenceNoTarget" : "data.sentence", values)}</p>
        <p className="text-ink-2">{t("data.intro")}{"\u3000"}{t("asOf", { time: asOf })}</p>
      </header>
      <Tabs label={t("data.choose")} items={[...view.years].reverse().map((line) => ({ label: line.year === thisYear ? t("data.thisYear", { year: line.year }) : String(line.year), href: `/data?year=${line.year}`, current: line.year === filter.year }))} />
      {figures === null ? <EmptyState sentence={t(reportedFen === null ? "none" : "noneReported", values)} /> : (
        <YearHead filter={filter} linked={false} figures={figures} targetFen={targetFen} elapsedShare={view.elapsedShare} retention={view.retention} absorbed={view.absorbed} partial={false} />
      )}
      <div className="grid gap-5 lg:grid-cols-2 print:grid-cols-2">
        {figures === null ? null : <ProgressChart filter={filter} linked={false} months={view.months} targetFen={targetFen} day={view.day} elapsedShare={view.elapsedShare} asOf={asOf} />}
        <YearsChart years={view.years} thisYear={thisYear} asOf={asOf} hrefOf={(one) => `/data?year=${one}`} />
      </div>
      {figures === null ? null : (
        <ChartColumns>
          <PartChart {...common} dimension="type" parts={view.parts.type} />
          <PartChart {...common} dimension="flow" parts={view.parts.flow} reverse={t.rich("chart.flowReverse", { amount: formatMoney(view.absorbed.outsideFen), down: (amount) => amount })} />
          <MonthsChart {...common} parts={view.parts.month} />
          <SizesChart {...common} parts={view.parts.size} largeFen={view.largeFen} />
          <PartChart {...common} dimension="techArea" parts={view.parts.techArea} />
          <DistrictsChart {...common} parts={view.parts.district} />
        </ChartColumns>
      )}
    </div>
  );
}
