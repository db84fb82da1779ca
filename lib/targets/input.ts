import { z } from "zod";
import { indicatorOf, planIndicators, scaledValue, type IndicatorKey } from "@/lib/codes/plan";
import { harbinCode, harbinDistricts } from "@/lib/codes/places";
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

/** An institution is named as the ledger names it: its figures are told apart by that name, too. */
export const setTargetInput = z.object({ ...common, institution: optional(line({ max: 200 })), floor: optional(amount()), stretch: optional(amount()) }).superRefine((target, context) => {
  const unit = indicatorOf(target.indicator)?.unit;
  if (unit === "%" && target.value > 100) context.addIssue({ code: "custom", path: ["value"], message: problem("range", { min: 0, max: 100 }) });
  if (target.stretch !== null && target.stretch < target.value) context.addIssue({ code: "custom", path: ["stretch"], message: problem("stretch_below") });
  if (target.floor !== null && target.floor > target.value) context.addIssue({ code: "custom", path: ["floor"], message: problem("floor_above") });
  const { kind, code } = scopeOf(target);
  if (kind === "district" && !harbinDistricts.some((district) => district.code === code)) context.addIssue({ code: "custom", path: ["scopeCode"], message: problem("choose") });
  if (target.institution !== null && code !== target.institution) context.addIssue({ code: "custom", path: ["institution"], message: problem("one_scope") });
});

type Scope = { kind: "city" | "district" | "institution"; code: string };

/** For whom a target is: the city unless a district or an institution is named. */
export function scopeOf(target: { scopeKind: Scope["kind"] | null; scopeCode: string | null; institution: string | null }): Scope {
  const code = target.scopeCode ?? harbinCode;
  if (code !== harbinCode) return { kind: target.scopeKind ?? "district", code };
  return target.institution === null ? { kind: "city", code } : { kind: "institution", code: target.institution };
}

export const reportValueInput = z.object(common).superRefine((report, context) => {
  if (indicatorOf(report.indicator)?.unit === "%" && report.value > 100) context.addIssue({ code: "custom", path: ["value"], message: problem("range", { min: 0, max: 100 }) });
});

export function stored(indicator: string, value: number | null): number | null {
  return value === null ? null : scaledValue(indicator, value);
}
