import { getTranslations } from "next-intl/server";
import { codeName } from "@/lib/codes/lists";
import { maturityName } from "@/lib/codes/maturity";
import { placeName } from "@/lib/codes/places";
import { termName } from "@/lib/codes/taxonomy";
import { formatDate } from "@/lib/core/dates";
import { formatMoney, formatMoneyRange } from "@/lib/core/money";
import type { ContentOf } from "@/lib/listings/content";
import type { Reading } from "@/lib/listings/read";
import type { ListingKind } from "@/lib/listings/states";
import { elementNames } from "@/lib/needs/input";
import { fieldLabels } from "./field-labels";
import { figureText } from "./figure-text";

/** One field in words: what check pages list, reviewers compare and print shows. `text` is empty where nothing is said. */
export type Described = { field: string; label: string; text: string };

type T = Awaited<ReturnType<typeof getTranslations>>;

export async function describe<K extends ListingKind>(kind: K, content: ContentOf[K]): Promise<Described[]> {
  const t = await getTranslations();
  const labels = await fieldLabels(kind);
  const texts = kind === "achievement" ? achievementTexts(t, content as ContentOf["achievement"]) : needTexts(t, content as ContentOf["need"]);
  return texts.map(([field, text]) => ({ field, label: labels[field] ?? field, text }));
}

function place({ industryCode, fieldCode, directionCode }: { industryCode: string | null; fieldCode: string | null; directionCode: string | null }): string {
  return [industryCode, fieldCode, directionCode].filter(Boolean).map((code) => termName(code)).join(" / ");
}

function modesText(t: T, modes: string[]): string {
  return modes.map((mode) => codeName("mode", mode)).join(t("listings.separator"));
}

function audienceText(t: T, audience: Record<string, string>, labels: string): string {
  // In the order of the form: the database keeps the keys in one of its own.
  const fields = Object.keys(t.raw(labels as never) as object).filter((field) => (audience[field] ?? "public") !== "public");
  if (fields.length === 0) return t("listings.audienceAll");
  return fields.map((field) => t("listings.pair", { a: t(`${labels}.${field}` as never), b: t(`listings.audience.${audience[field]}` as never) })).join("\n");
}

/** The price in words for those who may read it. */
export function priceText(t: T, { priceKind, priceFen }: Pick<ContentOf["achievement"], "priceKind" | "priceFen">): string {
  if (priceKind === "negotiable") return t("achievements.priceWords.negotiable");
  return priceFen === null ? "" : t(`achievements.priceWords.${priceKind}`, { amount: formatMoney(priceFen) });
}

export function budgetText(t: T, { budgetKind, budgetMinFen, budgetMaxFen }: Pick<ContentOf["need"], "budgetKind" | "budgetMinFen" | "budgetMaxFen">): string {
  if (budgetKind === "negotiable") return t("needs.budgetKind.negotiable");
  if (budgetMaxFen === null) return "";
  return budgetMinFen ? t("needs.budgetWords.range", { amount: formatMoneyRange(budgetMinFen, budgetMaxFen) }) : t("needs.budgetWords.upTo", { amount: formatMoney(budgetMaxFen) });
}

/** In place of what this reader may not read: that it is kept back, and what opens it. */
export function withheldText(t: T, { locked }: Pick<Reading<ListingKind>, "locked">, field: string): string | null {
  const lock = locked.find((one) => one.field === field);
  return lock ? t("listings.withheld", { key: t(`listings.key.${lock.audience}`) }) : null;
}

function achievementTexts(t: T, c: ContentOf["achievement"]): [string, string][] {
  const none = t("listings.none");
  return [
    ["title", c.title], ["summary", c.summary], ["fieldCode", place(c)], ["keywords", c.keywords.join(t("listings.separator"))], ["districtCode", placeName(c.districtCode)],
    ["description", c.description],
    ["advantages", c.advantages.map((row) => t("achievements.indicatorText", { indicator: row.indicator, ours: figureText(row.ours, row.unit) || none, current: figureText(row.current, row.unit) || "none", evidence: row.evidence || "none" })).join("\n")],
    ["scenes", c.scenes.join("\n")],
    ["completers", c.completers.map((person) => [person.name, person.title, person.organisation].filter(Boolean).join(" ")).join("\n")],
    ["maturity", c.maturity ? t("achievements.level", { level: c.maturity, name: maturityName(c.maturity) }) : ""],
    ["stage", codeName("stage", c.stage)],
    ["ip", c.ip.map((item) => [codeName("ip_kind", item.kind), item.number, item.kind === "none" ? "" : codeName("ip_status", item.status), item.title].filter(Boolean).join(" ")).join("\n")],
    ["coOwners", c.coOwners.join("\n")], ["modes", modesText(t, c.modes)], ["price", priceText(t, c)],
    ["audience", audienceText(t, c.audience, "achievements.fields")],
  ];
}

/** Nobody is asked for another name who publishes under their own. */
export function isAsked(content: object, field: string): boolean {
  return field !== "alias" || !("anonymous" in content) || content.anonymous === true;
}

function needTexts(t: T, c: ContentOf["need"]): [string, string][] {
  const none = t("listings.none");
  // In the order of the form: the database keeps the keys in one of its own.
  const elements = elementNames.filter((name) => c.elements[name]).map((name) => t("listings.pair", { a: t(`needs.elements.${name}`), b: c.elements[name] ?? "" })).join("\n");
  return [
    ["title", c.title], ["problem", c.problem], ["fieldCode", place(c)], ["keywords", c.keywords.join(t("listings.separator"))], ["districtCode", placeName(c.districtCode)],
    ["elements", elements], ["notSought", c.notSought],
    ["indicators", c.indicators.map((row) => t("needs.indicatorText", { name: row.name, sign: t(`needs.sign.${row.comparator}`), target: figureText(row.target, row.unit) || none, current: figureText(row.current, row.unit) || "none", required: t(`needs.required.${row.required}`) })).join("\n")],
    ["requiredMaturity", c.requiredMaturity ? t("needs.level", { level: c.requiredMaturity, name: maturityName(c.requiredMaturity) }) : ""],
    ["deadline", c.deadline ? formatDate(c.deadline) : ""], ["modes", modesText(t, c.modes)], ["budget", budgetText(t, c)],
    ["anonymous", t(`needs.anonymousWords.${c.anonymous ? "yes" : "no"}`)], ["alias", c.alias ?? ""],
    ["audience", audienceText(t, c.audience, "needs.fields")],
  ];
}
