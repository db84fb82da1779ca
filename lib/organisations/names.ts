import { inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { organisations, publicName } from "@/db/schema";
import { isId } from "@/lib/core/id";

/** Names of organisations as everybody may know them, by id. */
export async function namesOfOrganisations(ids: string[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter(isId))];
  if (known.length === 0) return new Map();
  const rows = await db().select({ id: organisations.id, name: publicName() }).from(organisations).where(inArray(organisations.id, known));
  return new Map(rows.map((row) => [row.id, row.name]));
}
