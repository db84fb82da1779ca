import { inArray, sql, type AnyColumn, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { organisations } from "@/db/schema";
import { isId } from "@/lib/core/id";

/** As outsiders know it: a new name is its members' and the operators' alone until it is verified. `public_listings` says the same. */
export function publicName(of: { name: AnyColumn; verifiedName: AnyColumn } = organisations): SQL<string> {
  return sql<string>`coalesce(${of.verifiedName}, ${of.name})`;
}

/** Names of organisations as everybody may know them, by id. */
export async function namesOfOrganisations(ids: string[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter(isId))];
  if (known.length === 0) return new Map();
  const rows = await db().select({ id: organisations.id, name: publicName() }).from(organisations).where(inArray(organisations.id, known));
  return new Map(rows.map((row) => [row.id, row.name]));
}
