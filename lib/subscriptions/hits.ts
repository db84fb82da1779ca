import { and, inArray, isNull, sql } from "drizzle-orm";
import type { Reader, Tx } from "@/db/client";
import { savedSearches, savedSearchHits } from "@/db/schema";
import { clock } from "@/lib/core/clock";
import type { EventName } from "@/lib/events/names";
import type { StoredEvent } from "@/lib/jobs/cursors";
import { postpone, type Postponed } from "@/lib/jobs/postponed";
import { recordsOfReturned } from "@/lib/matching/rematch";
import { findListings } from "@/lib/search/find-listings";
import { publicDocuments } from "@/lib/listings/public-document";
import { addressOf } from "./address";

/** The name of its cursor. */
export const SUBSCRIPTIONS_READER = "subscriptions";

/** After these a record is there for the first time, says something else, or is there again. */
const appears: readonly EventName[] = ["achievement.approved", "achievement.relisted", "achievement.restored", "need.approved", "need.relisted", "need.restored", "need.reopened"];
/** How far down its own page a search counts a record as found when no record holds everything that it asks for. */
const depth = 50;
/** A page of a search holds no more. */
const asked = 100;

/**
 * Reader of events: which of the records that have just appeared does each saved search find? Its cursor is "since the
 * last run", and a search has a record once, so a batch that is read twice tells nothing twice.
 */
export async function findHits(tx: Tx, batch: StoredEvent[]): Promise<void> {
  const appeared = new Map(batch.filter((event) => appears.includes(event.name))
    .flatMap((event) => event.subjects.filter((s) => s.kind === "achievement" || s.kind === "need").map((s) => [s.id, event.at] as const)));
  await postpone(tx, SUBSCRIPTIONS_READER, await recordsOfReturned(tx, batch));
  await keepHits(tx, [...appeared].map(([id, at]) => ({ id, at })));
}

/** What was put off: each slice is asked of every search. */
export async function findHitsOfReturned(tx: Tx, slice: Postponed[]): Promise<void> {
  await keepHits(tx, slice);
}

async function keepHits(tx: Tx, appeared: Postponed[]): Promise<void> {
  const there = new Set((await publicDocuments(tx, appeared.map(({ id }) => id))).map(({ id }) => id));
  const fresh = appeared.filter(({ id }) => there.has(id));
  if (fresh.length === 0) return;
  const searches = await tx.select({ id: savedSearches.id, query: savedSearches.query, createdAt: savedSearches.createdAt }).from(savedSearches).where(and(isNull(savedSearches.removedAt), isNull(savedSearches.pausedAt)));
  const foundAt = clock.now();
  for (const search of searches) {
    // What was there when the search was saved is on its first page; it is no news.
    const found = await foundAmong(search.query, fresh.filter((one) => one.at >= search.createdAt).map((one) => one.id));
    if (found.length === 0) continue;
    await tx.insert(savedSearchHits).values(found.map((listingId) => ({ searchId: search.id, listingId, foundAt }))).onConflictDoNothing();
  }
}

/**
 * Those of `ids` that the search shows. Asked among themselves first, a page at a time, because most searches find none of
 * them; where only parts of the query are held, the place on the search's own page decides, as a reader would see it.
 */
export async function foundAmong(query: string, ids: string[]): Promise<string[]> {
  const address = { ...addressOf(query), page: 1, size: asked };
  const found: string[] = [];
  let whole: Promise<Set<string>> | undefined;
  const onItsPage = () => (whole ??= findListings({ ...address, size: depth }, []).then(({ hits }) => new Set(hits.map((hit) => hit.id))));
  for (let from = 0; from < ids.length; from += asked) {
    const some = new Set(ids.slice(from, from + asked));
    const among = await findListings({ ...address, filter: { ...address.filter, ids: [...some] } }, []);
    const own = among.hits.map((hit) => hit.id).filter((id) => some.has(id));
    if (among.exact || own.length === 0) { found.push(...own); continue; }
    const shown = await onItsPage();
    found.push(...[...some].filter((id) => shown.has(id)));
  }
  return found;
}

/**
 * Forgets what waits about records that are gone from the market; when they are back, they are found again.
 * @param userId of one person who is about to be told; without, of everybody
 */
export async function dropStaleHits(reader: Reader, userId?: string): Promise<void> {
  const theirs = userId ? sql`h.search_id in (select s.id from saved_searches s where s.user_id = ${userId})` : sql`true`;
  await reader.execute(sql`delete from saved_search_hits h where h.digest_id is null and ${theirs} and not exists (select 1 from public_listings p where p.id = h.listing_id)`);
}

/** Puts hits into a digest: they have left the waiting. A plain function of the act that makes the digest. */
export async function assignHits(tx: Tx, hits: { searchId: string; listingId: string }[], digestId: string): Promise<void> {
  if (hits.length === 0) return;
  await tx.update(savedSearchHits).set({ digestId })
    .where(and(isNull(savedSearchHits.digestId), inArray(sql`(${savedSearchHits.searchId}, ${savedSearchHits.listingId})`, hits.map((hit) => sql`(${hit.searchId}, ${hit.listingId})`))));
}
