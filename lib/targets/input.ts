import { z } from "zod";
import { indicatorOf, isMoneyIndicator, planIndicators, scaledValue, type IndicatorKey } from "@/lib/codes/plan";
import { harbinCode, harbinDistricts } from "@/lib/codes/places";
import { between } from "@/lib/core/between";
import { decimal, line, oneOf, optional, wholeNumber } from "@/lib/core/fields";

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

type Figures = { indicator: IndicatorKey; value: number; floor: number | null; stretch: number | null };
/** Money goes to the fen, everything else to hundredths of its unit: more would be rounded in silence. */
const fits = (indicator: IndicatorKey, value: number | null) => value === null || isMoneyIndicator(indicator) || Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;
const exact = <Name extends "value" | "floor" | "stretch">(name: Name) =>
  between<Pick<Figures, "indicator" | Name>>(["indicator", name], (target) => fits(target.indicator, target[name]), { at: name, code: "decimals", values: () => ({ max: 2 }) });
const atMostAll = between<Pick<Figures, "indicator" | "value">>(["indicator", "value"], ({ indicator, value }) => indicatorOf(indicator)?.unit !== "%" || value <= 100, { at: "value", code: "range", values: () => ({ min: 0, max: 100 }) });
type Scoped = Pick<Parameters<typeof scopeOf>[0], "scopeKind" | "scopeCode" | "institution">;

/** An institution is named as the ledger names it: its figures are told apart by that name, too. */
export const setTargetInput = z.object({ ...common, institution: optional(line({ max: 200 })), floor: optional(amount()), stretch: optional(amount()) })
  // Everything is measured by it: a share of nought is none.
  .refine(...between<Pick<Figures, "value">>(["value"], ({ value }) => value > 0, { at: "value", code: "above_zero" }))
  .refine(...atMostAll).refine(...exact("value")).refine(...exact("floor")).refine(...exact("stretch"))
  .refine(...between<Pick<Figures, "value" | "stretch">>(["value", "stretch"], ({ value, stretch }) => stretch === null || stretch >= value, { at: "stretch", code: "stretch_below" }))
  .refine(...between<Pick<Figures, "value" | "floor">>(["value", "floor"], ({ value, floor }) => floor === null || floor <= value, { at: "floor", code: "floor_above" }))
  .refine(...between<Scoped>(["scopeKind", "scopeCode", "institution"], (target) => { const { kind, code } = scopeOf(target); return kind !== "district" || harbinDistricts.some((district) => district.code === code); }, { at: "scopeCode", code: "choose" }))
  .refine(...between<Scoped>(["scopeKind", "scopeCode", "institution"], (target) => target.institution === null || scopeOf(target).code === target.institution, { at: "institution", code: "one_scope" }));

type Scope = { kind: "city" | "district" | "institution"; code: string };

/** For whom a target is: the city unless a district or an institution is named. */
export function scopeOf(target: { scopeKind: Scope["kind"] | null; scopeCode: string | null; institution: string | null }): Scope {
  const code = target.scopeCode ?? harbinCode;
  if (code !== harbinCode) return { kind: target.scopeKind ?? "district", code };
  return target.institution === null ? { kind: "city", code } : { kind: "institution", code: target.institution };
}

export const reportValueInput = z.object(common).refine(...atMostAll).refine(...exact("value"));

export function stored(indicator: string, value: number | null): number | null {
  return value === null ? null : scaledValue(indicator, value);
}
