import { planIndicators, type PlanIndicator } from "@/lib/codes/plan";
import { cityReports, cityTargets, partTargets, type TargetRow } from "@/lib/targets/queries";
import { listYears } from "./queries";

/** One indicator of the plan with its years; values are scaled (fen for money, hundredths of the unit for others). */
export type BoardLine = {
  indicator: PlanIndicator;
  years: { year: number; reported: number | null; reportedSource: string | null; computed: number | null; target: number | null; floor: number | null; stretch: number | null; targetSource: string | null; targetSet: { by: string | null; at: Date } | null }[];
  /** Targets below the city. */
  parts: TargetRow[];
  latest: { year: number; value: number; computed: boolean } | null;
  /** What the latest is measured by: the target of its own year; where none is set, that of the plan's, unless the value is of one year alone (domain 0.2). */
  aim: { year: number; value: number } | null;
};

/** The plan's ten indicators, all years that have something to say and this one. Reported and computed stay apart (domain A3). */
export async function planBoard(): Promise<BoardLine[]> {
  const [reports, targets, parts, ledger] = await Promise.all([cityReports(), cityTargets(), partTargets(), listYears()]);
  return planIndicators.map((indicator) => {
    // A target may stand for a year that has not begun, a report for one before the ledger.
    const said = [...reports, ...targets].filter((row) => row.indicator === indicator.key).map((row) => row.year);
    const all = [...new Set([...ledger.map((line) => line.year), ...said])].sort((a, b) => a - b);
    const years = all.map((year) => {
      const figures = ledger.find((line) => line.year === year)?.figures;
      const report = reports.find((row) => row.indicator === indicator.key && row.year === year);
      const target = targets.find((row) => row.indicator === indicator.key && row.year === year);
      return {
        year, reported: report?.value ?? null, reportedSource: report?.source ?? null, computed: indicator.key === "contract_value" ? (figures?.totalFen ?? null) : null,
        target: target?.value ?? null, floor: target?.floor ?? null, stretch: target?.stretch ?? null, targetSource: target?.source ?? null,
        targetSet: target ? { by: target.setByName, at: target.setAt } : null,
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
