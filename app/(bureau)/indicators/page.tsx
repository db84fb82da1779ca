import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { Query } from "@/app/_components/ui/list-href";
import { requireBureau } from "@/app/_server/actor";
import { Bar } from "@/app/_components/charts/bar";
import { DataTable } from "@/app/_components/ui/data-table";
import { Absent } from "@/app/_components/ui/facts";
import { clock } from "@/lib/core/clock";
import { todayInHarbin } from "@/lib/core/dates";
import { planBoard, type BoardLine } from "@/lib/indicators/plan-board";
import { formatPercent } from "@/lib/core/figures";
import { canReportValue, canSetTarget } from "@/lib/targets/policy";
import { IndicatorSection, shown } from "./indicator-section";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("indicators.board"))("title") };
}

/**
 * The plan's ten indicators: target, reported and computed stand apart; a missing year says so (look 4.13). Of one of them, that which the
 * address names, the forms and withdrawals are there, too: those of all ten are more than half of the page.
 */
export default async function IndicatorsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireBureau();
  const t = await getTranslations("indicators.board");
  const [{ edit }, board] = await Promise.all([searchParams, planBoard()]);
  const year = Number(todayInHarbin(clock.now()).slice(0, 4));
  const at = (line: BoardLine, of: number) => line.years.find((one) => one.year === of);
  const cell = (line: BoardLine, scaled: number | null | undefined, kind: "unfilled" | "noTarget") => (scaled === null || scaled === undefined ? <Absent kind={kind} /> : shown(line.indicator, scaled));
  const targetOf = (line: BoardLine) => {
    const target = at(line, line.indicator.targetYear);
    if (target?.target === null || target?.target === undefined) return <Absent kind="noTarget" />;
    return target.stretch === null ? shown(line.indicator, target.target) : `${shown(line.indicator, target.target)} / ${shown(line.indicator, target.stretch)}`;
  };
  return (
    <div className="grid gap-5">
      <header className="grid gap-1"><h1>{t("heading")}</h1><p className="text-ink-2">{t("intro")}</p></header>
      <DataTable caption={t("caption")} rows={board} rowKey={(line) => line.indicator.key} columns={[
        { key: "name", label: t("indicator"), cell: (line) => <a href={`#${line.indicator.key}`}>{line.indicator.zh}</a> },
        { key: "unit", label: t("unit"), className: "whitespace-nowrap", cell: (line) => line.indicator.unit },
        { key: "baseline", label: t("baseline"), align: "figure", cell: (line) => cell(line, at(line, 2020)?.reported, "unfilled") },
        { key: "target", label: t("target"), align: "figure", cell: targetOf },
        { key: "latest", label: t("latest"), align: "figure", cell: (line) => (line.latest ? t("latestIn", { value: shown(line.indicator, line.latest.value), year: line.latest.year, origin: t(line.latest.computed ? "computed" : "reported") }) : <Absent kind="unfilled" />) },
        { key: "progress", label: t("progress"), className: "md:w-[14rem]", cell: (line) => <Progress line={line} /> },
        { key: "kind", label: t("kind"), cell: (line) => t(`kinds.${line.indicator.kind}`) },
      ]} />
      <div className="grid items-start gap-5 xl:grid-cols-2 print:block print:*:mb-4">{board.map((line) => (
        <IndicatorSection key={line.indicator.key} line={line} year={year} mayReport={canReportValue(actor)} maySet={canSetTarget(actor)} edited={line.indicator.key === edit} />
      ))}</div>
    </div>
  );
}

/** The newest value against its target, and of which year that is. */
function Progress({ line }: { line: BoardLine }) {
  const t = useTranslations("indicators.board");
  const { latest, indicator, aim } = line;
  if (!latest) return <Absent kind="unfilled" />;
  if (!aim) return <Absent kind="noTarget" />;
  const share = latest.value / aim.value;
  return (
    <span className="grid w-full grid-cols-[minmax(4rem,1fr)_4em] items-center gap-x-3">
      <span className="bg-sunken"><Bar share={share} /></span><span className="figures">{formatPercent(share)}</span>
      <span className="col-span-2 text-note text-ink-3">{t("ofTarget", { year: aim.year, value: shown(indicator, aim.value) })}</span>
    </span>
  );
}
