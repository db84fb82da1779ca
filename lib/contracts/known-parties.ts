import { and, eq, inArray, ne, or, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { organisations } from "@/db/schema";

export type KnownParty = { id: string; name: string; creditCode: string | null };
type Named = { name: string; creditCode: string | null };

/** Names are compared without case, width and blanks. */
export function bareName(name: string): string {
  return name.normalize("NFKC").replace(/\s/gu, "").toLowerCase();
}

/** A contract is read by whom it is linked to: the code decides; a name only where the code is not known to differ and nobody else bears it. Pure. */
export function linkedTo(known: readonly KnownParty[], { name, creditCode }: Named): string | null {
  const coded = creditCode ? known.find((one) => one.creditCode === creditCode) : undefined;
  const named = known.filter((one) => bareName(one.name) === bareName(name) && (creditCode === null || one.creditCode === null));
  return coded?.id ?? (named.length === 1 ? named[0]!.id : null);
}

/**
 * Verified organisations of the platform that may be meant by what a contract says of its parties, so that they see their own contracts. Not the bureau:
 * it sees all of them, and as a party of one its people would have to stand aside.
 */
export async function organisationsMeant(reader: Reader, parties: readonly Named[]): Promise<KnownParty[]> {
  if (parties.length === 0) return [];
  const names = [...new Set(parties.map(({ name }) => bareName(name)))], codes = [...new Set(parties.flatMap(({ creditCode }) => creditCode ?? []))];
  const bare = sql<string>`lower(regexp_replace(normalize(${organisations.name}, NFKC), '[[:space:]]', '', 'g'))`;
  return reader.select({ id: organisations.id, name: organisations.name, creditCode: organisations.creditCode }).from(organisations)
    .where(and(eq(organisations.verification, "verified"), ne(organisations.kind, "bureau"), or(inArray(bare, names), codes.length > 0 ? inArray(organisations.creditCode, codes) : undefined)));
}
