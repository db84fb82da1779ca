/** Economic sectors, GB/T 4754-2017: sections (A), divisions (01), groups (011), classes (0111). 63 kB, for the server only. */
import data from "./data/economic-sectors.json";

export type EconomicSector = { code: string; zh: string; parent: string | null; level: 1 | 2 | 3 | 4 };

const names: Record<string, string> = data.names;
const sections = data.sections as [code: string, name: string, divisions: string[]][];

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

export const economicSectorSource: string = data.source;
