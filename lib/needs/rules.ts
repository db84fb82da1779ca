import { bareText } from "@/lib/core/typed-text";
import type { ContentOf } from "@/lib/listings/content";
import { entriesProblem, lengthProblem, longest, MOST_KEYWORDS, rowProblems, tooLong, type Problems, type Section } from "@/lib/listings/rules";

export type NeedContent = ContentOf["need"];

/** The six sections of the one long page (look 4.6), the fields of each and which of them a submission needs. */
export const needSections: readonly Section[] = [
  { key: "basics", fields: ["title", "problem", "fieldCode", "directionCode", "keywords", "districtCode"], required: ["title", "problem", "fieldCode"] },
  { key: "elements", fields: ["elements", "notSought"], required: [] },
  { key: "indicators", fields: ["indicators"], required: ["indicators"] },
  { key: "conditions", fields: ["requiredMaturity", "deadline"], required: ["deadline"] },
  { key: "cooperation", fields: ["modes", "budgetMin", "budgetMax"], required: ["modes"] },
  { key: "publicity", fields: ["anonymous", "alias", "audience", "files", "secrecyReviewedBy", "secrecyReviewedOn", "exportControl"], required: ["secrecyReviewedBy", "secrecyReviewedOn", "exportControl"] },
];

export const needAudienceFields = ["elements", "indicators", "budget"] as const;

/** What keeps this text from being submitted, by field. `today` is the day in Harbin, `ownNames` are the names of its author's organisation. */
export function needProblems(content: NeedContent, { today, ownNames }: { today: string; ownNames: readonly string[] }): Problems {
  const problems: Problems = {};
  const set = (field: string, found: Problems[string] | null) => {
    if (found) problems[field] = found;
  };
  set("title", lengthProblem(content.title, { max: 40 }));
  set("problem", lengthProblem(content.problem, { min: 20, max: longest.text }));
  if (!content.fieldCode) problems.fieldCode = { code: "choose" };
  set("keywords", entriesProblem(content.keywords, MOST_KEYWORDS));
  for (const [name, value] of Object.entries(content.elements)) set(`elements.${name}`, tooLong(value, longest.text));
  set("notSought", tooLong(content.notSought, longest.text));
  if (content.anonymous) set("alias", namesOwner(content.alias, ownNames) ? { code: "alias_names_owner" } : tooLong(content.alias, longest.line));
  Object.assign(problems, rowProblems("indicators", content.indicators));
  if (content.indicators.length === 0) problems.indicators = { code: "need_row" };
  content.indicators.forEach((row, i) => {
    if (!row.name) problems[`indicators.${i}.name`] = { code: "required" };
    else if (!row.target) problems[`indicators.${i}.target`] = { code: "required" };
    // Ranges, tolerances, fractions and powers are all written with some digit.
    else if (row.comparator !== "text" && !/\p{N}/u.test(row.target)) problems[`indicators.${i}.target`] = { code: "target_number" };
  });
  if (!content.deadline) problems.deadline = { code: "required" };
  else if (content.deadline < today) problems.deadline = { code: "deadline_past" };
  if (content.modes.length === 0) problems.modes = { code: "choose" };
  if (content.budgetKind === "range") set("budgetMax", budgetProblem(content));
  return problems;
}

/** Does the name shown instead of the owner's contain it? Blanks, brackets, width and case hide nothing. */
function namesOwner(alias: string | null, ownNames: readonly string[]): boolean {
  // A short name of one character stands in many words.
  return ownNames.map(bareText).some((name) => name.length > 1 && bareText(alias ?? "").includes(name));
}

function budgetProblem({ budgetMinFen, budgetMaxFen }: NeedContent): Problems[string] | null {
  if (budgetMaxFen === null) return { code: "budget_missing" };
  return budgetMinFen !== null && budgetMaxFen < budgetMinFen ? { code: "budget_order" } : null;
}

/** Amounts that were typed before the budget became negotiable are no part of what is submitted. */
export function unaskedBudget({ budgetKind }: Pick<NeedContent, "budgetKind">): Partial<NeedContent> {
  return budgetKind === "negotiable" ? { budgetMinFen: null, budgetMaxFen: null } : {};
}

/** Is there anything in this field yet? Tells an untouched section from an unfinished one. */
export function isNeedFilled(content: NeedContent, field: string): boolean {
  if (field === "elements") return Object.values(content.elements).some(Boolean);
  const value = (content as Record<string, unknown>)[field];
  return Array.isArray(value) ? value.length > 0 : typeof value === "boolean" ? value : value !== null && value !== undefined && value !== "";
}
