import type { ContentOf } from "@/lib/listings/content";
import { entriesProblem, lengthProblem, longest, MOST_KEYWORDS, rowProblems, type Problems, type Section } from "@/lib/listings/rules";

export type AchievementContent = ContentOf["achievement"];

/** The six sections of the one long page (look 4.6), the fields of each and which of them a submission needs. */
export const achievementSections: readonly Section[] = [
  { key: "basics", fields: ["title", "summary", "fieldCode", "directionCode", "keywords", "districtCode"], required: ["title", "summary", "fieldCode"] },
  { key: "technology", fields: ["description", "advantages", "scenes", "completers"], required: ["description"] },
  { key: "maturity", fields: ["maturity", "stage"], required: ["maturity"] },
  { key: "ip", fields: ["ip", "coOwners"], required: ["ip"] },
  { key: "cooperation", fields: ["modes", "price"], required: ["modes"] },
  { key: "publicity", fields: ["audience", "files", "secrecyReviewedBy", "secrecyReviewedOn", "exportControl"], required: ["secrecyReviewedBy", "secrecyReviewedOn", "exportControl"] },
];

/** Fields whose readers the author may choose; the others are always public. */
export const achievementAudienceFields = ["description", "advantages", "ip", "price", "completers"] as const;

const numbered = new Set(["invention_patent", "utility_model", "design_patent", "software_copyright", "plant_variety", "layout_design", "new_drug"]);

/** What keeps this text from being submitted (look 4.6, 5.5), by field. */
export function achievementProblems(content: AchievementContent, _today: string): Problems {
  const problems: Problems = {};
  const set = (field: string, found: Problems[string] | null) => {
    if (found) problems[field] = found;
  };
  set("title", lengthProblem(content.title, { max: 40 }));
  set("summary", lengthProblem(content.summary, { min: 50, max: 200 }));
  set("description", lengthProblem(content.description, { min: 20, max: longest.text }));
  if (!content.fieldCode) problems.fieldCode = { code: "choose" };
  set("keywords", entriesProblem(content.keywords, MOST_KEYWORDS));
  set("scenes", entriesProblem(content.scenes));
  set("coOwners", entriesProblem(content.coOwners));
  if (!content.maturity) problems.maturity = { code: "choose" };
  if (content.ip.length === 0) problems.ip = { code: "need_row" };
  Object.assign(problems, rowProblems("ip", content.ip), rowProblems("advantages", content.advantages), rowProblems("completers", content.completers));
  content.ip.forEach((item, i) => {
    if (!item.kind) problems[`ip.${i}.kind`] = { code: "choose" };
    else if (item.kind === "none" && (item.number || item.title)) problems[`ip.${i}.kind`] = { code: "ip_none_filled" };
    if (item.kind && item.kind !== "none" && !item.status) problems[`ip.${i}.status`] = { code: "choose" };
    if (numbered.has(item.kind) && item.status !== "secret" && !item.number) problems[`ip.${i}.number`] = { code: "ip_number" };
  });
  content.advantages.forEach((row, i) => {
    if (!row.indicator) problems[`advantages.${i}.indicator`] = { code: "advantage_indicator" };
    else if (!row.ours) problems[`advantages.${i}.ours`] = { code: "advantage_ours" };
  });
  content.completers.forEach((person, i) => {
    if (!person.name) problems[`completers.${i}.name`] = { code: "required" };
  });
  if (content.modes.length === 0) problems.modes = { code: "choose" };
  if (content.priceKind !== "negotiable" && !content.priceFen) problems.price = { code: "price_missing" };
  return problems;
}

/** An amount that was typed before the price became negotiable is no part of what is submitted. */
export function unaskedPrice({ priceKind }: Pick<AchievementContent, "priceKind">): Partial<AchievementContent> {
  return priceKind === "negotiable" ? { priceFen: null } : {};
}

/** Is there anything in this field yet? Tells an untouched section from an unfinished one. */
export function isAchievementFilled(content: AchievementContent, field: string): boolean {
  const value = (content as Record<string, unknown>)[field];
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== "";
}
