/** Universities of Heilongjiang and the institutes that the plan names, with the short names people use. For the server. */
import data from "./data/institutions.json";

export type Institution = { code: string; zh: string; city: string; kind: "university" | "institute"; level?: string; authority?: string; private?: boolean; aliases: string[] };

type Row = { code: string; zh: string; city: string; level?: string; authority?: string; private?: boolean; aliases?: string[] };

export const institutions: Institution[] = [
  ...(data.universities as Row[]).map((row): Institution => ({ ...row, kind: "university", aliases: row.aliases ?? [] })),
  ...(data.institutes as Row[]).map((row): Institution => ({ ...row, kind: "institute", aliases: row.aliases ?? [] })),
];

const byName = new Map(institutions.flatMap((institution) => [institution.zh, ...institution.aliases].map((name) => [name, institution] as const)));

/** Finds an institution by its full or its common short name. */
export function institutionNamed(name: string): Institution | undefined {
  return byName.get(name.normalize("NFKC").trim());
}

/** [short name, full name] for synonyms of search. */
export const institutionAliases: [string, string][] = institutions.flatMap((institution) => institution.aliases.map((alias): [string, string] => [alias, institution.zh]));
export const institutionSource: string = data.source;
