/** The ten expected indicators of the plan (ch. 1, three, (3)) and their figures of 2020 and 2025. */
import data from "./data/indicators.json";
import { harbinCode } from "./places";

/** flow: of one year; cumulative: since the beginning; point: at the end of a year; ratio: a share or a rate. */
export type IndicatorKind = "flow" | "cumulative" | "point" | "ratio";
export type IndicatorKey =
  | "high_tech_enterprises" | "rd_active_share" | "achievements_converted" | "contract_value" | "patents_per_10k"
  | "rd_intensity" | "incubators_city" | "innovation_space" | "incubators_national" | "makerspaces_national";

export type PlanIndicator = {
  number: number;
  key: IndicatorKey;
  zh: string;
  en: string;
  /** As printed in the plan's table, in which `baseline`, `floor` and `stretch` are given. */
  unit: string;
  kind: IndicatorKind;
  baselineYear: number;
  baseline: number;
  targetYear: number;
  floor: number;
  stretch?: number;
  /** reported: only by the bureau; both: the ledger or the platform also computes it, shown beside. */
  origin: "reported" | "both";
  definition: string;
};

export const plan = data.plan;
export const planIndicators = data.indicators as PlanIndicator[];

export function indicatorOf(key: string): PlanIndicator | undefined {
  return planIndicators.find((indicator) => indicator.key === key);
}

export function isMoneyIndicator(key: string): boolean {
  return key === "contract_value";
}

/** Stored form (`targets`, `reported_values`): fen for money (given in yi), hundredths of the unit for all others. */
export function scaledValue(key: string, value: number): number {
  return Math.round(value * (isMoneyIndicator(key) ? 10_000_000_000 : 100));
}

export function unscaledValue(key: string, scaled: number): number {
  return scaled / (isMoneyIndicator(key) ? 10_000_000_000 : 100);
}

export type PlanTarget = { indicator: IndicatorKey; scopeKind: "city"; scopeCode: string; year: number; value: number; floor: number; stretch: number | null; source: string };
export type PlanActual = { indicator: IndicatorKey; scopeKind: "city"; scopeCode: string; year: number; value: number; source: string };

const source = `${plan.title} ${plan.chapter}`;
const scope = { scopeKind: "city", scopeCode: harbinCode } as const;

/** Rows for `targets` (2025) and `reported_values` (2020), scaled; the plan says nothing of the years between and after. */
export const planFigures: { targets: PlanTarget[]; reported: PlanActual[] } = {
  targets: planIndicators.map(({ key, targetYear, floor, stretch }) => ({
    ...scope, indicator: key, year: targetYear, value: scaledValue(key, floor), floor: scaledValue(key, floor),
    stretch: stretch === undefined ? null : scaledValue(key, stretch), source,
  })),
  reported: planIndicators.map(({ key, baselineYear, baseline }) => ({ ...scope, indicator: key, year: baselineYear, value: scaledValue(key, baseline), source })),
};
