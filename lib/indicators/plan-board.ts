import { planIndicators, type PlanIndicator } from "@/lib/codes/plan";
import { clock } from "@/lib/core/clock";
import { todayInHarbin } from "@/lib/core/dates";
import { cityReports, cityTargets, partTargets, type TargetRow } from "@/lib/targets/queries";
import { breakdown, elapsedShareAt, listYears, wholeYear, yearFigures } from "./queries";

/** `computed` is null where there is no ledger, `due` where the year has not begun or nothing is computed. */
export type PartLine = TargetRow & { computed: number | null; due: number | null };

/** One indicator of the plan with its years; values are scaled (fen for money, hundredths of the unit for others). */
export type BoardLine = {
  indicator: PlanIndicator;
  years: { year: number; reported: number | null; reportedSource: string | null; reportId: string | null; computed: number | null; target: number | null; floor: number | null; stretch: number | null; targetSource: string | null; targetSet: { id: string; by: string | null; at: Date } | null }[];
  /** Targets below the city, beside what the ledger computes for that part and where it should stand by the calendar. */
  parts: PartLine[];
  latest: { year: number; value: number; computed: boolean } | null;
  /** What the latest is measured by: the target of its own year; where none is set, that of the plan's, unless the value is of one year alone (domain 0.2). */
  aim: { year: number; value: number } | null;
};

/** The plan's ten indicators, all years that have something to say and this one. Reported and computed stay apart (domain A3). */
export async function planBoard(): Promise<BoardLine[]> {
  const [reports, targets, parts, ledger] = await Promise.all([cityReports(), cityTargets(), partTargets().then(measured), listYears()]);
  return planIndicators.map((indicator) => {
    // A target may stand for a year that has not begun, a report for one before the ledger.
    const said = [...reports, ...targets].filter((row) => row.indicator === indicator.key).map((row) => row.year);
    const all = [...new Set([...ledger.map((line) => line.year), ...said])].sort((a, b) => a - b);
    const years = all.map((year) => {
      const figures = ledger.find((line) => line.year === year)?.figures;
      const report = reports.find((row) => row.indicator === indicator.key && row.year === year);
      const target = targets.find((row) => row.indicator === indicator.key && row.year === year);
      return {
        year, reported: report?.value ?? null, reportedSource: report?.source ?? null, reportId: report?.id ?? null, computed: indicator.key === "contract_value" ? (figures?.totalFen ?? null) : null,
        target: target?.value ?? null, floor: target?.floor ?? null, stretch: target?.stretch ?? null, targetSource: target?.source ?? null,
        targetSet: target ? { id: target.id, by: target.setByName, at: target.setAt } : null,
      };
    });
    const last = years.filter((one) => one.reported !== null || one.computed !== null).at(-1);
    const aimYears = [last?.year, ...(indicator.kind === "flow" ? [] : [indicator.targetYear])];
    const aims = years.flatMap(({ year, target }) => (target ? [{ year, value: target }] : []));
    return {
      indicator, years, parts: parts.filter((row) => row.indicator === indicator.key),
      latest: last ? { year: last.year, value: last.computed ?? last.reported ?? 0, computed: last.computed !== null } : null,
      aim: aimYears.flatMap((of) => aims.filter(({ year }) => year === of))[0] ?? null,
    };
  });
}

/** Of contract value alone the ledger knows the parts: districts, and institutions by the name that it gives them. */
async function measured(rows: readonly TargetRow[]): Promise<PartLine[]> {
  const today = todayInHarbin(clock.now());
  const years = [...new Set(rows.flatMap((row) => (row.indicator === "contract_value" ? [row.year] : [])))];
  const sums = new Map<number, Map<string, number> | null>(await Promise.all(years.map(async (year) => {
    const filter = wholeYear(year);
    const [whole, ...parts] = await Promise.all([yearFigures(filter), breakdown(filter, "district"), breakdown(filter, "institution")]);
    return [year, whole && new Map(parts.flat().map((part) => [part.key, part.totalFen]))] as const;
  })));
  return rows.map((row) => {
    const ofYear = row.indicator === "contract_value" ? sums.get(row.year) : null;
    const share = elapsedShareAt(row.year, today);
    return { ...row, computed: ofYear ? (ofYear.get(row.scopeCode) ?? 0) : null, due: ofYear && share > 0 ? Math.round(row.value * share) : null };
  });
}
