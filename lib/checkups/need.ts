import type { CheckupFinding } from "@/db/schema";
import { ELEMENT_NAMES } from "@/lib/engine/document";
import { lengthOf } from "@/lib/core/typed-text";
import type { ContentOf } from "@/lib/listings/content";
import { hasFigure } from "@/lib/readings/figures";
import { TRIED_WORDS } from "./data/words";
import { checkupOf, isCopied, isMeasured, mentions, placeFindings, titleFindings, type Checkup } from "./rules";

type Content = ContentOf["need"];

/** Points of each part, 100 in all: what one who could solve it needs first weighs most. */
export const needParts = { title: 10, problem: 20, elements: 20, measures: 25, conditions: 10, cooperation: 10, place: 5 } as const;

/** What a reader of this need will miss. Advice only. */
export function checkNeed(content: Content): Checkup {
  return checkupOf(needParts, [
    ...titleFindings(content.title, toldIn(content)), ...problemFindings(content), ...elementFindings(content), ...measureFindings(content),
    ...conditionFindings(content), ...cooperationFindings(content), ...placeFindings(content),
  ]);
}

const toldIn = ({ problem, elements, indicators }: Content): string => [problem, ...Object.values(elements), ...indicators.map((row) => row.name)].join("\n");

function problemFindings({ title, problem, elements, notSought }: Content): CheckupFinding[] {
  const findings: CheckupFinding[] = [];
  const add = (code: string, field: string, points: number, values?: CheckupFinding["values"]) => findings.push({ code, part: "problem", field, points, ...(values ? { values } : {}) });
  const length = lengthOf(problem.trim());
  if (length < 60) add("problem_short", "problem", 8, { is: length });
  if (!hasFigure(problem)) add("problem_without_figure", "problem", 4);
  if (!mentions(problem, TRIED_WORDS)) add("nothing_tried", "problem", 4);
  const others = [title, notSought, ...Object.values(elements).map((value) => value ?? "")];
  if (others.some((other) => isCopied(problem, other)) || repeats(Object.values(elements))) add("copied", "problem", 4);
  return findings;
}

/** The same words in two of the five boxes fill one of them for the form's sake. */
function repeats(values: (string | null)[]): boolean {
  const said = values.filter((value): value is string => !!value && lengthOf(value) >= 4);
  return new Set(said).size < said.length;
}

function elementFindings({ elements }: Content): CheckupFinding[] {
  return ELEMENT_NAMES.filter((name) => !elements[name]?.trim()).map((name) => ({ code: `no_${name}`, part: "elements", field: `elements.${name}`, points: 4 }));
}

function measureFindings({ indicators }: Content): CheckupFinding[] {
  const part = "measures", field = "indicators";
  if (indicators.length === 0) return [{ code: "no_target", part, field, points: 25 }];
  const findings: CheckupFinding[] = [];
  const add = (code: string, points: number, name: string) => findings.push({ code, part, field, points, values: { name } });
  const measured = indicators.filter((row) => isMeasured(row.target));
  const vague = indicators.find((row) => !isMeasured(row.target));
  if (vague) add("target_not_measured", measured.length === 0 ? 15 : 4, vague.name);
  const bare = measured.find((row) => !row.unit && !/[\p{L}%‰]/u.test(row.target));
  if (bare) add("target_without_unit", 3, bare.name);
  const without = indicators.find((row) => !row.current);
  if (without) add("target_without_current", indicators.some((row) => row.current) ? 3 : 6, without.name);
  return findings;
}

function conditionFindings({ requiredMaturity, deadline }: Content): CheckupFinding[] {
  const part = "conditions";
  return [
    ...(requiredMaturity ? [] : [{ code: "no_required_maturity", part, field: "requiredMaturity", points: 6 }]),
    ...(deadline ? [] : [{ code: "no_deadline", part, field: "deadline", points: 4 }]),
  ];
}

function cooperationFindings({ modes, budgetKind, budgetMaxFen }: Content): CheckupFinding[] {
  const part = "cooperation";
  return [
    ...(modes.length > 0 ? [] : [{ code: "no_modes", part, field: "modes", points: 5 }]),
    ...(budgetKind === "range" && budgetMaxFen !== null ? [] : [{ code: "no_budget", part, field: "budgetMax", points: 5 }]),
  ];
}
