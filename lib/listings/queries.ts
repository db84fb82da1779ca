import { and, asc, count, desc, eq, exists, gte, ilike, inArray, isNull, lt, max, ne, or, sql, type SQL } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { achievementVersions, contractParties, contracts, dealParticipants, deals, disclosures, events, eventSubjects, listings, listingVersions, needVersions, organisations, publicName } from "@/db/schema";
import { isBureau, type Actor } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { dateInHarbin, todayInHarbin } from "@/lib/core/dates";
import { NotFound } from "@/lib/core/errors";
import { isId } from "@/lib/core/id";
import { containing } from "@/lib/core/like";
import { offsetOf, type Page, type PageRequest } from "@/lib/core/page";
import { isBarred } from "@/lib/organisations/dishonesty";
import { canSeeUnpublished } from "./policy";
import { progress, type Progress } from "./progress";
import type { Audience, ListingKind, ListingStatus, RevisionStatus } from "./states";

/** What a line in a list or a search result shows; what its reader may not see is not in it. */
export type ListingCard = {
  id: string;
  kind: ListingKind;
  number: string;
  title: string;
  summary: string;
  /** Null where the owner stays unnamed for this reader. */
  organisationId: string | null;
  organisationName: string | null;
  organisationSlug: string | null;
  anonymous: boolean;
  /** The name an unnamed owner chose; null means the usual word. */
  alias: string | null;
  industryCode: string | null;
  fieldCode: string | null;
  directionCode: string | null;
  districtCode: string | null;
  keywords: string[];
  maturity: number | null;
  modes: string[];
  /** Null when negotiable or not for this reader; then `moneyHidden` says which. */
  price: { kind: "fixed" | "from"; fen: number } | null;
  budget: { minFen: number | null; maxFen: number } | null;
  moneyHidden: Audience | null;
  deadline: string | null;
  publishedAt: Date | null;
  demo: boolean;
  /** The reader's own organisation owns it. */
  mine: boolean;
};

/** Public records, as a condition on `listings` joined with `organisations`: the same for search, matches and lists. */
export const isPublic: SQL = and(eq(listings.status, "published"), isNull(organisations.suspendedAt))!;

/** What this actor may see at all: everything public, the own organisations' records, and for the bureau all of it. */
export function visibleListings(actor: Actor): SQL {
  if (isBureau(actor)) return sql`true`;
  const own = organisationIds(actor);
  return own.length > 0 ? or(isPublic, inArray(listings.organisationId, own))! : isPublic;
}

function organisationIds(actor: Actor): string[] {
  return actor.kind === "person" ? actor.memberships.map((m) => m.organisationId) : [];
}

/** True in a row whose protected fields were opened to one of the actor's organisations by a deal. */
export function isDisclosed(actor: Actor): SQL<boolean> {
  const own = organisationIds(actor);
  if (own.length === 0) return sql<boolean>`false`;
  return sql<boolean>`${exists(db().select({ one: sql`1` }).from(disclosures).where(and(eq(disclosures.listingId, listings.id), inArray(disclosures.organisationId, own), isNull(disclosures.endedAt))))}`;
}

/** Whoever is in a deal about a record goes on reading it when its owner takes it off the pages or leaves the platform; not what the bureau has suspended. */
export function isReadInDeal(actor: Actor): SQL<boolean> {
  if (actor.kind !== "person") return sql<boolean>`false`;
  const brokered = db().select({ one: sql`1` }).from(dealParticipants).innerJoin(deals, eq(deals.id, dealParticipants.dealId)).where(and(
    eq(dealParticipants.userId, actor.userId), eq(dealParticipants.role, "broker"), eq(dealParticipants.status, "active"), ne(deals.status, "ended"),
    or(eq(deals.achievementId, listings.id), eq(deals.needId, listings.id)),
  ));
  return sql<boolean>`(${listings.status} <> 'suspended' and (${isDisclosed(actor)} or ${exists(brokered)}))`;
}

/** A version under which a contract was signed stays to be read by the parties of that contract, whatever has become of the record (domain A5); not what the bureau has suspended. */
export function isSignedUnder(actor: Actor): SQL<boolean> {
  if (actor.kind !== "person") return sql<boolean>`false`;
  const own = organisationIds(actor);
  const signed = db().select({ one: sql`1` }).from(contracts).innerJoin(contractParties, eq(contractParties.contractId, contracts.id)).where(and(
    or(eq(contracts.achievementVersionId, listingVersions.id), eq(contracts.needVersionId, listingVersions.id)), ne(contracts.status, "undone"),
    or(eq(contractParties.userId, actor.userId), own.length > 0 ? inArray(contractParties.organisationId, own) : undefined),
  ));
  return sql<boolean>`(${listings.status} <> 'suspended' and ${exists(signed)})`;
}

/** How far this reader sees into one listing: the audiences whose fields are shown. */
export function audienceOf(actor: Actor, listing: { organisationId: string }, disclosed: boolean): Audience {
  if (canSeeUnpublished(actor, listing) || disclosed) return "deal";
  return actor.kind === "person" ? "registered" : "public";
}

const rank: Record<Audience, number> = { public: 0, registered: 1, deal: 2 };

/** May a reader of this audience see a field kept for that one? */
export function sees(reader: Audience, field: Audience | undefined): boolean {
  return rank[reader] >= rank[field ?? "public"];
}

const cardColumns = {
  listing: listings, organisation: { name: publicName(), slug: organisations.slug }, achievement: achievementVersions, need: needVersions,
};

function cards(reader: Reader, actor: Actor) {
  return reader
    .select({ ...cardColumns, disclosed: isDisclosed(actor) })
    .from(listings)
    .innerJoin(organisations, eq(organisations.id, listings.organisationId))
    .leftJoin(achievementVersions, eq(achievementVersions.versionId, listings.publishedVersionId))
    .leftJoin(needVersions, eq(needVersions.versionId, listings.publishedVersionId));
}

type CardRow = Awaited<ReturnType<typeof cards>>[number];

/** Public for the tests: which parts of a row reach which reader. */
function listingCard(actor: Actor, row: CardRow): ListingCard {
  const { listing, achievement, need } = row;
  const seeing = audienceOf(actor, listing, row.disclosed);
  const map = achievement?.audience ?? need?.audience ?? {};
  const hidden = (field: string): Audience | null => (sees(seeing, map[field]) ? null : (map[field] ?? null));
  const unnamed = (need?.anonymous ?? false) && seeing !== "deal";
  const money = hidden(listing.kind === "achievement" ? "price" : "budget");
  return {
    id: listing.id, kind: listing.kind, number: listing.number,
    title: achievement?.title ?? need?.title ?? "",
    summary: achievement?.summary ?? need?.problem ?? "",
    organisationId: unnamed ? null : listing.organisationId,
    organisationName: unnamed ? null : row.organisation.name,
    organisationSlug: unnamed ? null : row.organisation.slug,
    anonymous: need?.anonymous ?? false, alias: need?.alias ?? null,
    industryCode: achievement?.industryCode ?? need?.industryCode ?? null,
    fieldCode: achievement?.fieldCode ?? need?.fieldCode ?? null,
    directionCode: achievement?.directionCode ?? need?.directionCode ?? null,
    districtCode: achievement?.districtCode ?? need?.districtCode ?? null,
    keywords: achievement?.keywords ?? need?.keywords ?? [],
    maturity: achievement?.maturity ?? need?.requiredMaturity ?? null,
    modes: achievement?.modes ?? need?.modes ?? [],
    price: !money && achievement && achievement.priceKind !== "negotiable" && achievement.priceFen !== null ? { kind: achievement.priceKind, fen: achievement.priceFen } : null,
    budget: !money && need && need.budgetKind === "range" && need.budgetMaxFen !== null ? { minFen: need.budgetMinFen, maxFen: need.budgetMaxFen } : null,
    moneyHidden: money, deadline: need?.deadline ?? null,
    publishedAt: listing.publishedAt, demo: listing.demo,
    mine: organisationIds(actor).includes(listing.organisationId),
  };
}

/** The newest public records of a kind, as a visitor sees them. */
export async function latestPublished(kind: ListingKind, limit: number, actor: Actor = { kind: "visitor" }): Promise<ListingCard[]> {
  const rows = await cards(db(), actor).where(and(eq(listings.kind, kind), isPublic, isOpen())).orderBy(desc(listings.publishedAt), desc(listings.id)).limit(limit);
  return rows.map((row) => listingCard(actor, row));
}

/** What an organisation shows under its name; unnamed needs are not told of it. */
const shownBy = (organisationId: string) => and(eq(listings.organisationId, organisationId), isPublic, or(isNull(needVersions.anonymous), eq(needVersions.anonymous, false)));

export async function countPublishedBy(organisationId: string): Promise<Record<ListingKind, number>> {
  const rows = await db().select({ kind: listings.kind, n: count() }).from(listings).innerJoin(organisations, eq(organisations.id, listings.organisationId))
    .leftJoin(needVersions, eq(needVersions.versionId, listings.publishedVersionId)).where(shownBy(organisationId)).groupBy(listings.kind);
  const of = (kind: ListingKind) => rows.find((row) => row.kind === kind)?.n ?? 0;
  return { achievement: of("achievement"), need: of("need") };
}

/** Public records of one organisation, newest first. */
export async function publishedBy(organisationId: string, kind: ListingKind, actor: Actor, request: PageRequest): Promise<ListingCard[]> {
  const rows = await cards(db(), actor).where(and(shownBy(organisationId), eq(listings.kind, kind))).orderBy(desc(listings.publishedAt), desc(listings.id)).limit(request.size).offset(offsetOf(request));
  return rows.map((row) => listingCard(actor, row));
}

/** Others of the same field, newest first: shown beside a record and in place of one that is gone. */
export async function similarListings(kind: ListingKind, fieldCode: string | null, exceptId: string, actor: Actor, limit = 3): Promise<ListingCard[]> {
  const table = kind === "achievement" ? achievementVersions : needVersions;
  const rows = await cards(db(), actor)
    .where(and(eq(listings.kind, kind), isPublic, isOpen(), sql`${listings.id} <> ${exceptId}`, fieldCode ? eq(table.fieldCode, fieldCode) : undefined))
    .orderBy(desc(listings.publishedAt)).limit(limit);
  return rows.map((row) => listingCard(actor, row));
}

/** A need past its deadline, or what belongs to somebody on the list of serious dishonesty, is still readable but no longer offered. */
function isOpen(): SQL | undefined {
  return and(or(isNull(needVersions.deadline), gte(needVersions.deadline, todayInHarbin(clock.now()))), sql`not ${isBarred(sql`listings.organisation_id`)}`);
}

export const ownTabs = ["all", "draft", "pending", "sent_back", "published", "down", "discarded"] as const;
export type OwnTab = (typeof ownTabs)[number];
export type OwnRow = {
  id: string; number: string; title: string; status: ListingStatus; revision: RevisionStatus; deadline: string | null;
  updatedAt: Date; publishedAt: Date | null; savedBy: string | null; demo: boolean; progress: Progress | null;
};

const ownGroups: Record<OwnTab, SQL | undefined> = {
  // What was thrown away is looked for where it lies, and nowhere else.
  all: sql`${listings.status} <> 'discarded'`,
  draft: or(eq(listings.status, "draft"), eq(listings.revision, "draft")),
  pending: or(eq(listings.status, "pending"), eq(listings.revision, "pending")),
  sent_back: or(eq(listings.status, "sent_back"), eq(listings.revision, "sent_back")),
  published: eq(listings.status, "published"),
  down: inArray(listings.status, ["withdrawn", "suspended", "closed", "refused"]),
  discarded: eq(listings.status, "discarded"),
};

/** The records of one organisation for its members. @throws NotFound for everybody else */
export async function listOwn(
  actor: Actor, organisationId: string, kind: ListingKind, { tab, q }: { tab: OwnTab; q?: string | undefined }, request: PageRequest,
): Promise<Page<OwnRow> & { counts: Record<OwnTab, number> }> {
  if (!canSeeUnpublished(actor, { organisationId })) throw new NotFound();
  const table = kind === "achievement" ? achievementVersions : needVersions;
  const mine = and(eq(listings.organisationId, organisationId), eq(listings.kind, kind));
  const like = containing(q);
  const where = and(mine, ownGroups[tab], like ? or(ilike(table.title, like), ilike(listings.number, like)) : undefined);
  const newest = eq(table.versionId, sql`coalesce(${listings.workingVersionId}, ${listings.publishedVersionId})`);
  const [rows, [total], [counts]] = await Promise.all([
    db().select({
      // A draft's title may be a page that was pasted into the wrong box.
      id: listings.id, number: listings.number, title: sql<string>`left(${table.title}, 200)`, status: listings.status, revision: listings.revision,
      deadline: kind === "need" ? needVersions.deadline : sql<string | null>`null`, updatedAt: listings.updatedAt, publishedAt: listings.publishedAt, demo: listings.demo, progress,
      savedBy: sql<string | null>`(select u.name from users u join listing_versions v on v.saved_by = u.id where v.id = coalesce(${listings.workingVersionId}, ${listings.publishedVersionId}))`,
    }).from(listings).innerJoin(table, newest).where(where).orderBy(desc(listings.updatedAt), asc(listings.id)).limit(request.size).offset(offsetOf(request)),
    db().select({ n: count() }).from(listings).innerJoin(table, newest).where(where),
    db().select(Object.fromEntries(ownTabs.map((name) => [name, sql<number>`count(*) filter (where ${ownGroups[name] ?? sql`true`})`.mapWith(Number)])) as Record<OwnTab, SQL<number>>)
      .from(listings).where(mine),
  ]);
  return { rows, total: total?.n ?? 0, page: request.page, size: request.size, counts: counts ?? { all: 0, draft: 0, pending: 0, sent_back: 0, published: 0, down: 0, discarded: 0 } };
}

/** The version decided on before this one: what a reviewer compares with. Null at the first submission. */
export async function versionBefore(reader: Reader, listingId: string, versionId: string): Promise<string | null> {
  const [current] = await reader.select({ ordinal: listingVersions.ordinal }).from(listingVersions).where(eq(listingVersions.id, versionId));
  if (!current) return null;
  const [before] = await reader.select({ id: listingVersions.id }).from(listingVersions)
    .where(and(eq(listingVersions.listingId, listingId), lt(listingVersions.ordinal, current.ordinal), inArray(listingVersions.status, ["published", "superseded"])))
    .orderBy(desc(listingVersions.ordinal)).limit(1);
  return before?.id ?? null;
}

/**
 * Since when a record that once was public is down or closed by its owner: all that a stranger may know of it. Null for
 * everything else, also for what the bureau suspended.
 */
export async function goneSince(kind: ListingKind, id: string): Promise<{ status: "withdrawn" | "closed"; on: string } | null> {
  if (!isId(id)) return null;
  const [row] = await db()
    .select({ status: listings.status, at: max(events.at) })
    .from(listings)
    .innerJoin(organisations, eq(organisations.id, listings.organisationId))
    .innerJoin(eventSubjects, and(eq(eventSubjects.kind, kind), eq(eventSubjects.subjectId, listings.id)))
    .innerJoin(events, and(eq(events.at, eventSubjects.eventAt), eq(events.id, eventSubjects.eventId), inArray(events.name, [`${kind}.withdrawn`, `${kind}.closed`])))
    .where(and(eq(listings.id, id), eq(listings.kind, kind), inArray(listings.status, ["withdrawn", "closed"]), isNull(organisations.suspendedAt)))
    .groupBy(listings.status);
  return row?.at && (row.status === "withdrawn" || row.status === "closed") ? { status: row.status, on: dateInHarbin(row.at) } : null;
}
