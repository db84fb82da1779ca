import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
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

/** What is frozen in an entry and goes over into one that answers or repeats it. */
function frozen({ id: _id, reversesId: _reverses, sellerInHarbin: _seller, buyerInHarbin: _buyer, recordedAt: _recorded, eventAt: _at, eventId: _event, ...rest }: typeof ledgerEntries.$inferSelect) {
  return rest;
}

/** Answers every standing entry of these contracts with its opposite, which keeps the counting date of what it reverses (domain A1). */
export async function reverseEntries(tx: Tx, contractIds: readonly string[], recordedBy: string | null, event: EventRef): Promise<number> {
  if (contractIds.length === 0) return 0;
  const wrong = await tx.select().from(ledgerEntries).where(and(inArray(ledgerEntries.contractId, [...contractIds]), standing));
  await post(tx, wrong.map((entry) => ({
    ...frozen(entry), kind: "reversed" as const, reversesId: entry.id, amountFen: -entry.amountFen, technicalFen: -entry.technicalFen, contracts: -entry.contracts, recordedBy,
  })), event);
  return wrong.length;
}

export type Answered = { contractId: string; eventId: string };

/** The contract that ceased to count by the event by which this one began to, as it still counts. */
export async function answeredBy(reader: Reader, contractId: string): Promise<Answered | null> {
  const began = reader.select({ id: ledgerEntries.eventId }).from(ledgerEntries).where(and(eq(ledgerEntries.contractId, contractId), eq(ledgerEntries.kind, "registered"), standing));
  const [other] = await reader.select({ contractId: ledgerEntries.contractId, eventId: ledgerEntries.eventId }).from(ledgerEntries)
    .where(and(eq(ledgerEntries.kind, "reversed"), ne(ledgerEntries.contractId, contractId), inArray(ledgerEntries.eventId, began))).limit(1);
  return other ?? null;
}

/** Posts once more what that event answered: with the same dates and dimensions, so that every figure is again what it was. @returns what kinds it posted */
export async function repostEntries(tx: Tx, { contractId, eventId }: Answered, recordedBy: string | null, event: EventRef): Promise<Entry["kind"][]> {
  const answers = tx.select({ id: ledgerEntries.reversesId }).from(ledgerEntries).where(and(eq(ledgerEntries.contractId, contractId), eq(ledgerEntries.eventId, eventId), eq(ledgerEntries.kind, "reversed")));
  const before = await tx.select().from(ledgerEntries).where(and(eq(ledgerEntries.contractId, contractId), inArray(ledgerEntries.id, answers))).orderBy(asc(ledgerEntries.recordedAt));
  await post(tx, before.map((entry) => ({ ...frozen(entry), recordedBy })), event);
  return before.map((entry) => entry.kind);
}
