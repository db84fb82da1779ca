import { z } from "zod";
import { indicatorOf, planIndicators, scaledValue, type IndicatorKey } from "@/lib/codes/plan";
import { decimal, line, oneOf, optional, problem, wholeNumber } from "@/lib/core/fields";

const keys = planIndicators.map((indicator) => indicator.key) as [IndicatorKey, ...IndicatorKey[]];
/** In the unit of the plan's table (contract value in yi yuan): what a person types and what the document says. */
const amount = () => decimal({ min: 0, max: 100_000_000, decimals: 4 });
const common = {
  indicator: oneOf(keys),
  scopeKind: optional(oneOf(["city", "district", "institution"])),
  scopeCode: optional(line({ max: 40 })),
  year: wholeNumber({ min: 2000, max: 2100 }),
  value: amount(),
  source: line({ min: 2, max: 200 }),
};

export const setTargetInput = z.object({ ...common, floor: optional(amount()), stretch: optional(amount()) }).superRefine((target, context) => {
  const unit = indicatorOf(target.indicator)?.unit;
  if (unit === "%" && target.value > 100) context.addIssue({ code: "custom", path: ["value"], message: problem("range", { min: 0, max: 100 }) });
  if (target.stretch !== null && target.stretch < target.value) context.addIssue({ code: "custom", path: ["stretch"], message: problem("stretch_below") });
});

export const reportValueInput = z.object(common).superRefine((report, context) => {
  if (indicatorOf(report.indicator)?.unit === "%" && report.value > 100) context.addIssue({ code: "custom", path: ["value"], message: problem("range", { min: 0, max: 100 }) });
});

export function stored(indicator: string, value: number | null): number | null {
  return value === null ? null : scaledValue(indicator, value);
}
