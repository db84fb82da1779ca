import { and, eq, inArray, sql } from "drizzle-orm";
import type { Reader, Tx } from "@/db/client";
import { ledgerEntries } from "@/db/schema";
import { newId } from "@/lib/core/id";
import type { EventRef } from "@/lib/events/record";

type Entry = typeof ledgerEntries.$inferInsert;
/** Signed: amounts and count as they change the year's figure. Dimensions are frozen by the caller from the contract of this moment. */
export type NewEntry = Omit<Entry, "id" | "sellerInHarbin" | "buyerInHarbin" | "recordedAt" | "eventAt" | "eventId">;

/** GB/T 2260: every code of the city begins so. */
export function inHarbin(districtCode: string | null | undefined): boolean {
  return districtCode?.startsWith("2301") ?? false;
}

/** The only writer of the ledger. Entries are never changed: a mistake is answered by its opposite. */
export async function post(tx: Tx, entries: readonly NewEntry[], event: EventRef): Promise<string[]> {
  const rows: Entry[] = entries.map((entry) => ({
    ...entry, id: newId(event.at), sellerInHarbin: inHarbin(entry.sellerDistrict), buyerInHarbin: entry.buyerCountry === "CN" && inHarbin(entry.buyerDistrict),
    recordedAt: event.at, eventAt: event.at, eventId: event.id,
  }));
  for (let from = 0; from < rows.length; from += 1_000) await tx.insert(ledgerEntries).values(rows.slice(from, from + 1_000));
  return rows.map((row) => row.id!);
}

/** An entry that no other answers. */
const standing = sql`ledger_entries.kind <> 'reversed' and not exists (select 1 from ledger_entries r where r.reverses_id = ledger_entries.id)`;

type Balance = { amountFen: number; technicalFen: number; contracts: number; lastOn: string | null };

/** What now stands in the ledger for one contract; `lastOn` is the counting date of its latest standing entry. */
export async function balanceOf(reader: Reader, contractId: string): Promise<Balance> {
  const [row] = await reader.select({
    amountFen: sql<number>`coalesce(sum(${ledgerEntries.amountFen}), 0)`.mapWith(Number),
    technicalFen: sql<number>`coalesce(sum(${ledgerEntries.technicalFen}), 0)`.mapWith(Number),
    contracts: sql<number>`coalesce(sum(${ledgerEntries.contracts}), 0)`.mapWith(Number),
    lastOn: sql<string | null>`max(${ledgerEntries.countsOn}) filter (where ${standing})::text`,
  }).from(ledgerEntries).where(eq(ledgerEntries.contractId, contractId));
  return row ?? { amountFen: 0, technicalFen: 0, contracts: 0, lastOn: null };
}

/** Answers every standing entry of these contracts with its opposite, which keeps the counting date of what it reverses (domain A1). */
export async function reverseEntries(tx: Tx, contractIds: readonly string[], recordedBy: string | null, event: EventRef): Promise<number> {
  if (contractIds.length === 0) return 0;
  const wrong = await tx.select().from(ledgerEntries).where(and(inArray(ledgerEntries.contractId, [...contractIds]), standing));
  await post(tx, wrong.map(({ id, sellerInHarbin: _s, buyerInHarbin: _b, recordedAt: _r, eventAt: _e, eventId: _i, ...entry }) => ({
    ...entry, kind: "reversed" as const, reversesId: id, amountFen: -entry.amountFen, technicalFen: -entry.technicalFen, contracts: -entry.contracts, recordedBy,
  })), event);
  return wrong.length;
}
