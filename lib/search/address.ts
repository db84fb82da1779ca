import type { EngineSort, ListingFilter } from "@/lib/engine/port";
import type { ListingKind } from "@/lib/engine/document";
import { parseMaturityWord, type ParsedMaturity } from "@/lib/codes/maturity";
import { pageRequest } from "@/lib/core/page";
import { cleanLine, firstCharacters } from "@/lib/core/typed-text";

/** The whole state of a search as it stands in the address: reload, back and share give the same page. */
export type SearchAddress = {
  q: string;
  kind: ListingKind | undefined;
  /** The reader has taken back a correction of what they typed. */
  asTyped: boolean;
  filter: ListingFilter;
  sort: EngineSort;
  page: number;
  size: number;
};

export type Params = Record<string, string | string[] | undefined>;

const sorts: readonly EngineSort[] = ["relevance", "newest", "deadline", "maturity", "price"];
const code = /^[A-Za-z0-9_-]{1,40}$/;
/** A query longer than this is cut: nobody types it, and the engine reads no more. */
const longestQuery = 400;

const many = (value: string | string[] | undefined): string[] => [...new Set((Array.isArray(value) ? value : value ? [value] : []).flatMap((v) => v.split(",")).filter((v) => code.test(v)))].slice(0, 30);
const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? "") : (value ?? ""));

/** A bound as people type it, in full width, with separators, with the unit of its box (\u4E07\u5143) behind it. NaN for anything else. */
function bound(value: string | string[] | undefined): number {
  const typed = cleanLine(one(value)).replace(/[\s,\uFF0C]/gu, "").replace(/\u4E07\u5143?$/u, "");
  return typed === "" ? NaN : Number(typed);
}

/** A level, or an older word or a name for some of them: from where it begins to where it ends (domain A10). */
function levels(value: string | string[] | undefined): ParsedMaturity | undefined {
  return parseMaturityWord(cleanLine(one(value))) ?? undefined;
}

/** A word as the lower bound takes in all that it stands for, and so as the upper one. */
function maturityRange(typedMin: string | string[] | undefined, typedMax: string | string[] | undefined): { min: number | undefined; max: number | undefined } | undefined {
  const [min, max] = [levels(typedMin), levels(typedMax)];
  if (min && max && min.from > max.to) return { min: max.from, max: min.to };
  return min || max ? { min: min?.from, max: max?.to } : undefined;
}

/** Amounts in the address are 万元. @returns fen */
function amount(value: string | string[] | undefined): number | undefined {
  const number = bound(value);
  return Number.isFinite(number) && number >= 0 && number <= 100_000_000 ? Math.round(number * 1_000_000) : undefined;
}

/** Reads a search out of an address. Whatever cannot be used is left out; nothing throws. */
export function readSearch(params: Params): SearchAddress {
  const kindText = one(params.kind);
  const kind = kindText === "achievement" || kindText === "need" ? kindText : undefined;
  const sort = one(params.sort) as EngineSort;
  // Bounds the wrong way round are meant the other way: nothing lies between 9 and 2.
  const range = (min: number | undefined, max: number | undefined) => (min === undefined && max === undefined ? undefined : min !== undefined && max !== undefined && min > max ? { min: max, max: min } : { min, max });
  return {
    q: firstCharacters(one(params.q).replace(/\s+/g, " ").trim(), longestQuery),
    kind,
    asTyped: one(params.asTyped) === "1",
    sort: sorts.includes(sort) ? sort : "relevance",
    ...pageRequest({ page: one(params.page), size: one(params.size) }),
    filter: {
      industry: many(params.industry), field: many(params.field), direction: many(params.direction), district: many(params.district),
      modes: many(params.modes), ipKinds: many(params.ipKinds), organisationId: many(params.organisationId),
      maturity: maturityRange(params.maturityMin, params.maturityMax),
      priceFen: range(amount(params.priceMin), amount(params.priceMax)),
      budgetFen: range(amount(params.budgetMin), amount(params.budgetMax)),
    },
  };
}

/** The address of a search with some of its parts changed; every change but of the page leads to page 1. */
export function searchHref(params: Params, change: Record<string, string | string[] | undefined>, path = "/search"): string {
  const next = new URLSearchParams();
  const merged: Params = { ...params, ...("page" in change ? {} : { page: undefined }), ...change };
  for (const [name, value] of Object.entries(merged)) for (const item of Array.isArray(value) ? value : value ? [value] : []) next.append(name, item);
  const query = next.toString();
  return query ? `${path}?${query}` : path;
}

/** The orders that say something of a kind: only needs end, and only achievements have a price. */
export function sortsOf(kind: ListingKind | undefined): readonly EngineSort[] {
  return sorts.filter((sort) => (kind === "need" ? sort !== "price" : sort !== "deadline"));
}

/** The same search among one kind, or both: with all its conditions, less those that tell nothing of that kind. */
export function kindHref(params: Params, kind: ListingKind | undefined): string {
  const untold = kind === "need" ? ["ipKinds", "priceMin", "priceMax"] : ["budgetMin", "budgetMax"];
  const sort = sortsOf(kind).find((one) => one === params.sort);
  return searchHref(params, { ...Object.fromEntries(untold.map((name) => [name, undefined])), kind, sort });
}

type Range = "maturity" | "price" | "budget";

/** The bounds of a range that a search really applies, as its boxes and its tag say them: what cannot be used has none. */
export function appliedBounds(params: Params, range: Range): { from: string | undefined; to: string | undefined } {
  const { filter } = readSearch(params);
  const [bounds, unit] = range === "maturity" ? [filter.maturity, 1] : [range === "price" ? filter.priceFen : filter.budgetFen, 1_000_000];
  const said = (value: number | undefined) => (value === undefined ? undefined : String(value / unit));
  return { from: said(bounds?.min), to: said(bounds?.max) };
}

/** What was typed into a range's boxes and says no bound (abc, -5, a maturity of 40), so that it can be said and stay where it stands. */
export function unusableBounds(params: Params, range: Range): { from: string | undefined; to: string | undefined } {
  const read = range === "maturity" ? levels : amount;
  const unusable = (value: string | string[] | undefined) => (read(value) === undefined ? cleanLine(one(value)).slice(0, 20) || undefined : undefined);
  return { from: unusable(params[`${range}Min`]), to: unusable(params[`${range}Max`]) };
}
