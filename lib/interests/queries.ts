import { and, desc, eq, inArray, lt, or, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db, type Reader } from "@/db/client";
import { achievementVersions, deals, interests, listings, needVersions, organisations, publicName } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { todayInHarbin } from "@/lib/core/dates";
import { NotFound } from "@/lib/core/errors";
import { isId } from "@/lib/core/id";
import { offsetOf, type Page, type PageRequest } from "@/lib/core/page";
import { isPublic } from "@/lib/listings/queries";
import { barredAmong, barredOf } from "@/lib/organisations/dishonesty";
import { canSeeInterest, canSeeInterestsOf } from "./policy";
import type { DismissalReason, InterestStatus } from "./states";

export type InterestRow = typeof interests.$inferSelect;

/** What an answer needs to know of a record: its owner, whether it is public, its published title. */
export type Target = {
  id: string; kind: "achievement" | "need"; number: string; status: string; organisationId: string; organisationName: string; title: string; demo: boolean; over: boolean; barred: string[];
};

export type InterestView = {
  id: string; status: InterestStatus; reason: DismissalReason | null; answer: string | null; message: string;
  from: { id: string; name: string }; to: { id: string; name: string };
  target: { id: string; kind: "achievement" | "need"; number: string; title: string; demo: boolean };
  sentAt: Date; expiresAt: Date; answeredAt: Date | null; dealId: string | null;
  /** The sender's record that goes with it, as far as its reader may know; `later`: of one that was published without a name only once it is accepted. */
  own: { kind: "achievement" | "need"; record: { id: string; title: string } | "later" } | null;
  /** Those of the two that are on the list of serious dishonesty. */
  barred: string[];
};

const fromOrganisation = alias(organisations, "from_organisation");
const toOrganisation = alias(organisations, "to_organisation");
const ownListing = alias(listings, "own_listing");
const ownAchievement = alias(achievementVersions, "own_achievement");
const ownNeed = alias(needVersions, "own_need");

/** Whether its owner stays unnamed. Of a need without a public version (its approval was taken back) nobody knows, so nobody is told. */
const unnamed = sql`${listings.kind} = 'need' and coalesce(${needVersions.anonymous}, true)`;
/** An anonymous need shows its alias until a deal opens (domain A7). */
const ownerName = sql<string>`case when ${unnamed} then coalesce(${needVersions.alias}, '') else ${publicName()} end`;
const targetTitle = sql<string>`coalesce(${achievementVersions.title}, ${needVersions.title}, '')`;
const toName = sql<string>`case when ${unnamed} and ${interests.status} <> 'accepted' then coalesce(${needVersions.alias}, '') else ${publicName(toOrganisation)} end`;

/** @throws NotFound when the record is not public: nobody may answer what they cannot see */
export async function getTarget(reader: Reader, actor: Actor, listingId: string): Promise<Target> {
  if (!isId(listingId)) throw new NotFound();
  const mine = actor.kind === "person" ? actor.memberships.map((one) => sql`${one.organisationId}::uuid`) : [];
  const [row] = await reader
    .select({
      barred: barredOf([sql`${listings.organisationId}`, ...mine]),
      id: listings.id, kind: listings.kind, number: listings.number, status: listings.status, organisationId: listings.organisationId, demo: listings.demo,
      organisationName: ownerName,
      title: targetTitle, over: sql<boolean>`coalesce(${needVersions.deadline} < ${todayInHarbin(clock.now())}::date, false)`,
    })
    .from(listings)
    .innerJoin(organisations, eq(organisations.id, listings.organisationId))
    .leftJoin(achievementVersions, eq(achievementVersions.versionId, listings.publishedVersionId))
    .leftJoin(needVersions, eq(needVersions.versionId, listings.publishedVersionId))
    .where(and(eq(listings.id, listingId), isPublic));
  if (!row) throw new NotFound();
  return row;
}

/** What those who knew a record are told of it, also when it is no longer public: its published title, and its owner's name or alias, empty where there is none. */
export async function nameOfTarget(reader: Reader, listingId: string): Promise<{ title: string; organisationName: string }> {
  const [row] = await reader.select({ title: targetTitle, organisationName: ownerName }).from(listings)
    .innerJoin(organisations, eq(organisations.id, listings.organisationId))
    .leftJoin(achievementVersions, eq(achievementVersions.versionId, listings.publishedVersionId))
    .leftJoin(needVersions, eq(needVersions.versionId, listings.publishedVersionId))
    .where(eq(listings.id, listingId));
  return row ?? { title: "", organisationName: "" };
}

/** @throws NotFound for everybody outside the two organisations */
export async function getInterestFor(reader: Reader, actor: Actor, interestId: string): Promise<InterestRow> {
  if (!isId(interestId)) throw new NotFound();
  const [row] = await reader.select().from(interests).where(eq(interests.id, interestId));
  if (!row || !(actor.kind === "system" || canSeeInterest(actor, row))) throw new NotFound();
  return row;
}

/** @throws NotFound for strangers */
export async function listInterests(actor: Actor, { organisationId, box, status = null }: { organisationId: string; box: "in" | "out"; status?: InterestStatus | null }, request: PageRequest): Promise<Page<InterestView>> {
  if (!canSeeInterestsOf(actor, organisationId)) throw new NotFound();
  const where = and(
    eq(box === "in" ? interests.toOrganisationId : interests.fromOrganisationId, organisationId),
    status ? eq(interests.status, status) : undefined,
  );
  const [total] = await db().select({ n: sql<number>`count(*)`.mapWith(Number) }).from(interests).where(where);
  return { ...request, total: total?.n ?? 0, rows: await views(where, request, organisationId) };
}

/** The organisation's open interest in this record, if there is one and its reader may know. */
export async function findOpenInterest(actor: Actor, organisationId: string, listingId: string): Promise<{ id: string } | null> {
  if (!canSeeInterestsOf(actor, organisationId)) return null;
  const [row] = await db().select({ id: interests.id }).from(interests)
    .where(and(eq(interests.fromOrganisationId, organisationId), eq(interests.targetListingId, listingId), eq(interests.status, "sent")));
  return row ?? null;
}

export type Begun = { dealId: string | null };

/** What this organisation has begun with these records and not ended: an interest that waits for its answer, or an open deal. By record. @throws NotFound for strangers */
export async function listBegun(actor: Actor, organisationId: string, listingIds: readonly string[]): Promise<Map<string, Begun>> {
  if (!canSeeInterestsOf(actor, organisationId)) throw new NotFound();
  if (listingIds.length === 0) return new Map();
  const rows = await db().select({ listingId: interests.targetListingId, dealId: deals.id }).from(interests).leftJoin(deals, eq(deals.interestId, interests.id))
    .where(and(eq(interests.fromOrganisationId, organisationId), inArray(interests.targetListingId, [...listingIds]), or(eq(interests.status, "sent"), eq(deals.status, "open"))))
    .orderBy(interests.sentAt);
  return new Map(rows.map(({ listingId, dealId }) => [listingId, { dealId }]));
}

/** How many wait for this organisation's answer. @throws NotFound for strangers */
export async function countWaitingInterests(actor: Actor, organisationId: string): Promise<number> {
  if (!canSeeInterestsOf(actor, organisationId)) throw new NotFound();
  const [row] = await db().select({ n: sql<number>`count(*)`.mapWith(Number) }).from(interests)
    .where(and(eq(interests.toOrganisationId, organisationId), eq(interests.status, "sent")));
  return row?.n ?? 0;
}

export async function overdueInterests(now: Date): Promise<string[]> {
  const rows = await db().select({ id: interests.id }).from(interests).where(and(eq(interests.status, "sent"), lt(interests.expiresAt, now))).limit(500);
  return rows.map((row) => row.id);
}

/** Own published records of the other kind that an answer may point to. @throws NotFound for strangers */
export async function listOwnRecords(actor: Actor, organisationId: string, kind: "achievement" | "need"): Promise<{ id: string; title: string; anonymous: boolean }[]> {
  if (!canSeeInterestsOf(actor, organisationId)) throw new NotFound();
  return db().select({ id: listings.id, title: targetTitle, anonymous: sql<boolean>`coalesce(${needVersions.anonymous}, false)` }).from(listings)
    .leftJoin(achievementVersions, eq(achievementVersions.versionId, listings.publishedVersionId))
    .leftJoin(needVersions, eq(needVersions.versionId, listings.publishedVersionId))
    .where(and(eq(listings.organisationId, organisationId), eq(listings.kind, kind), eq(listings.status, "published")))
    .orderBy(desc(listings.publishedAt)).limit(100);
}

async function views(where: SQL | undefined, request: PageRequest, readerId: string): Promise<InterestView[]> {
  const rows = await db()
    .select({
      interest: interests, fromName: publicName(fromOrganisation), toName, dealId: deals.id,
      kind: listings.kind, number: listings.number, title: targetTitle, demo: listings.demo,
      own: {
        id: ownListing.id, kind: ownListing.kind, title: sql<string>`coalesce(${ownAchievement.title}, ${ownNeed.title}, '')`, anonymous: sql<boolean>`coalesce(${ownNeed.anonymous}, false)`,
        public: sql<boolean>`${ownListing.status} = 'published' and ${fromOrganisation.suspendedAt} is null`,
      },
    })
    .from(interests)
    .innerJoin(fromOrganisation, eq(fromOrganisation.id, interests.fromOrganisationId))
    .innerJoin(toOrganisation, eq(toOrganisation.id, interests.toOrganisationId))
    .innerJoin(listings, eq(listings.id, interests.targetListingId))
    .leftJoin(achievementVersions, eq(achievementVersions.versionId, listings.publishedVersionId))
    .leftJoin(needVersions, eq(needVersions.versionId, listings.publishedVersionId))
    .leftJoin(ownListing, eq(ownListing.id, interests.ownListingId))
    .leftJoin(ownAchievement, eq(ownAchievement.versionId, ownListing.publishedVersionId))
    .leftJoin(ownNeed, eq(ownNeed.versionId, ownListing.publishedVersionId))
    .leftJoin(deals, eq(deals.interestId, interests.id))
    .where(where)
    .orderBy(sql`${interests.status} = 'sent' desc`, desc(interests.sentAt), desc(interests.id))
    .limit(request.size).offset(offsetOf(request));
  const listed = await barredAmong(db(), rows.flatMap(({ interest }) => (interest.status === "sent" ? [interest.fromOrganisationId, interest.toOrganisationId] : [])));
  return rows.map(({ interest, fromName, toName: to, dealId, kind, number, title, demo, own }) => ({
    id: interest.id, status: interest.status, reason: interest.reason, answer: interest.answer, message: interest.message,
    from: { id: interest.fromOrganisationId, name: fromName }, to: { id: interest.toOrganisationId, name: to },
    target: { id: interest.targetListingId, kind, number, title, demo },
    sentAt: interest.sentAt, expiresAt: interest.expiresAt, answeredAt: interest.answeredAt, dealId,
    own: ownOf(interest, own, readerId),
    barred: listed.filter((id) => id === interest.fromOrganisationId || id === interest.toOrganisationId),
  }));
}

type OwnRecord = { id: string | null; kind: "achievement" | "need" | null; title: string; anonymous: boolean; public: boolean | null };

/**
 * The interest names its sender, so a record that was published without a name would be told by standing beside it: until the deal opens (domain A7)
 * the other side reads only that there is one. Of a record that is no longer public it reads nothing.
 */
function ownOf(interest: InterestRow, own: OwnRecord | null, readerId: string): InterestView["own"] {
  if (!own?.id || !own.kind || own.title === "") return null;
  const { id, kind, title, anonymous, public: open } = own;
  if (interest.fromOrganisationId === readerId) return { kind, record: { id, title } };
  if (!open) return null;
  return { kind, record: anonymous && interest.status !== "accepted" ? "later" : { id, title } };
}

/** The record that an answer would be about, for pages; null when it is not public. */
export async function findTarget(actor: Actor, listingId: string): Promise<Target | null> {
  return getTarget(db(), actor, listingId).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
}
