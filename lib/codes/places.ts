/**
 * Places: six digits of GB/T 2260 inside China (county level in Heilongjiang, province level elsewhere),
 * two letters of ISO 3166 abroad. some 30 kB of JSON, for the server.
 */
import divisionData from "./data/divisions.json";
import data from "./data/places.json";
import type { FlowCode } from "./code-sets";
import type { Locale } from "./lists";

/** `row` and `column` count from 1 in a table of 4 × 6 equal squares that follows the map roughly (look.md C13). */
export type District = { code: string; zh: string; short: string; en: string; ru: string; kind: string; row: number; column: number };
export type Place = { code: string; zh: string; en?: string; ru?: string };

export const harbinCode = "230100";
export const provinceCode = "230000";
/** The 18 districts, counties and county-level cities of Harbin. */
export const harbinDistricts: District[] = data.harbin;
const tileTable = { rows: data.tiles.rows, columns: data.tiles.columns };
export const provinces: Place[] = data.provinces;
export const countries: Place[] = data.countries;
/** Prefectures of Heilongjiang with their county-level divisions. */
export const prefectures: { code: string; zh: string; children: Place[] }[] = divisionData.prefectures.map(({ code, zh, children }) => ({
  code,
  zh,
  children: children.map(([child = "", name = ""]) => ({ code: child, zh: name })),
}));

const districts = new Map(harbinDistricts.map((district) => [district.code, district]));
const parents = new Map(prefectures.flatMap((city) => city.children.map((child) => [child.code, city.code] as const)));
const places = new Map<string, Place>([
  ...countries, ...provinces, ...prefectures.map(({ code, zh }) => ({ code, zh })), ...prefectures.flatMap((city) => city.children), ...harbinDistricts,
].map((place) => [place.code, place]));

export function isPlace(code: string): boolean {
  return places.has(code);
}

/** Name of a place of any level, e.g. a district of Harbin, a county, a province, a country; unknown codes stay codes. */
export function districtName(code: string | null | undefined, locale: Locale = "zh-CN"): string {
  const place = code ? places.get(code) : undefined;
  if (!place) return code ?? "";
  return (locale === "en" ? place.en : locale === "ru" ? place.ru : undefined) ?? place.zh;
}

/** Without the last sign of the division's kind, for narrow places. */
export function districtShortName(code: string | null | undefined): string {
  return (code ? districts.get(code)?.short : undefined) ?? districtName(code);
}

/** The whole way down to a place inside Heilongjiang: city and county, or the province for others. */
export function placeName(code: string | null | undefined): string {
  const city = code ? parents.get(code) : undefined;
  return city ? districtName(city) + districtName(code) : districtName(code);
}

export function isHarbin(code: string | null | undefined): boolean {
  return !!code && /^2301\d\d$/.test(code);
}

export function isHeilongjiang(code: string | null | undefined): boolean {
  return !!code && /^23\d{4}$/.test(code);
}

export function isAbroad(code: string | null | undefined): boolean {
  return !!code && /^[A-Z]{2}$/.test(code) && code !== "CN";
}

/** Where a deal with a partner at this place counts: inside the city, the province, the country, or abroad. */
export function flowOf(code: string | null | undefined): FlowCode | undefined {
  if (!code) return undefined;
  if (isHarbin(code)) return "local";
  if (isHeilongjiang(code)) return "province";
  return isAbroad(code) ? "abroad" : "country";
}

/** Equal squares in the order of the tile table, row by row; empty squares are null. */
export function districtTiles(): (District | null)[][] {
  return Array.from({ length: tileTable.rows }, (_, row) =>
    Array.from({ length: tileTable.columns }, (_, column) => harbinDistricts.find((d) => d.row === row + 1 && d.column === column + 1) ?? null));
}

export function parentOfDivision(code: string): string | undefined {
  return parents.get(code) ?? (/^23\d\d00$/.test(code) && code !== provinceCode ? provinceCode : undefined);
}
