/** Economic sectors, GB/T 4754-2017: sections (A), divisions (01), groups (011), classes (0111). 63 kB, for the server only. */
import data from "./data/economic-sectors.json";

export type EconomicSector = { code: string; zh: string; parent: string | null; level: 1 | 2 | 3 | 4 };

const names: Record<string, string> = data.names;
const sections = data.sections as [code: string, name: string, divisions: string[]][];
const sectionOfDivision = new Map(sections.flatMap(([code, , divisions]) => divisions.map((division) => [division, code] as const)));

export const economicSectors: EconomicSector[] = sections.flatMap(([code, zh, divisions]): EconomicSector[] => [
  { code, zh, parent: null, level: 1 },
  ...Object.keys(names).filter((known) => divisions.includes(known.slice(0, 2))).sort().map((known): EconomicSector => ({
    code: known,
    zh: names[known] ?? known,
    parent: known.length === 2 ? code : known.slice(0, -1),
    level: known.length as 2 | 3 | 4,
  })),
]);

const byCode = new Map(economicSectors.map((sector) => [sector.code, sector]));

export function economicSectorOf(code: string | null | undefined): EconomicSector | undefined {
  return code ? byCode.get(code) : undefined;
}

export function economicSectorName(code: string | null | undefined): string {
  return economicSectorOf(code)?.zh ?? code ?? "";
}

/** The section letter of a code of any level. */
export function sectionOf(code: string): string | undefined {
  return /^[A-T]$/.test(code) ? code : sectionOfDivision.get(code.slice(0, 2));
}

export const economicSectorSource: string = data.source;
