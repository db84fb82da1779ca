import { and, asc, desc, eq, ilike, inArray, ne, or, sql, type SQL } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { contractParties, contracts, ledgerEntries, registrations, users } from "@/db/schema";
import { isBureau, type Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { containing } from "@/lib/core/like";
import { offsetOf, type Page, type PageRequest } from "@/lib/core/page";
import { entriesWhere, sums } from "./entries";
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
  const [whole] = await db().select(sums).from(ledgerEntries).where(where);
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
    }).from(ledgerEntries).where(where).groupBy(ledgerEntries.contractId)
      // What was undone or cancelled in full adds nothing and is no contract behind the figure.
      .having(sql`sum(${ledgerEntries.amountFen}) <> 0 or sum(${ledgerEntries.contracts}) <> 0`),
  );
  // As a dictionary has them: by the sound of the characters.
  const title = sql`${contracts.title} collate "zh-x-icu"`;
  const byOrder = { amount: desc(grouped.totalFen), "amount-up": asc(grouped.totalFen), date: desc(grouped.countsOn), "date-up": asc(grouped.countsOn), title: asc(title), "title-down": desc(title) } satisfies Record<Order, SQL>;
  const rows = await db().with(grouped)
    .select({
      contractId: grouped.contractId, totalFen: grouped.totalFen, technicalFen: grouped.technicalFen, contracts: grouped.counted, sellerName: grouped.sellerName,
      countsOn: grouped.countsOn, recordedAt: grouped.recordedAt, eventId: grouped.eventId, recordedBy: users.name,
      number: contracts.number, title: contracts.title, type: contracts.type, origin: contracts.origin, demo: contracts.demo,
      officialNumber: sql<string | null>`(select r.official_number from registrations r where r.contract_id = ${contracts.id})`,
      buyerName: sql<string>`coalesce((select p.name from contract_parties p where p.contract_id = ${contracts.id} and p.side = 'buyer' order by p.share_basis_points desc, p.position limit 1), '')`,
    })
    .from(grouped).innerJoin(contracts, eq(contracts.id, grouped.contractId)).leftJoin(users, eq(users.id, grouped.recordedBy))
    .orderBy(byOrder[view.order], desc(grouped.totalFen), contracts.number).limit(request.size).offset(offsetOf(request));
  const [count] = await db().with(grouped).select({ n: sql<number>`count(*)`.mapWith(Number) }).from(grouped);
  return { ...request, rows, total: count?.n ?? 0, sum: whole ? { totalFen: whole.totalFen, technicalFen: whole.technicalFen, contracts: whole.contracts } : { totalFen: 0, technicalFen: 0, contracts: 0 } };
}
