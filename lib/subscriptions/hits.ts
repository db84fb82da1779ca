import { and, inArray, isNull, sql } from "drizzle-orm";
import type { Reader, Tx } from "@/db/client";
import { savedSearches, savedSearchHits } from "@/db/schema";
import { clock } from "@/lib/core/clock";
import type { EventName } from "@/lib/events/names";
import type { StoredEvent } from "@/lib/jobs/cursors";
import { recordsOfReturned } from "@/lib/matching/rematch";
import { findListings } from "@/lib/search/find-listings";
import { publicDocuments } from "@/lib/listings/public-document";
import { addressOf } from "./address";

/** After these a record is there for the first time, says something else, or is there again. */
const appears: readonly EventName[] = ["achievement.approved", "achievement.relisted", "achievement.restored", "need.approved", "need.relisted", "need.restored", "need.reopened"];
/** Records that a search is asked about in one question: a page holds no more. */
const onePage = 100;
/** How far down its own page a search counts a record as found when no record holds everything that it asks for. */
const depth = 50;

/**
 * Reader of events: which of the records that have just appeared does each saved search find? Its cursor is "since the
 * last run", and a search has a record once, so a batch that is read twice tells nothing twice.
 */
export async function findHits(tx: Tx, batch: StoredEvent[]): Promise<void> {
  const appeared = new Map(batch.filter((event) => appears.includes(event.name))
    .flatMap((event) => event.subjects.filter((s) => s.kind === "achievement" || s.kind === "need").map((s) => [s.id, event.at] as const)));
  for (const { id, at } of await recordsOfReturned(tx, batch)) appeared.set(id, at);
  const fresh = (await publicDocuments(tx, [...appeared.keys()])).map((document) => ({ id: document.id, at: appeared.get(document.id)! }));
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
 * Those of `ids` that the search shows. Asked among themselves first, because most searches find none of them; where
 * only parts of the query are held, the place on the search's own page decides, as a reader would see it.
 */
export async function foundAmong(query: string, ids: string[]): Promise<string[]> {
  if (ids.length > onePage) return [...(await foundAmong(query, ids.slice(0, onePage))), ...(await foundAmong(query, ids.slice(onePage)))];
  if (ids.length === 0) return [];
  const wanted = new Set(ids);
  const address = { ...addressOf(query), page: 1, size: onePage };
  const among = await findListings({ ...address, filter: { ...address.filter, ids } });
  const own = among.hits.map((hit) => hit.id).filter((id) => wanted.has(id));
  if (among.exact || own.length === 0) return own;
  const whole = await findListings({ ...address, size: depth });
  return whole.hits.map((hit) => hit.id).filter((id) => wanted.has(id));
}

/** Forgets what waits about records that are gone from the market; when they are back, they are found again. */
export async function dropStaleHits(reader: Reader): Promise<void> {
  await reader.execute(sql`delete from saved_search_hits h where h.digest_id is null and not exists (select 1 from public_listings p where p.id = h.listing_id)`);
}

/** Puts hits into a digest: they have left the waiting. A plain function of the act that makes the digest. */
export async function assignHits(tx: Tx, hits: { searchId: string; listingId: string }[], digestId: string): Promise<void> {
  if (hits.length === 0) return;
  await tx.update(savedSearchHits).set({ digestId })
    .where(and(isNull(savedSearchHits.digestId), inArray(sql`(${savedSearchHits.searchId}, ${savedSearchHits.listingId})`, hits.map((hit) => sql`(${hit.searchId}, ${hit.listingId})`))));
}
