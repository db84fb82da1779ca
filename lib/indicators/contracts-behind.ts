import { and, asc, desc, eq, ilike, inArray, ne, or, sql, type SQL, type SQLWrapper } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { contractParties, contracts, ledgerEntries, registrations, users } from "@/db/schema";
import { partyName } from "@/lib/contracts/party-name";
import { isBureau, type Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { containing } from "@/lib/core/like";
import { offsetOf, type Page, type PageRequest } from "@/lib/core/page";
import { entriesWhere } from "./entries";
import type { Filter } from "./filter";
import { usualOrder, type ListView, type Order } from "./list-view";
import type { Figures } from "./queries";

export type ContractBehind = Figures & {
  contractId: string; number: string; title: string; type: string; officialNumber: string | null; sellerName: string; buyerName: string;
  countsOn: string; recordedAt: Date; recordedBy: string | null; eventId: string; origin: "deal" | "ledger"; demo: boolean;
};

/** Entries of the contracts in whose name, numbers or parties that was found. One look through each table: a question to each contract would be tens of thousands. */
function ofContractsNamed(q: string | null): SQL | undefined {
  const pattern = containing(q);
  if (!pattern) return undefined;
  return or(
    ilike(ledgerEntries.sellerName, pattern),
    inArray(ledgerEntries.contractId, union(
      db().select({ id: contracts.id }).from(contracts).where(or(ilike(contracts.title, pattern), ilike(contracts.number, pattern))),
      db().select({ id: registrations.contractId }).from(registrations).where(ilike(registrations.officialNumber, pattern)),
      db().select({ id: contractParties.contractId }).from(contractParties).where(and(ilike(contractParties.name, pattern), ne(contractParties.side, "broker"))),
    )),
  );
}

/**
 * The contracts that make a figure, with what each adds to it and the event and person behind: the way down from every bar. A search narrows the list and
 * its sum alike, so that the sum is always that of what is listed. @throws NotFound outside the bureau
 */
export async function contractsBehind(actor: Actor, filter: Filter, request: PageRequest, view: ListView = { q: null, order: usualOrder }): Promise<Page<ContractBehind> & { sum: Figures }> {
  if (!isBureau(actor)) throw new NotFound();
  const where = and(entriesWhere(filter), ofContractsNamed(view.q));
  const grouped = db().$with("grouped").as(
    db().select({
      contractId: ledgerEntries.contractId,
      totalFen: sql<number>`sum(${ledgerEntries.amountFen})`.mapWith(Number).as("g_total_fen"),
      technicalFen: sql<number>`sum(${ledgerEntries.technicalFen})`.mapWith(Number).as("g_technical_fen"),
      counted: sql<number>`sum(${ledgerEntries.contracts})`.mapWith(Number).as("g_counted"),
      sellerName: sql<string>`(array_agg(${ledgerEntries.sellerName} order by ${ledgerEntries.recordedAt} desc))[1]`.as("g_seller_name"),
      countsOn: sql<string>`max(${ledgerEntries.countsOn})::text`.as("g_counts_on"),
      recordedAt: sql<Date>`max(${ledgerEntries.recordedAt})`.mapWith(ledgerEntries.recordedAt).as("g_recorded_at"),
      recordedBy: sql<string | null>`(array_agg(${ledgerEntries.recordedBy} order by ${ledgerEntries.recordedAt} desc))[1]`.as("g_recorded_by"),
      eventId: sql<string>`(array_agg(${ledgerEntries.eventId} order by ${ledgerEntries.recordedAt} desc))[1]`.as("g_event_id"),
    }).from(ledgerEntries).where(where).groupBy(ledgerEntries.contractId),
  );
  // What was undone or cancelled in full adds nothing and is no contract behind the figure; a technical amount that alone was changed adds to the sum, so it is listed.
  const listed = sql`(${grouped.totalFen} <> 0 or ${grouped.technicalFen} <> 0 or ${grouped.counted} <> 0)`;
  // As a dictionary has them: by the sound of the characters.
  const title = sql`${contracts.title} collate "zh-x-icu"`;
  const byOrder = { amount: desc(grouped.totalFen), "amount-up": asc(grouped.totalFen), date: desc(grouped.countsOn), "date-up": asc(grouped.countsOn), title: asc(title), "title-down": desc(title) } satisfies Record<Order, SQL>;
  const order = [byOrder[view.order], desc(grouped.totalFen), contracts.number];
  const sumOf = (fen: SQLWrapper) => sql<number>`coalesce(sum(${fen}), 0)`.mapWith(Number);
  const whole = db().$with("whole").as(db().select({ total: sql<number>`count(*) filter (where ${listed})`.mapWith(Number).as("w_total"), totalFen: sumOf(grouped.totalFen).as("w_total_fen"), technicalFen: sumOf(grouped.technicalFen).as("w_technical_fen"), contracts: sumOf(grouped.counted).as("w_contracts") }).from(grouped));
  const page = db().$with("page").as(
    db().select({
      place: sql<number>`row_number() over (order by ${sql.join(order, sql`, `)})`.as("place"),
      contractId: grouped.contractId, totalFen: grouped.totalFen, technicalFen: grouped.technicalFen, contracts: grouped.counted, sellerName: grouped.sellerName,
      countsOn: grouped.countsOn, recordedAt: grouped.recordedAt, eventId: grouped.eventId, recordedBy: users.name,
      number: contracts.number, title: contracts.title, type: contracts.type, origin: contracts.origin, demo: contracts.demo,
      officialNumber: sql<string | null>`(select r.official_number from registrations r where r.contract_id = ${contracts.id})`.as("official_number"),
      buyerName: partyName("buyer").as("buyer_name"),
    }).from(grouped).innerJoin(contracts, eq(contracts.id, grouped.contractId)).leftJoin(users, eq(users.id, grouped.recordedBy))
      .where(listed).orderBy(...order).limit(request.size).offset(offsetOf(request)),
  );
  // One question for the list, its length and its sum: what was searched for is found once. On a page without rows the other two are there all the same.
  const found = await db().with(grouped, whole, page).select().from(whole).leftJoin(page, sql`true`).orderBy(page.place);
  const { total = 0, ...sum } = found[0]?.whole ?? { totalFen: 0, technicalFen: 0, contracts: 0 };
  return { ...request, rows: found.flatMap((row) => (row.page ? [row.page] : [])), total, sum };
}
