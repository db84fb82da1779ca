import { and, asc, desc, eq, ilike, inArray, ne, or, sql, type SQL } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { contractParties, contracts, deals, imports, ledgerEntries, listings, listingVersions, registrations, users } from "@/db/schema";
import { isBureau, type Actor, type Person } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { isId } from "@/lib/core/id";
import { containing } from "@/lib/core/like";
import { offsetOf, type Page, type PageRequest } from "@/lib/core/page";
import { historyOf, type HistoryEntry } from "@/lib/events/history";
import { canSeeUnpublished } from "@/lib/listings/policy";
import { isSignedUnder } from "@/lib/listings/queries";
import type { ListingKind } from "@/lib/listings/states";
import { ownNamedIn } from "@/lib/reviews/own-names";
import { canSeeContract, canSeeContractsOf, nextStepOf, type ContractSubject, type NextStep } from "./policy";
import { partyName } from "./party-name";
import { countedStatuses, type RegistrationStatus } from "./registrations/states";
import { partySides, type PartySide } from "./states";

export type ContractRow = typeof contracts.$inferSelect;
export type PartyRow = typeof contractParties.$inferSelect;
export type RegistrationRow = typeof registrations.$inferSelect;
export type ContractForActor = ContractRow & Omit<ContractSubject, "parties" | "registration"> & { parties: PartyRow[]; registration: RegistrationRow | null; dealEnded: boolean; namesOwn: boolean;
  /** Something of it stands in the ledger, be it answered by its opposite. */
  everCounted: boolean;
};

/** @throws NotFound for everybody who is neither party, broker nor bureau */
export async function getContractFor(reader: Reader, actor: Actor, contractId: string): Promise<ContractForActor> {
  if (!isId(contractId)) throw new NotFound();
  // Parties that stand there as text only concern nobody but who judges.
  const own = isBureau(actor) ? await ownNamedIn(reader, actor, sql`array(select p.name from contract_parties p where p.contract_id = ${contracts.id} and p.side <> 'broker')`) : sql`'{}'::uuid[]`;
  const everCounted = sql<boolean>`exists (select 1 from ledger_entries e where e.contract_id = ${contracts.id})`;
  const [row] = await reader.select({ contract: contracts, registration: registrations, deal: { status: deals.status, seller: deals.sellerId, buyer: deals.buyerId }, namesOwn: sql<boolean>`cardinality(${own}) > 0`, everCounted }).from(contracts)
    .leftJoin(registrations, eq(registrations.contractId, contracts.id)).leftJoin(deals, eq(deals.id, contracts.dealId)).where(eq(contracts.id, contractId));
  if (!row) throw new NotFound();
  const parties = await reader.select().from(contractParties).where(eq(contractParties.contractId, contractId)).orderBy(asc(contractParties.side), asc(contractParties.position));
  const { deal, everCounted: counted, namesOwn } = row;
  const contract = { ...row.contract, parties, registration: row.registration, dealEnded: deal?.status === "ended", namesOwn, everCounted: counted, sides: deal ? { seller: deal.seller, buyer: deal.buyer } : null };
  if (actor.kind !== "system" && !canSeeContract(actor, contract)) throw new NotFound();
  return contract;
}

export type EntryView = { id: string; kind: "registered" | "changed" | "cancelled" | "reversed"; countsOn: string; amountFen: number; technicalFen: number; recordedAt: Date; recordedBy: string | null; eventId: string };
/** What a contract was signed under: a version of a record as it was public then. `open`: it can be read now. */
export type SignedVersion = { id: string; listingId: string; kind: ListingKind; number: string; ordinal: number; approvedAt: Date | null; open: boolean };
export type ContractView = { contract: ContractForActor; versions: SignedVersion[]; deal: { id: string; number: string } | null; import: { id: string; fileName: string; at: Date } | null; recordedBy: string | null; entries: EntryView[] };

/** The record with what it counts for: every entry of the ledger with the person and the event that wrote it. */
export async function getContractRecord(actor: Actor, contractId: string): Promise<ContractView> {
  const contract = await getContractFor(db(), actor, contractId);
  const [[deal], [file], [recorder], entries, versions] = await Promise.all([
    contract.dealId ? db().select({ id: deals.id, number: deals.number }).from(deals).where(eq(deals.id, contract.dealId)) : [],
    contract.importId ? db().select({ id: imports.id, fileName: imports.fileName, at: imports.uploadedAt }).from(imports).where(eq(imports.id, contract.importId)) : [],
    contract.recordedBy ? db().select({ name: users.name }).from(users).where(eq(users.id, contract.recordedBy)) : [],
    db().select({
      id: ledgerEntries.id, kind: ledgerEntries.kind, countsOn: ledgerEntries.countsOn, amountFen: ledgerEntries.amountFen, technicalFen: ledgerEntries.technicalFen,
      recordedAt: ledgerEntries.recordedAt, recordedBy: users.name, eventId: ledgerEntries.eventId,
    }).from(ledgerEntries).leftJoin(users, eq(users.id, ledgerEntries.recordedBy)).where(eq(ledgerEntries.contractId, contractId)).orderBy(asc(ledgerEntries.recordedAt)),
    db().select({
      id: listingVersions.id, listingId: listings.id, kind: listings.kind, number: listings.number, ordinal: listingVersions.ordinal, approvedAt: listingVersions.decidedAt,
      organisationId: listings.organisationId, signed: isSignedUnder(actor),
    }).from(listingVersions).innerJoin(listings, eq(listings.id, listingVersions.listingId))
      .where(inArray(listingVersions.id, [contract.achievementVersionId, contract.needVersionId].filter((one) => one !== null))).orderBy(asc(listings.kind)),
  ]);
  return {
    contract, versions: versions.map(({ organisationId, signed, ...version }) => ({ ...version, open: signed || canSeeUnpublished(actor, { organisationId }) })),
    deal: deal ?? null, import: file ?? null, recordedBy: recorder?.name ?? null, entries,
  };
}

export type ContractLine = {
  id: string; number: string; title: string; type: ContractRow["type"]; origin: ContractRow["origin"]; totalFen: number; technicalFen: number; signedOn: string; demo: boolean;
  status: ContractRow["status"]; seller: string; buyer: string; registration: { id: string; status: RegistrationStatus; officialNumber: string | null } | null;
  sides: ContractSubject["sides"];
};

const counts = inArray(registrations.status, [...countedStatuses]);
/** The two amounts of a contract beside its registration: as the registrar recognised them while it counts (domain A1), else as recorded. */
export const totalAsItCounts = sql<number>`case when ${counts} then ${registrations.recognisedTotalFen} else ${contracts.totalFen} end`.mapWith(Number);
const technicalAsItCounts = sql<number>`case when ${counts} then ${registrations.recognisedTechnicalFen} else ${contracts.technicalFen} end`.mapWith(Number);

export type ContractFilter = { statuses?: readonly RegistrationStatus[] | null; q?: string | null };

/** Contracts of which this organisation is a party, for its members. @throws NotFound for strangers */
export async function listContracts(actor: Actor, organisationId: string, filter: ContractFilter, request: PageRequest): Promise<Page<ContractLine>> {
  if (!canSeeContractsOf(actor, organisationId)) throw new NotFound();
  return readContracts(sql`exists (select 1 from contract_parties p where p.contract_id = ${contracts.id} and p.organisation_id = ${organisationId})`, filter, request);
}

/** How a contract concerns a person: on which side, through which of their organisations (null: in their own name), and what comes next. */
export type OwnContract = ContractLine & { side: PartySide; org: string | null; next: NextStep; mine: boolean };

/** Every contract that concerns a person: their organisations' as seller, buyer or broker, and those they brokered themselves. */
export async function listOwnContracts(actor: Person, filter: ContractFilter & { side?: PartySide | null }, request: PageRequest): Promise<Page<OwnContract>> {
  const own = actor.memberships.filter((one) => one.kind !== "bureau");
  const isMine = sql`(p.user_id = ${actor.userId}${own.length > 0 ? sql` or p.organisation_id in (${sql.join(own.map((one) => sql`${one.organisationId}::uuid`), sql`, `)})` : sql``})`;
  const list = await readContracts(sql`exists (select 1 from contract_parties p where p.contract_id = ${contracts.id} and ${isMine} ${filter.side ? sql`and p.side = ${filter.side}` : sql``})`, filter, request);
  const parties = list.rows.length === 0 ? [] : await db().select().from(contractParties).where(inArray(contractParties.contractId, list.rows.map((row) => row.id))).orderBy(asc(contractParties.position));
  return {
    ...list,
    rows: list.rows.map((row) => {
      const all = parties.filter((party) => party.contractId === row.id);
      const mine = all.filter((party) => party.userId === actor.userId || own.some((one) => one.organisationId === party.organisationId));
      // Who stands on several sides is shown where they can do something: first where they sell, then where they buy.
      const party = partySides.flatMap((side) => mine.filter((one) => one.side === side && (!filter.side || side === filter.side)))[0];
      const subject: ContractSubject = { id: row.id, origin: row.origin, status: row.status, parties: all, registration: row.registration, sides: row.sides };
      return { ...row, side: party?.side ?? "broker", org: own.find((one) => one.organisationId === party?.organisationId)?.slug ?? null, ...nextStepOf(actor, subject) };
    }),
  };
}

async function readContracts(concerned: SQL, filter: ContractFilter, request: PageRequest): Promise<Page<ContractLine>> {
  const pattern = containing(filter.q);
  const where: SQL | undefined = and(
    concerned,
    // A record that was taken back is none, here as in every count: it is listed only where one asks for it.
    filter.statuses?.includes("undone") ? undefined : ne(contracts.status, "undone"),
    filter.statuses ? inArray(registrations.status, [...filter.statuses]) : undefined,
    pattern ? or(ilike(contracts.title, pattern), ilike(contracts.number, pattern)) : undefined,
  );
  const [total] = await db().select({ n: sql<number>`count(*)`.mapWith(Number) }).from(contracts).leftJoin(registrations, eq(registrations.contractId, contracts.id)).where(where);
  const rows = await db()
    .select({
      id: contracts.id, number: contracts.number, title: contracts.title, type: contracts.type, origin: contracts.origin, status: contracts.status, totalFen: totalAsItCounts, technicalFen: technicalAsItCounts, signedOn: contracts.signedOn, demo: contracts.demo,
      seller: partyName("seller"), buyer: partyName("buyer"), registrationId: registrations.id, registered: registrations.status, officialNumber: registrations.officialNumber,
      sides: { seller: deals.sellerId, buyer: deals.buyerId },
    })
    .from(contracts).leftJoin(registrations, eq(registrations.contractId, contracts.id)).leftJoin(deals, eq(deals.id, contracts.dealId)).where(where)
    .orderBy(desc(contracts.signedOn), desc(contracts.number)).limit(request.size).offset(offsetOf(request));
  return {
    ...request, total: total?.n ?? 0,
    rows: rows.map(({ registrationId, registered, officialNumber, ...row }) => ({ ...row, registration: registrationId && registered ? { id: registrationId, status: registered, officialNumber } : null })),
  };
}

/** The contract's timeline with the events of its registration and its import. */
export async function listContractHistory(actor: Actor, contractId: string): Promise<HistoryEntry[]> {
  await getContractFor(db(), actor, contractId);
  return historyOf(db(), { kind: "contract", id: contractId });
}
