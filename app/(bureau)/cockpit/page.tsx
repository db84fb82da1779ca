import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireBureau } from "@/app/_server/actor";
import { ChartColumns } from "@/app/_components/charts/chart-columns";
import { DistrictTargetsChart } from "@/app/_components/figures/district-targets";
import { PartChart } from "@/app/_components/figures/part-chart";
import { partName } from "@/app/_components/figures/part-names";
import { ProgressChart } from "@/app/_components/figures/progress-chart";
import { WayDown } from "@/app/_components/figures/way-down";
import { YearHead } from "@/app/_components/figures/year-head";
import { DistrictsChart, MonthsChart, SizesChart } from "@/app/_components/figures/year-parts";
import { YearsChart } from "@/app/_components/figures/years-chart";
import { PrintButton } from "@/app/_components/ui/print-button";
import { LinkButton } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { FilterTags } from "@/app/_components/ui/filters";
import { clock } from "@/lib/core/clock";
import { formatDateTime, todayInHarbin } from "@/lib/core/dates";
import { formatMoney } from "@/lib/core/money";
import { filterQuery, readFilter, withoutRestrictions, type Dimension } from "@/lib/indicators/filter";
import { notBegun } from "@/lib/indicators/queries";
import { cockpitView } from "@/lib/indicators/year-view";
import { CockpitFilters } from "./cockpit-filters";
import { PastView } from "./past-view";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("indicators"))("cockpitTitle") };
}

/** Will the year reach its target, where is the gap; every number leads down to its contracts (look 4.12). */
export default async function CockpitPage({ searchParams }: Props) {
  await requireBureau();
  const t = await getTranslations("indicators");
  const thisYear = Number(todayInHarbin(clock.now()).slice(0, 4));
  const query = await searchParams;
  const filter = withoutRestrictions(readFilter(query, thisYear));
  const view = await cockpitView(filter);
  const asOf = formatDateTime(view.asOf);
  const path = "/cockpit";
  const chosen = Object.entries(filter.parts) as [Dimension, string][];
  const reported = view.years.find(({ year }) => year === filter.year)?.reportedFen ?? null;
  // As far as was known on the day that is looked at; the year asked for has none.
  const filled = view.years.findLast(({ figures }) => figures !== null)?.year;
  const common = { filter, linked: true, asOf };
  // What everything was narrowed to is all of itself: a drawing of it says nothing.
  const shows = (dimension: Dimension) => !(dimension in filter.parts);
  return (
    <div className="grid gap-5">
      <header className="flex flex-wrap items-start justify-between gap-3">
        <span className="grid gap-1">
          <h1>{t("heading")}</h1>
          <p className="text-ink-2">{t("scope")}{"\u3000"}{t("asOf", { time: asOf })}</p>
        </span>
        <span className="screen-only flex flex-wrap items-center gap-5">
          {view.figures === null ? null : <LinkButton href={`/cockpit/contracts?${filterQuery(filter)}`}>{t("contractsTitle")}</LinkButton>}
          <PrintButton label={t("print")} />
        </span>
      </header>
      <CockpitFilters filter={filter} years={view.years.map((line) => line.year)} today={todayInHarbin(clock.now())} />
      <PastView filter={filter} asked={query.asOf} hrefOf={(other) => `${path}?${filterQuery(other)}`} />
      <FilterTags clearHref={`${path}?year=${filter.year}`} items={chosen.map(([dimension, key]) => ({ label: t("removeFilter", { dimension: t(`dimension.${dimension}`), name: partName(t as never, dimension, key) }), href: `${path}?${filterQuery(filter, { [dimension]: null })}` }))} />
      {notBegun(filter) ? null : view.figures === null ? (
        <EmptyState sentence={view.partial ? t("emptyList") : reported === null ? t("none", { year: filter.year }) : t("noneReported", { year: filter.year, reported: formatMoney(reported) })}>
          {view.partial ? <LinkButton href={`${path}?year=${filter.year}`}>{t("clear")}</LinkButton> : filled ? <LinkButton href={`${path}?${filterQuery({ year: filled, asOf: filter.asOf, parts: {} })}`}>{t("seeYear", { year: filled })}</LinkButton> : null}
        </EmptyState>
      ) : (
        <>
          <YearHead filter={filter} linked figures={view.figures} targetFen={view.targetFen} elapsedShare={view.elapsedShare} retention={view.retention} absorbed={view.absorbed} partial={view.partial} />
          <div className="grid gap-5 xl:grid-cols-2 print:grid-cols-2">
            <ProgressChart filter={filter} linked months={view.months} targetFen={view.targetFen} day={view.day} elapsedShare={view.elapsedShare} asOf={asOf} />
            <YearsChart years={view.years} whole={!view.partial} thisYear={Number(view.day.slice(0, 4))} asOf={asOf} hrefOf={(year) => `${path}?${filterQuery({ year, asOf: filter.asOf, parts: {} })}`} />
          </div>
          {/* Neighbours of like height: on paper they stand in pairs. */}
          <ChartColumns>
            {shows("type") ? <PartChart {...common} dimension="type" parts={view.parts.type} compared={view.compared} printTable /> : null}
            {shows("flow") ? <PartChart {...common} dimension="flow" parts={view.parts.flow} reverse={filter.parts.district ? undefined : t.rich("chart.flowReverse", { amount: formatMoney(view.absorbed.outsideFen), down: (amount) => <WayDown filter={filter} change={{ scope: "outside" }} linked>{amount}</WayDown> })} /> : null}
            {shows("month") ? <MonthsChart {...common} parts={view.parts.month} /> : null}
            {shows("size") ? <SizesChart {...common} parts={view.parts.size} largeFen={view.largeFen} /> : null}
            {!view.partial ? <DistrictTargetsChart filter={filter} asOf={asOf} parts={view.parts.district} targets={view.districtTargets} elapsedShare={view.elapsedShare} /> : shows("district") ? <PartChart {...common} dimension="district" parts={view.parts.district} limit={19} /> : null}
            {shows("techArea") ? <PartChart {...common} dimension="techArea" parts={view.parts.techArea} /> : null}
            {shows("district") && view.parts.district.length > 1 ? <DistrictsChart {...common} parts={view.parts.district} /> : null}
            {shows("nature") ? <PartChart {...common} dimension="nature" parts={view.parts.nature} /> : null}
            {shows("field") ? <PartChart {...common} dimension="field" parts={view.parts.field} /> : null}
            {shows("ip") ? <PartChart {...common} dimension="ip" parts={view.ipKinds} /> : null}
            {shows("planSource") ? <PartChart {...common} dimension="planSource" parts={view.planSources} /> : null}
            {shows("institution") ? <PartChart {...common} dimension="institution" parts={view.institutions} limit={10} /> : null}
          </ChartColumns>
        </>
      )}
    </div>
  );
}
