import { sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import type { OrganisationKind } from "@/lib/core/actor";
import { spellingPattern, typedText, typedWords } from "./spelling";

export type NamedOrganisation = { id: string; name: string; kind: OrganisationKind; districtCode: string | null };

/** Verified, not suspended, and called so in full or in short: the only names by which anybody finds an organisation. */
export const calledSo = (pattern: string): SQL => sql`(name ~ ${pattern} or short_name ~ ${pattern}) and verification = 'verified' and suspended_at is null`;

/** One character stands in half of all names. */
const leastTyped = 2;

/** Organisations whose name holds every word that was typed: those that begin with it first, then the shorter names. */
export async function organisationsNamed(typed: string, limit = 5): Promise<{ total: number; rows: NamedOrganisation[] }> {
  const words = typedWords(typed);
  if ([...typedText(typed)].length < leastTyped) return { total: 0, rows: [] };
  const begins = `^${spellingPattern(words[0]!)}`;
  const { rows } = await db().execute<NamedOrganisation & { total: number }>(sql`
    select id, name, kind, district_code as "districtCode", count(*) over ()::int as total from organisations where ${sql.join(words.map((word) => calledSo(spellingPattern(word))), sql` and `)}
    order by name ~ ${begins} or coalesce(short_name ~ ${begins}, false) desc, length(name), name limit ${limit}`);
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _, ...row }) => row) };
}
