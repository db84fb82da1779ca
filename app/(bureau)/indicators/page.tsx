import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Details } from "@/app/_components/ui/details";
import { YearBars } from "@/app/_components/charts/year-bars";
import { requireBureau } from "@/app/_server/actor";
import { DataTable } from "@/app/_components/ui/data-table";
import { Absent, Definition } from "@/app/_components/ui/facts";
import { isMoneyIndicator, unscaledValue, type PlanIndicator } from "@/lib/codes/plan";
import { clock } from "@/lib/core/clock";
import { todayInHarbin } from "@/lib/core/dates";
import { formatNumber } from "@/lib/core/figures";
import { planBoard, type BoardLine } from "@/lib/indicators/plan-board";
import { canReportValue, canSetTarget } from "@/lib/targets/policy";
import { ReportForm, TargetForm } from "./indicator-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("indicators.board"))("title") };
}

/** A scaled value in the plan's unit; counts without decimals, ratios with two where they need them. */
function shown(indicator: PlanIndicator, scaled: number): string {
  const value = unscaledValue(indicator.key, scaled);
  return formatNumber(value, isMoneyIndicator(indicator.key) ? 1 : Number.isInteger(value) ? 0 : 2);
}

/** The plan's ten indicators: target, reported and computed stand apart; a missing year says so (look 4.13). */
export default async function IndicatorsPage() {
  const actor = await requireBureau();
  const t = await getTranslations("indicators.board");
  const board = await planBoard();
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
        { key: "unit", label: t("unit"), cell: (line) => line.indicator.unit },
        { key: "baseline", label: t("baseline"), align: "figure", cell: (line) => cell(line, at(line, 2020)?.reported, "unfilled") },
        { key: "target", label: t("target"), align: "figure", cell: targetOf },
        { key: "latest", label: t("latest"), align: "figure", cell: (line) => (line.latest ? t("latestIn", { value: shown(line.indicator, line.latest.value), year: line.latest.year, origin: t(line.latest.computed ? "computed" : "reported") }) : <Absent kind="unfilled" />) },
        { key: "kind", label: t("kind"), cell: (line) => t(`kinds.${line.indicator.kind}`) },
      ]} />
      <div className="grid items-start gap-5 xl:grid-cols-2">{board.map((line) => (
        <section key={line.indicator.key} id={line.indicator.key} className="panel grid scroll-mt-20 gap-3">
          <h2 className="text-h3">{line.indicator.zh}{"\u3000"}<span className="text-dense font-normal text-ink-2">{line.indicator.unit}</span></h2>
          <YearBars label={line.indicator.zh} unit={line.indicator.unit} format={(scaled) => shown(line.indicator, Math.round(scaled))} years={line.years.map((one) => ({ year: one.year, value: one.computed ?? one.reported, target: one.target, stretch: one.stretch, soFar: one.year === year && one.computed !== null }))} />
          <Definition word={t("definition")}>{line.indicator.definition}</Definition>
          <Details>
            <summary className="text-accent">{t("years")}</summary>
            <div className="mt-3"><DataTable caption={line.indicator.zh} phone="table" rows={[...line.years].reverse()} rowKey={(row) => String(row.year)} columns={[
              { key: "year", label: t("columnYear"), cell: (row) => row.year },
              { key: "reported", label: t("columnReported"), align: "figure", cell: (row) => cell(line, row.reported, "unfilled") },
              ...(line.indicator.key === "contract_value" ? [{ key: "computed", label: t("columnComputed"), align: "figure" as const, cell: (row: BoardLine["years"][number]) => cell(line, row.computed, "unfilled") }] : []),
              { key: "target", label: t("columnTarget"), align: "figure", cell: (row) => cell(line, row.target, "noTarget") },
              { key: "source", label: t("columnSource"), cell: (row) => row.reportedSource ?? row.targetSource ?? <Absent kind="none" /> },
            ]} /></div>
          </Details>
          <div className="flex flex-wrap gap-5">
            {canReportValue(actor) ? <ReportForm indicator={line.indicator} year={year} /> : null}
            {canSetTarget(actor) ? <TargetForm indicator={line.indicator} year={year} /> : null}
          </div>
        </section>
      ))}</div>
    </div>
  );
}
