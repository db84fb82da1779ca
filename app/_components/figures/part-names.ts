import type { getTranslations } from "next-intl/server";
import { codeName } from "@/lib/codes/lists";
import { districtName, harbinCode, harbinDistricts, placeName } from "@/lib/codes/places";
import { termName } from "@/lib/codes/taxonomy";
import { unknown, type Condition, type Filter } from "@/lib/indicators/filter";

/** What figures of a year are worded with. */
export type FigureWords = Awaited<ReturnType<typeof getTranslations<"indicators">>>;
type Words = (key: string, values?: Record<string, string | number>) => string;

/** The name of one part of a breakdown; what is not known says so (domain A2). */
export function partName(t: Words, dimension: Condition, key: string): string {
  if (key === unknown) return t(dimension === "field" ? "unknown" : "unknownOther");
  switch (dimension) {
    case "type": return codeName("contract_type", key);
    case "techArea": return codeName("tech_area", key);
    case "field": return termName(key);
    case "district": return key === harbinCode ? t("noDistrict") : districtName(key) || placeName(key);
    case "nature": return codeName("nature_group", key);
    case "planSource": return codeName("plan_source", key);
    case "ip": return codeName("ip_kind", key);
    case "month": return t("monthName", { month: key });
    case "flow": return t(`flowName.${key}`);
    case "scope": return t(`scopeName.${key}`);
    case "through": return t("throughName", { month: key });
    case "size": return t(`sizeName.${key}`);
    case "institution": return key;
  }
}

/** What counts for the city and for none of its districts, because the place was not said so far: without it the parts would not be the whole (domain A1). */
export function outsideDistricts<P extends { key: string }>(parts: readonly P[]): P[] {
  return parts.filter(({ key }) => !harbinDistricts.some(({ code }) => code === key));
}

/** Whose figures a chart shows: the city's, or those of a part of it that the reader has chosen. */
export function scopeName(t: Words, { parts }: Pick<Filter, "parts">): string {
  const chosen = (Object.entries(parts) as [Condition, string][]).map(([condition, key]) => partName(t, condition, key));
  return chosen.length === 0 ? t("city") : t("cityOnly", { parts: chosen.join(t("and")) });
}
