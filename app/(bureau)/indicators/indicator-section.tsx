import { useTranslations } from "next-intl";
import { YearBars } from "@/app/_components/charts/year-bars";
import { WayDown } from "@/app/_components/figures/way-down";
import { DataTable } from "@/app/_components/ui/data-table";
import { Details } from "@/app/_components/ui/details";
import { Absent, Definition } from "@/app/_components/ui/facts";
import { districtName } from "@/lib/codes/places";
import { isMoneyIndicator, unscaledValue, type PlanIndicator } from "@/lib/codes/plan";
import { formatDateTime } from "@/lib/core/dates";
import { formatNumber } from "@/lib/core/figures";
import type { BoardLine, PartLine } from "@/lib/indicators/plan-board";
import { wholeYear } from "@/lib/indicators/queries";
import { ReportForm, TargetForm, WithdrawReport, WithdrawTarget } from "./indicator-forms";

/** A scaled value in the plan's unit; counts without decimals, ratios with two where they need them. */
export function shown(indicator: PlanIndicator, scaled: number): string {
  const value = unscaledValue(indicator.key, scaled);
  return formatNumber(value, isMoneyIndicator(indicator.key) ? 1 : Number.isInteger(value) ? 0 : 2);
}

type Row = BoardLine["years"][number];
const partOf = (row: PartLine) => (row.scopeKind === "district" ? districtName(row.scopeCode) : row.scopeCode);
type Props = { line: BoardLine; year: number; mayReport: boolean; maySet: boolean; /** What one may do to it is there, not only the way to it. */ edited: boolean };

/** One indicator: its years drawn and in figures, its targets with who set them, when and after what source. */
export function IndicatorSection({ line, year, edited, ...may }: Props) {
  const t = useTranslations("indicators.board");
  const { indicator } = line;
  const mayReport = edited && may.mayReport, maySet = edited && may.maySet;
  const cell = (scaled: number | null | undefined, kind: "unfilled" | "noLedger" | "noTarget" | "none") => (scaled === null || scaled === undefined ? <Absent kind={kind} /> : shown(indicator, scaled));
  const origin = (source: string, by: string | null, at: Date) => <>{source}<span className="block text-note text-ink-3">{by === null ? t("setByPlan", { time: formatDateTime(at) }) : t("setBy", { name: by, time: formatDateTime(at) })}</span></>;
  // A column stands where at least one row has something in it.
  const bounds = <R extends { floor: number | null; stretch: number | null }>(rows: readonly R[]) => ([["floor", t("columnFloor")], ["stretch", t("columnStretch")]] as const).flatMap(([key, label]) => (
    rows.some((row) => row[key] !== null) ? [{ key, label, align: "figure" as const, cell: (row: R) => cell(row[key], "none") }] : []
  ));
  // In the first column, which stays in sight of a table that scrolls.
  const yearWithActs = ({ year: of, targetSet, reportId }: Row) => (
    <>
      {of}
      {maySet && targetSet ? <WithdrawTarget id={targetSet.id} of={t("of", { year: of, name: indicator.zh })} /> : null}
      {mayReport && reportId ? <WithdrawReport id={reportId} of={t("of", { year: of, name: indicator.zh })} /> : null}
    </>
  );
  return (
    <section id={indicator.key} tabIndex={-1} className="panel grid scroll-mt-20 gap-3 break-inside-avoid focus:outline-none">
      <h2 className="text-h3">{indicator.zh}{"\u3000"}<span className="text-dense font-normal text-ink-2">{indicator.unit}</span></h2>
      <YearBars label={indicator.zh} unit={indicator.unit} format={(scaled) => shown(indicator, Math.round(scaled))} years={line.years.map((one) => ({ year: one.year, value: one.computed ?? one.reported, target: one.target, stretch: one.stretch, soFar: one.year === year && one.computed !== null, reported: indicator.key === "contract_value" && one.computed === null && one.reported !== null, coming: one.year > year }))} />
      <Definition word={t("definition")}>{indicator.definition}</Definition>
      {mayReport ? <ReportForm indicator={indicator} year={year} /> : null}
      {maySet ? <TargetForm indicator={indicator} year={year} standing={line.years.find((one) => one.year === year)} /> : null}
      <Details open={edited}>
        <summary className="text-accent">{t("years")}</summary>
        <div className="mt-3"><DataTable caption={indicator.zh} phone="table" rows={[...line.years].reverse()} rowKey={(row) => String(row.year)} columns={[
          { key: "year", label: t("columnYear"), className: "whitespace-nowrap", cell: yearWithActs },
          { key: "reported", label: t("columnReported"), align: "figure", cell: (row) => cell(row.reported, row.year > year ? "none" : "unfilled") },
          ...(indicator.key === "contract_value" ? [{ key: "computed", label: t("columnComputed"), align: "figure" as const, cell: (row: Row) => cell(row.computed, row.year > year ? "none" : "noLedger") }] : []),
          { key: "target", label: t("columnTarget"), align: "figure", cell: (row) => cell(row.target, "noTarget") },
          ...bounds(line.years),
          { key: "targetSource", label: t("columnTargetSource"), className: "min-w-[14em]", cell: (row) => (row.targetSet ? origin(row.targetSource ?? "", row.targetSet.by, row.targetSet.at) : <Absent kind="none" />) },
          { key: "source", label: t("columnSource"), className: "min-w-[14em]", cell: (row) => row.reportedSource ?? <Absent kind="none" /> },
        ]} /></div>
      </Details>
      {line.parts.length > 0 ? (
        <Details open={edited}>
          <summary className="text-accent">{t("partTargets", { count: line.parts.length })}</summary>
          <div className="mt-3"><DataTable caption={t("partTargets", { count: line.parts.length })} phone="table" rows={line.parts} rowKey={(row) => row.id} columns={[
            { key: "scope", label: t("columnScope"), cell: (row) => <>{partOf(row)}{maySet ? <WithdrawTarget id={row.id} of={t("ofPart", { year: row.year, part: partOf(row), name: indicator.zh })} /> : null}</> },
            { key: "year", label: t("columnYear"), className: "whitespace-nowrap", cell: (row) => row.year },
            ...(indicator.key === "contract_value" ? [
              { key: "computed", label: t("columnComputed"), align: "figure" as const, cell: (row: PartLine) => (row.computed === null ? cell(null, row.year > year ? "none" : "noLedger") : <WayDown filter={wholeYear(row.year)} change={{ [row.scopeKind]: row.scopeCode }} linked={row.computed !== 0}>{shown(indicator, row.computed)}</WayDown>) },
              { key: "due", label: t("columnDue"), align: "figure" as const, cell: (row: PartLine) => cell(row.due, "none") },
            ] : []),
            { key: "target", label: t("columnTarget"), align: "figure", cell: (row) => cell(row.value, "noTarget") },
            ...bounds(line.parts),
            { key: "source", label: t("columnTargetSource"), className: "min-w-[14em]", cell: (row) => origin(row.source, row.setByName, row.setAt) },
          ]} /></div>
        </Details>
      ) : null}
      {/* A full load: with it the focus goes along to what the address names. */}
      {may.mayReport && !edited ? <p className="screen-only"><a className="link" href={`/indicators?edit=${indicator.key}#${indicator.key}`} aria-label={t(may.maySet ? "editAllOf" : "editReportsOf", { name: indicator.zh })}>{t(may.maySet ? "editAll" : "editReports")}</a></p> : null}
    </section>
  );
}
