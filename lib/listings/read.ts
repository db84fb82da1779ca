import { and, asc, desc, eq, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { events, eventSubjects, listings, listingVersions, organisations, publicName, users } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { isId } from "@/lib/core/id";
import type { EventName } from "@/lib/events/names";
import { filesOf, type FileView } from "@/lib/files/queries";
import { remarksOf, reviewsOf, type Remark } from "@/lib/reviews/queries";
import { readContent, type ContentOf } from "./content";
import { fileSubject } from "./copy";
import { findListing, findVersion, type ListingSubject, type Version } from "./find";
import { canSeeUnpublished } from "./policy";
import { audienceOf, isDisclosed, isPublic, isReadInDeal, isSignedUnder, sees, visibleListings } from "./queries";
import type { Audience, ListingKind, ListingStatus } from "./states";

/** A record as one reader may read it; fields kept from this reader are emptied and named in `locked`. */
export type Reading<K extends ListingKind> = {
  id: string; kind: K; number: string; status: ListingStatus; versionId: string;
  /** Null where the owner stays unnamed for this reader. */
  organisation: { id: string; name: string; slug: string } | null;
  content: ContentOf[K];
  locked: { field: string; audience: Audience }[];
  files: FileView[];
  /** Only what kind of file there is: its name may tell what the file is kept back for, or whose an unnamed need is. */
  lockedFiles: { kind: string; audience: Audience }[];
  /** Everybody sees it on the public pages. */
  shown: boolean;
  mine: boolean; seeing: Audience; demo: boolean; publishedAt: Date | null; updatedAt: Date;
};

const emptied: Record<string, Partial<ContentOf["achievement"]> & Partial<ContentOf["need"]>> = {
  description: { description: "" }, advantages: { advantages: [] }, ip: { ip: [] }, completers: { completers: [] }, price: { priceFen: null },
  elements: { elements: { material: null, method: null, effect: null, product: null, application: null } }, indicators: { indicators: [] },
  budget: { budgetMinFen: null, budgetMaxFen: null },
};

/**
 * The published version of a record, or the one under which a contract was signed (`signedVersionId`), for the parties of that contract and for whoever knows
 * of unpublished versions. Members of the owner, the bureau and who is in a deal about it can also open one that is not shown (any more).
 * @throws NotFound when this reader may not see it
 */
export async function readPublished<K extends ListingKind>(actor: Actor, kind: K, id: string, signedVersionId?: string): Promise<Reading<K>> {
  if (!isId(id) || (signedVersionId !== undefined && !isId(signedVersionId))) throw new NotFound();
  const [row] = await db()
    .select({ listing: listings, organisation: { id: organisations.id, name: publicName(), slug: organisations.slug }, version: listingVersions, disclosed: isDisclosed(actor), shown: sql<boolean>`${isPublic}`, signed: isSignedUnder(actor), inDeal: isReadInDeal(actor), visible: sql<boolean>`${visibleListings(actor)}` })
    .from(listings)
    .innerJoin(organisations, eq(organisations.id, listings.organisationId))
    .innerJoin(listingVersions, eq(listingVersions.listingId, listings.id))
    .where(and(eq(listings.id, id), eq(listings.kind, kind), eq(listingVersions.id, signedVersionId ?? listings.publishedVersionId)));
  if (!row || !(signedVersionId === undefined ? row.visible || row.inDeal : wasPublic(row.version) && (row.signed || canSeeUnpublished(actor, row.listing)))) throw new NotFound();
  const seeing = audienceOf(actor, row.listing, row.disclosed);
  const shown = row.shown && row.version.id === row.listing.publishedVersionId;
  return reading(actor, kind, { ...row.listing, organisation: row.organisation, shown }, row.version.id, seeing, row.version.decidedAt ?? row.listing.updatedAt);
}

/** It has been the public text at some time, so no draft is read this way. */
const wasPublic = ({ status }: Version): boolean => status === "published" || status === "superseded";

type Owned = Pick<ListingSubject, "id" | "number" | "status" | "organisationId" | "demo" | "publishedAt"> & { shown: boolean; organisation: { id: string; name: string; slug: string } };

async function reading<K extends ListingKind>(actor: Actor, kind: K, listing: Owned, versionId: string, seeing: Audience, updatedAt: Date): Promise<Reading<K>> {
  const [full, files] = await Promise.all([readContent(db(), kind, versionId), filesOf(db(), { kind: fileSubject, id: versionId })]);
  if (!full) throw new NotFound();
  const locked = Object.entries(full.audience).filter(([field, audience]) => emptied[field] && !sees(seeing, audience)).map(([field, audience]) => ({ field, audience }));
  const unasked = ("priceKind" in full ? full.priceKind : full.budgetKind) === "negotiable" ? [emptied.price, emptied.budget] : [];
  const content = Object.assign({}, full, ...unasked, ...locked.map(({ field }) => emptied[field])) as ContentOf[K];
  const unnamed = "anonymous" in full && full.anonymous && seeing !== "deal";
  return {
    id: listing.id, kind, number: listing.number, status: listing.status, versionId,
    organisation: unnamed ? null : listing.organisation,
    content, locked,
    files: files.filter((file) => sees(seeing, file.audience)),
    lockedFiles: files.filter((file) => !sees(seeing, file.audience)).map(({ name, audience }) => ({ kind: name.split(".").pop()?.toUpperCase() ?? "", audience })),
    mine: actor.kind === "person" && actor.memberships.some((m) => m.organisationId === listing.organisationId),
    shown: listing.shown, seeing, demo: listing.demo, publishedAt: listing.publishedAt, updatedAt,
  };
}

/** The version in work (or, without one, the published one) as readers of one audience would see it: the preview. */
export async function readPreview<K extends ListingKind>(actor: Actor, kind: K, id: string, seeing: Audience): Promise<Reading<K>> {
  const listing = await findListing(db(), actor, kind, isId(id) ? id : "00000000-0000-0000-0000-000000000000");
  const [organisation] = await db().select({ id: organisations.id, name: publicName(), slug: organisations.slug }).from(organisations).where(eq(organisations.id, listing.organisationId));
  const versionId = listing.workingVersionId ?? listing.publishedVersionId;
  if (!organisation || !versionId) throw new NotFound();
  return reading(actor, kind, { ...listing, organisation, shown: false }, versionId, seeing, listing.updatedAt);
}

/** Everything the people who write a record need: its state, the text in work, remarks, attachments. */
export type Desk<K extends ListingKind> = {
  listing: ListingSubject; version: Version; content: ContentOf[K]; remarks: Remark[]; files: FileView[];
  reviews: Awaited<ReturnType<typeof reviewsOf>>;
};

/** @throws NotFound for strangers */
export async function readDesk<K extends ListingKind>(actor: Actor, kind: K, id: string): Promise<Desk<K>> {
  if (!isId(id)) throw new NotFound();
  const listing = await findListing(db(), actor, kind, id);
  const version = await findVersion(db(), listing.workingVersionId ?? listing.publishedVersionId);
  const [content, remarks, files, reviews] = await Promise.all([
    readContent(db(), kind, version.id), remarksOf(db(), kind, id), filesOf(db(), { kind: fileSubject, id: version.id }), reviewsOf(db(), kind, id),
  ]);
  if (!content) throw new NotFound();
  return { listing, version, content, remarks, files, reviews };
}

/** One version as a reviewer reads it, with its attachments. */
export async function readVersion<K extends ListingKind>(reader: Reader, kind: K, versionId: string): Promise<{ version: Version; content: ContentOf[K]; files: FileView[] }> {
  const [version, content, files] = await Promise.all([findVersion(reader, versionId), readContent(reader, kind, versionId), filesOf(reader, { kind: fileSubject, id: versionId })]);
  if (!content) throw new NotFound();
  return { version, content, files };
}

export type HistoryLine = { id: string; at: Date; name: EventName; actor: string | null; facts: Record<string, unknown> };

/** What happened to a record, newest first, for those who may see its unpublished side. */
export async function historyOf(actor: Actor, listing: Pick<ListingSubject, "id" | "kind" | "organisationId">, limit = 100, name?: EventName): Promise<HistoryLine[]> {
  if (!canSeeUnpublished(actor, listing)) throw new NotFound();
  const rows = await db()
    .select({ id: events.id, at: events.at, name: events.name, actor: users.name, facts: events.facts, organisationId: events.organisationId })
    .from(eventSubjects)
    .innerJoin(events, and(eq(events.at, eventSubjects.eventAt), eq(events.id, eventSubjects.eventId)))
    .leftJoin(users, eq(users.id, events.actorId))
    .where(and(eq(eventSubjects.kind, listing.kind), eq(eventSubjects.subjectId, listing.id), name ? eq(events.name, name) : undefined))
    .orderBy(desc(events.at), asc(events.id))
    .limit(limit);
  // An interest stands in the timelines of both records. Who acted for the other side is that side's: it may stay unnamed until a deal opens.
  const theirs = (row: { name: string; organisationId: string | null }) => row.name.startsWith("interest.") && row.organisationId !== null && row.organisationId !== listing.organisationId;
  return rows.map(({ organisationId, ...row }) => ({ ...row, actor: theirs({ name: row.name, organisationId }) ? null : row.actor, name: row.name as EventName }));
}

/** Why the record is not shown, since when and by whom, for those who may see its unpublished side; null where the bureau has not suspended it. */
export async function findSuspension(actor: Actor, listing: Pick<ListingSubject, "id" | "kind" | "organisationId">): Promise<{ reason: string; at: Date; by: string | null } | null> {
  const [last] = await historyOf(actor, listing, 1, `${listing.kind}.suspended`);
  const [row] = await db().select({ reason: listings.statusReason }).from(listings).where(and(eq(listings.id, listing.id), eq(listings.status, "suspended")));
  return last && row ? { reason: row.reason ?? "", at: last.at, by: last.actor } : null;
}

/** May this reader have an attachment of that version? Null when the file's version is unknown. */
export async function canReadFile(actor: Actor, versionId: string, audience: Audience): Promise<boolean> {
  const [row] = await db()
    .select({ listing: listings, published: listings.publishedVersionId, disclosed: isDisclosed(actor), shown: sql<boolean>`${isPublic}`, signed: isSignedUnder(actor), inDeal: isReadInDeal(actor) })
    .from(listingVersions)
    .innerJoin(listings, eq(listings.id, listingVersions.listingId))
    .innerJoin(organisations, eq(organisations.id, listings.organisationId))
    .where(eq(listingVersions.id, versionId));
  if (!row) return false;
  if (canSeeUnpublished(actor, row.listing)) return true;
  return (row.signed || (row.published === versionId && (row.shown || row.inDeal))) && sees(audienceOf(actor, row.listing, row.disclosed), audience);
}
