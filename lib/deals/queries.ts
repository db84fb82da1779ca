import { and, asc, desc, eq, ilike, inArray, isNull, lt, ne, or, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db, type Reader, type Tx } from "@/db/client";
import {
  brokers, contracts, dealMessages, dealParticipants, deals, dealTerms, interests, listings, organisations, publicName, registrations, users, type DealTermsContent,
} from "@/db/schema";
import { totalAsItCounts } from "@/lib/contracts/queries";
import type { ContractStatus } from "@/lib/contracts/states";
import type { RegistrationStatus } from "@/lib/contracts/registrations/states";
import type { Actor, Person } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { NotFound } from "@/lib/core/errors";
import { isId } from "@/lib/core/id";
import { containing } from "@/lib/core/like";
import { offsetOf, type Page, type PageRequest } from "@/lib/core/page";
import { historyOf, type HistoryEntry } from "@/lib/events/history";
import { getFileOf, sharedFilesOf, type SharedFile } from "@/lib/files/queries";
import { isReadInDeal, visibleListings } from "@/lib/listings/queries";
import { isBarred } from "@/lib/organisations/dishonesty";
import { canProposeTerms, canReadPapers, canRestorePaper, canResumeDeal, canSeeDeal, canSeeDealsOf, restorableSince, sideOf, type DealSubject, type PaperSubject } from "./policy";
import { listingFacts } from "./listing-facts";
import { isTurnOf, leadingOf, turnOf, type ContractState, type Turn } from "./rules";
import { lastMoved, staleness } from "./stale";
import type { DealSide, DealStatus, ParticipantRole, ParticipantStatus } from "./states";

export type DealRow = typeof deals.$inferSelect;
export type DealForActor = DealRow & DealSubject & { terms: { content: DealTermsContent } | null };

/** A record that was taken back is none: the deal goes on as if it had never been, only its timeline tells of it. */
const recordedIn = (dealId: string) => and(eq(contracts.dealId, dealId), ne(contracts.status, "undone"));

/**
 * The deal with what its policy needs to know. The row is locked for the rest of an act (`lock`), so that two
 * people who press at once are decided one after the other.
 * @throws NotFound for everybody who is no party of it
 */
export async function getDealFor(reader: Reader, actor: Actor, dealId: string, { lock = false }: { lock?: boolean } = {}): Promise<DealForActor> {
  if (!isId(dealId)) throw new NotFound();
  const read = reader.select().from(deals).where(eq(deals.id, dealId));
  const [deal] = lock ? await read.for("update") : await read;
  if (!deal) throw new NotFound();
  const participants = await reader.select().from(dealParticipants).where(eq(dealParticipants.dealId, dealId));
  const [terms] = await reader.select({ ordinal: dealTerms.ordinal, proposedSide: dealTerms.proposedSide, agreedAt: dealTerms.agreedAt, content: dealTerms.content })
    .from(dealTerms).where(eq(dealTerms.dealId, dealId)).orderBy(desc(dealTerms.ordinal)).limit(1);
  const signed = await reader.select({ id: contracts.id, status: contracts.status, termsOrdinal: contracts.termsOrdinal, registration: registrations.status })
    .from(contracts).leftJoin(registrations, eq(registrations.contractId, contracts.id)).where(recordedIn(dealId)).orderBy(asc(contracts.recordedAt));
  const subject = { ...deal, participants, terms: terms ?? null, contracts: signed };
  if (actor.kind !== "system" && !canSeeDeal(actor, subject)) throw new NotFound();
  return subject;
}

/** The deal for a party of it; null for everybody else. */
async function findDealFor(actor: Actor, dealId: string): Promise<DealForActor | null> {
  return getDealFor(db(), actor, dealId).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
}

/** The deal with one of its papers, removed or not, held like the deal. @throws NotFound */
export async function getPaperFor(tx: Tx, actor: Actor, { dealId, fileId }: { dealId: string; fileId: string }): Promise<{ deal: DealForActor; paper: PaperSubject & { name: string } }> {
  const deal = await getDealFor(tx, actor, dealId, { lock: true });
  const { name, organisationId, uploadedBy } = await getFileOf(tx, { kind: "deal", id: deal.id }, fileId);
  return { deal, paper: { name, organisationId, uploaderId: uploadedBy } };
}

/** In whose name a person reads the room of a deal (`slug`; null as its broker), or null for whom it is closed. */
export async function roomOf(actor: Actor, dealId: string): Promise<{ slug: string | null } | null> {
  const deal = await findDealFor(actor, dealId);
  if (!deal || actor.kind !== "person") return null;
  const side = sideOf(actor, deal), own = side === "seller" ? deal.sellerId : deal.buyerId;
  return { slug: side ? (actor.memberships.find((one) => one.organisationId === own)?.slug ?? null) : null };
}

export type TermsView = { ordinal: number; content: DealTermsContent; proposedSide: DealSide; proposedBy: string; proposedAt: Date; agreedBy: string | null; agreedAt: Date | null };
export type ParticipantView = { userId: string; name: string; role: ParticipantRole; status: ParticipantStatus };
/** `halted`: what keeps this party from beginning anything new, or from acting at all. */
export type DealParty = { id: string; name: string; districtCode: string | null; nature: string | null; halted: "suspended" | "barred" | "unverified" | null };
export type DealView = {
  deal: DealForActor;
  side: DealSide | null;
  seller: DealParty;
  buyer: DealParty;
  interest: { message: string; sentAt: Date; answeredAt: Date | null };
  /** `open`: this reader can read it now; a record that is suspended only its owner can. */
  listings: { id: string; kind: "achievement" | "need"; number: string; open: boolean }[];
  people: ParticipantView[];
  terms: TermsView[];
  contracts: { id: string; number: string; title: string; totalFen: number; status: ContractStatus; registrationStatus: RegistrationStatus | null }[];
  /** The contract of which the turn speaks. */
  leadingContract: string | null;
  /** Technology area that the record of the deal proposes for a contract. */
  techArea: string | null;
  /** Of the achievement's first right, for the contract's form. */
  ipKind: string | null;
  turn: Turn;
  /** This reader may propose terms now: after completion only where neither side is halted. */
  mayPropose: boolean;
  /** This reader may take ended talks up again, if neither side is halted. */
  mayResume: boolean;
};

const agreer = alias(users, "agreer");

/** Everything that the room shows, for a party of it. */
export async function getDealRoom(actor: Actor, dealId: string): Promise<DealView> {
  const deal = await getDealFor(db(), actor, dealId);
  const [sides, [interest], ofListings, people, terms, signed, facts] = await Promise.all([
    db().select({ id: organisations.id, name: publicName(), districtCode: organisations.districtCode, nature: organisations.nature,
      halted: sql<DealParty["halted"]>`case when organisations.suspended_at is not null then 'suspended' when ${isBarred(sql`organisations.id`)} then 'barred' when organisations.verification <> 'verified' then 'unverified' end` }).from(organisations).where(inArray(organisations.id, [deal.sellerId, deal.buyerId])),
    db().select({ message: interests.message, sentAt: interests.sentAt, answeredAt: interests.answeredAt }).from(interests).where(eq(interests.id, deal.interestId)),
    db().select({ id: listings.id, kind: listings.kind, number: listings.number, open: sql<boolean>`(${visibleListings(actor)} or ${isReadInDeal(actor)})` }).from(listings)
      .innerJoin(organisations, eq(organisations.id, listings.organisationId)).where(inArray(listings.id, [deal.achievementId, deal.needId].filter((id) => id !== null))),
    db().select({ userId: users.id, name: users.name, role: dealParticipants.role, status: dealParticipants.status }).from(dealParticipants)
      .innerJoin(users, eq(users.id, dealParticipants.userId)).where(eq(dealParticipants.dealId, dealId)).orderBy(asc(dealParticipants.since)),
    db().select({ terms: dealTerms, proposer: users.name, agreer: agreer.name }).from(dealTerms).innerJoin(users, eq(users.id, dealTerms.proposedBy))
      .leftJoin(agreer, eq(agreer.id, dealTerms.agreedBy)).where(eq(dealTerms.dealId, dealId)).orderBy(desc(dealTerms.ordinal)),
    db().select({ id: contracts.id, number: contracts.number, title: contracts.title, totalFen: totalAsItCounts, status: contracts.status, registrationStatus: registrations.status })
      .from(contracts).leftJoin(registrations, eq(registrations.contractId, contracts.id)).where(recordedIn(dealId)).orderBy(asc(contracts.recordedAt)),
    listingFacts(db(), deal),
  ]);
  const named = (id: string) => sides.find((one) => one.id === id) ?? { id, name: "", districtCode: null, nature: null, halted: null };
  const leading = leadingOf(deal.contracts), [seller, buyer] = [named(deal.sellerId), named(deal.buyerId)];
  return {
    deal, side: sideOf(actor, deal), seller, buyer,
    interest: interest ?? { message: "", sentAt: deal.openedAt, answeredAt: deal.openedAt },
    listings: ofListings, people,
    terms: terms.map((row) => ({ ...row.terms, proposedBy: row.proposer, agreedBy: row.agreer })),
    contracts: signed, leadingContract: leading?.id ?? null, techArea: facts.techArea, ipKind: facts.ipKind,
    turn: turnOf(deal, deal.terms, leading),
    mayPropose: canProposeTerms(actor, deal) && (deal.status === "open" || !(seller.halted ?? buyer.halted)),
    mayResume: canResumeDeal(actor, deal, clock.now()),
  };
}

export type MessageView = { id: string; text: string; author: string; organisation: string | null; mine: boolean; sentAt: Date; /** What the deal began with. */ opening?: boolean };

/** The newest first, and last of all what was written with the interest, or those before a message (`before`, its id); `older` is the id before which more can be asked for. */
export async function listMessages(actor: Person, dealId: string, before: string | null = null, size = 50): Promise<{ messages: MessageView[]; older: string | null }> {
  await getDealFor(db(), actor, dealId);
  const [from] = isId(before) ? await db().select({ id: dealMessages.id, sentAt: dealMessages.sentAt }).from(dealMessages).where(and(eq(dealMessages.id, before), eq(dealMessages.dealId, dealId))) : [];
  const rows = await db().select({ message: dealMessages, author: users.name, organisation: sql<string | null>`${publicName()}` }).from(dealMessages)
    .innerJoin(users, eq(users.id, dealMessages.authorId)).leftJoin(organisations, eq(organisations.id, dealMessages.organisationId))
    .where(and(eq(dealMessages.dealId, dealId), from ? or(lt(dealMessages.sentAt, from.sentAt), and(eq(dealMessages.sentAt, from.sentAt), lt(dealMessages.id, from.id))) : undefined))
    .orderBy(desc(dealMessages.sentAt), desc(dealMessages.id)).limit(size + 1);
  const messages = rows.slice(0, size).map((row) => ({ id: row.message.id, text: row.message.text, author: row.author, organisation: row.organisation, mine: row.message.authorId === actor.userId, sentAt: row.message.sentAt }));
  if (rows.length > size) return { messages, older: messages.at(-1)?.id ?? null };
  const opening = await openingOf(actor, dealId);
  return { messages: opening ? [...messages, opening] : messages, older: null };
}

/** The interest's own words: kept once, with the interest. */
async function openingOf(actor: Person, dealId: string): Promise<MessageView | null> {
  const [row] = await db().select({ interest: interests, author: users.name, organisation: publicName() }).from(deals).innerJoin(interests, eq(interests.id, deals.interestId))
    .innerJoin(users, eq(users.id, interests.sentBy)).innerJoin(organisations, eq(organisations.id, interests.fromOrganisationId)).where(eq(deals.id, dealId));
  return row ? { id: row.interest.id, text: row.interest.message, author: row.author, organisation: row.organisation, mine: row.interest.sentBy === actor.userId, sentAt: row.interest.sentAt, opening: true } : null;
}

export type DealLine = {
  id: string; number: string; title: string; seller: string; buyer: string; stage: DealRow["stage"]; status: DealStatus; stageSince: Date; openedAt: Date;
  totalFen: number | null; turn: Turn; side: DealSide | null; demo: boolean;
  /** The broker who reads is asked to join. */
  invited: boolean;
  /** For so many days nobody has touched it; null before that is long. */
  staleDays: number | null;
};

/** What the turn of a deal is read from. */
const turnFacts = {
  proposedSide: sql<DealSide | null>`(select t.proposed_side from deal_terms t where t.deal_id = ${deals.id} order by t.ordinal desc limit 1)`,
  agreed: sql<boolean>`coalesce((select t.agreed_at is not null from deal_terms t where t.deal_id = ${deals.id} order by t.ordinal desc limit 1), false)`,
  contracts: sql<ContractState[]>`coalesce((select jsonb_agg(jsonb_build_object('status', c.status, 'registration', r.status) order by c.recorded_at) from contracts c left join registrations r on r.contract_id = c.id where c.deal_id = ${deals.id} and c.status <> 'undone'), '[]')`,
};
type TurnFacts = { proposedSide: DealSide | null; agreed: boolean; contracts: ContractState[] };

function turnIn(deal: Pick<DealRow, "stage" | "status" | "stageSince">, { proposedSide, agreed, contracts: signed }: TurnFacts): Turn {
  return turnOf(deal, proposedSide ? { proposedSide, agreedAt: agreed ? deal.stageSince : null } : null, leadingOf(signed));
}

const ofOrganisation = (organisationId: string) => or(eq(deals.sellerId, organisationId), eq(deals.buyerId, organisationId));

const sellerOrganisation = alias(organisations, "seller_organisation");
const buyerOrganisation = alias(organisations, "buyer_organisation");

/** Deals of one organisation for its members, or (without one) those that this broker is part of. @throws NotFound for strangers */
export async function listDeals(actor: Person, scope: { organisationId?: string; status?: DealStatus | null; stage?: DealRow["stage"] | null; q?: string | null }, request: PageRequest): Promise<Page<DealLine>> {
  if (scope.organisationId && !canSeeDealsOf(actor, scope.organisationId)) throw new NotFound();
  const mine: SQL | undefined = scope.organisationId
    ? ofOrganisation(scope.organisationId)
    : sql`exists (select 1 from deal_participants p where p.deal_id = ${deals.id} and p.user_id = ${actor.userId} and p.role = 'broker' and p.status in ('invited', 'active'))`;
  const pattern = containing(scope.q);
  const where = and(
    mine, scope.status ? eq(deals.status, scope.status) : undefined, scope.stage ? eq(deals.stage, scope.stage) : undefined,
    pattern ? or(ilike(deals.title, pattern), ilike(deals.number, pattern), ilike(publicName(sellerOrganisation), pattern), ilike(publicName(buyerOrganisation), pattern)) : undefined,
  );
  const totalOf = db().select({ fen: sql`sum(${totalAsItCounts})` }).from(contracts).leftJoin(registrations, eq(registrations.contractId, contracts.id)).where(and(eq(contracts.dealId, deals.id), inArray(contracts.status, ["signed", "fulfilled"])));
  const [total] = await db().select({ n: sql<number>`count(*)`.mapWith(Number) }).from(deals)
    .innerJoin(sellerOrganisation, eq(sellerOrganisation.id, deals.sellerId)).innerJoin(buyerOrganisation, eq(buyerOrganisation.id, deals.buyerId)).where(where);
  const rows = await db()
    .select({
      deal: deals, seller: publicName(sellerOrganisation), buyer: publicName(buyerOrganisation), movedAt: lastMoved, ...turnFacts,
      totalFen: sql<number | null>`${totalOf}`.mapWith((value) => (value === null ? null : Number(value))),
      invited: scope.organisationId ? sql<boolean>`false` : sql<boolean>`exists (select 1 from deal_participants i where i.deal_id = ${deals.id} and i.user_id = ${actor.userId} and i.role = 'broker' and i.status = 'invited')`,
    })
    .from(deals)
    .innerJoin(sellerOrganisation, eq(sellerOrganisation.id, deals.sellerId)).innerJoin(buyerOrganisation, eq(buyerOrganisation.id, deals.buyerId))
    .where(where).orderBy(sql`${deals.status} = 'open' desc`, desc(deals.stageSince), desc(deals.id)).limit(request.size).offset(offsetOf(request));
  const stale = await staleness(db());
  return {
    ...request, total: total?.n ?? 0,
    rows: rows.map(({ deal, seller, buyer, totalFen, invited, movedAt, ...facts }) => {
      const turn = turnIn(deal, facts);
      return {
        id: deal.id, number: deal.number, title: deal.title, seller, buyer, stage: deal.stage, status: deal.status, stageSince: deal.stageSince, openedAt: deal.openedAt, totalFen,
        side: sideOf(actor, deal), demo: deal.demo, invited: invited && deal.status === "open", turn, staleDays: stale({ status: deal.status, turn, movedAt }),
      };
    }),
  };
}

export type TurnLine = { id: string; title: string; partner: string; stageSince: Date; task: Turn["task"] };

/**
 * Open deals that stand still until this organisation moves: how many, and those that have waited longest. `asked`: what something else
 * asks for already. Whose turn it is has one definition (`turnOf`), so every open deal is looked at, with what that needs to know.
 * @throws NotFound for strangers
 */
export async function listTurns(actor: Person, organisationId: string, asked: ReadonlySet<string>, size: number): Promise<{ total: number; rows: TurnLine[] }> {
  if (!canSeeDealsOf(actor, organisationId)) throw new NotFound();
  const open = await db()
    .select({ id: deals.id, title: deals.title, sellerId: deals.sellerId, buyerId: deals.buyerId, stage: deals.stage, status: deals.status, stageSince: deals.stageSince, partner: publicName(), ...turnFacts })
    .from(deals).innerJoin(organisations, sql`${organisations.id} = case when ${deals.sellerId} = ${organisationId} then ${deals.buyerId} else ${deals.sellerId} end`)
    .where(and(ofOrganisation(organisationId), eq(deals.status, "open"))).orderBy(asc(deals.stageSince), asc(deals.id));
  const waiting = open.map((deal) => ({ ...deal, turn: turnIn(deal, deal) })).filter((deal) => isTurnOf(deal.turn, deal.sellerId === organisationId ? "seller" : "buyer") && !asked.has(deal.id));
  return { total: waiting.length, rows: waiting.slice(0, size).map(({ id, title, partner, stageSince, turn }) => ({ id, title, partner, stageSince, task: turn.task })) };
}

/** Approved brokers whom a side may ask. */
export async function listApprovedBrokers(): Promise<{ id: string; name: string; organisation: string | null }[]> {
  return db().select({ id: brokers.id, name: users.name, organisation: sql<string | null>`${publicName()}` }).from(brokers)
    .innerJoin(users, eq(users.id, brokers.userId)).leftJoin(organisations, eq(organisations.id, brokers.organisationId))
    .where(and(eq(brokers.status, "approved"), isNull(users.suspendedAt))).orderBy(asc(users.name)).limit(200);
}

/** May this person open a paper of that deal? For the download route. */
export async function canReadDealFile(actor: Actor, dealId: string): Promise<boolean> {
  const deal = await findDealFor(actor, dealId);
  return deal !== null && canReadPapers(actor, deal);
}

export async function listDealFiles(actor: Actor, dealId: string): Promise<SharedFile[]> {
  await getDealFor(db(), actor, dealId);
  return sharedFilesOf(db(), { kind: "deal", id: dealId });
}

/** Papers that this reader may put back. */
export async function listRestorableFiles(actor: Actor, dealId: string): Promise<SharedFile[]> {
  const deal = await getDealFor(db(), actor, dealId);
  const removed = await sharedFilesOf(db(), { kind: "deal", id: dealId }, restorableSince(clock.now()));
  return removed.filter((paper) => canRestorePaper(actor, deal, paper));
}

/** The deal's timeline: its own events and those of its interest, contract and registration. */
export async function listDealHistory(actor: Actor, dealId: string): Promise<HistoryEntry[]> {
  await getDealFor(db(), actor, dealId);
  return historyOf(db(), { kind: "deal", id: dealId });
}
