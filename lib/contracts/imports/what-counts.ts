import { and, eq, isNotNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { importRows } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { inHarbin } from "@/lib/ledger/post";
import type { ParsedRow } from "./check-row";
import { getImportFor } from "./queries";

type Sum = { contracts: number; totalFen: number; technicalFen: number };
/** Of one year: what counts for the city, what does not because its seller is elsewhere, and of that what counts as absorbed. */
export type CountedYear = { year: number; city: Sum; elsewhere: Sum; absorbed: Sum };

const nothing = (): Sum => ({ contracts: 0, totalFen: 0, technicalFen: 0 });
const add = (to: Sum, part: Sum): void => {
  to.contracts += part.contracts;
  to.totalFen += part.totalFen;
  to.technicalFen += part.technicalFen;
};

/** How much of an import counts in which year, by the rule of the ledger itself (domain A1): the day of registration gives the year, the seller's place the city. Newest year first. */
export async function whatCounts(actor: Actor, importId: string): Promise<CountedYear[]> {
  await getImportFor(db(), actor, importId);
  const of = (key: keyof ParsedRow) => sql<string | null>`${importRows.parsed}->>${sql.raw(`'${key}'`)}`;
  const sum = (key: "totalFen" | "technicalFen") => sql<number>`sum((${of(key)})::bigint)`.mapWith(Number);
  const groups = await db().select({
    year: sql<number>`left(${of("registeredOn")}, 4)::int`, seller: of("sellerDistrict"), country: of("buyerCountry"), buyer: of("buyerDistrict"),
    contracts: sql<number>`count(*)`.mapWith(Number), totalFen: sum("totalFen"), technicalFen: sum("technicalFen"),
  }).from(importRows).where(and(eq(importRows.importId, importId), isNotNull(importRows.parsed))).groupBy(sql`1, 2, 3, 4`);
  const years = new Map<number, CountedYear>();
  for (const group of groups) {
    const line = years.get(group.year) ?? { year: group.year, city: nothing(), elsewhere: nothing(), absorbed: nothing() };
    years.set(group.year, line);
    add(inHarbin(group.seller) ? line.city : line.elsewhere, group);
    if (!inHarbin(group.seller) && group.country === "CN" && inHarbin(group.buyer)) add(line.absorbed, group);
  }
  return [...years.values()].sort((a, b) => b.year - a.year);
}
