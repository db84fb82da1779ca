/**
 * The plan's industries, fields and directions (boxes 7-17) with the plan's text: 80 kB, for the server only.
 * Five words, never mixed (domain A8): industry → field → direction is ours; techArea is the national form's;
 * economicSector is GB/T 4754-2017.
 */
import data from "./data/taxonomy.json";
import type { Locale } from "./lists";

export type Direction = { code: string; zh: string; en: string };
export type Field = { code: string; zh: string; en: string; techArea: string; text: string; directions: Direction[] };
export type Industry = { code: string; zh: string; en: string; box: number; tier: string; tierZh: string; techArea: string | null; fields: Field[] };

const all: Industry[] = data.industries.map((industry) => ({
  ...industry,
  fields: industry.fields.map((field) => ({
    ...field,
    directions: field.directions.map(([code = "", zh = "", en = ""]) => ({ code, zh, en })),
  })),
}));

const researchCode = "BR";
/** The eleven industries of the plan. */
export const industries = all.filter((industry) => industry.code !== researchCode);
/** Box 6 classifies research topics only; it is no industry. */
export const basicResearch = all.find((industry) => industry.code === researchCode)?.fields ?? [];

const industryByCode = new Map(industries.map((industry) => [industry.code, industry]));
const fieldByCode = new Map(all.flatMap((industry) => industry.fields).map((field) => [field.code, field]));
const directionByCode = new Map([...fieldByCode.values()].flatMap((field) => field.directions).map((direction) => [direction.code, direction]));

/** The industry of a code of any level ("EQ", "EQ02", "EQ02-03"). */
export function industryOf(code: string | null | undefined): Industry | undefined {
  return code ? industryByCode.get(code.slice(0, 2)) : undefined;
}

/** The field of a field's or direction's code. */
export function fieldOf(code: string | null | undefined): Field | undefined {
  return code ? fieldByCode.get(code.slice(0, 4)) : undefined;
}

export function directionOf(code: string | null | undefined): Direction | undefined {
  return code ? directionByCode.get(code) : undefined;
}

/** The technical area of the national form that a field of the plan counts for. */
export function techAreaOfField(code: string | null | undefined): string | undefined {
  return fieldOf(code)?.techArea ?? industryOf(code)?.techArea ?? undefined;
}

/** Name of an industry, field or direction; unknown codes stay codes. English stands in for Russian. */
export function termName(code: string | null | undefined, locale: Locale = "zh-CN"): string {
  if (!code) return "";
  const term = industryByCode.get(code) ?? fieldByCode.get(code) ?? directionByCode.get(code);
  return term ? (locale === "zh-CN" ? term.zh : term.en) : code;
}

/** True when the three codes are known and lie under each other. */
export function isTermPath(industry: string, field?: string | null, direction?: string | null): boolean {
  if (!industryByCode.has(industry)) return false;
  if (field && !(fieldByCode.has(field) && field.slice(0, 2) === industry)) return false;
  return !direction || (!!field && directionByCode.has(direction) && direction.slice(0, 4) === field);
}

/** [code, name, children]: what a cascade of selects needs and no more. Industries and fields are 3 kB, with directions 35 kB. */
export type TaxonomyNode = [code: string, name: string, children?: TaxonomyNode[]];

export function taxonomyTree({ directions = false, locale = "zh-CN" as Locale } = {}): TaxonomyNode[] {
  const name = (term: { zh: string; en: string }) => (locale === "zh-CN" ? term.zh : term.en);
  return industries.map((industry) => [
    industry.code, name(industry), industry.fields.map((field): TaxonomyNode => (directions
      ? [field.code, name(field), field.directions.map((direction): TaxonomyNode => [direction.code, name(direction)])]
      : [field.code, name(field)])),
  ]);
}

/** Directions of one field, for the third step of a cascade. */
export function directionsOf(fieldCode: string): Direction[] {
  return fieldByCode.get(fieldCode)?.directions ?? [];
}

export const taxonomySource: string = data.source;
