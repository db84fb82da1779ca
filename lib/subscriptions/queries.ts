import { and, desc, eq, gt, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { savedSearches } from "@/db/schema";
import type { Person } from "@/lib/core/actor";
import type { SearchFrequency } from "./states";

export type SavedSearch = { id: string; name: string; query: string; frequency: SearchFrequency; createdAt: Date; paused: boolean; fresh: number; found: number };

/** How long a removed search is offered to be brought back. */
const undoDays = 7;

// Drizzle writes the columns of a single table without its name, which inside would mean another one.
const hits = (more: ReturnType<typeof sql>) => sql<number>`(select count(*)::int from saved_search_hits h join public_listings p on p.id = h.listing_id where h.search_id = saved_searches.id ${more})`;
const columns = {
  id: savedSearches.id, name: savedSearches.name, query: savedSearches.query, frequency: savedSearches.frequency, createdAt: savedSearches.createdAt,
  paused: sql<boolean>`${savedSearches.pausedAt} is not null`, fresh: hits(sql`and h.found_at > saved_searches.looked_at`), found: hits(sql``),
};

/** The person's searches, newest first, each with what it has found since they last looked. At most twenty, so without pages. */
export async function listSavedSearches(actor: Person): Promise<SavedSearch[]> {
  return db().select(columns).from(savedSearches).where(and(eq(savedSearches.userId, actor.userId), isNull(savedSearches.removedAt))).orderBy(desc(savedSearches.createdAt), desc(savedSearches.id));
}

export async function listRemovedSearches(actor: Person, now: Date): Promise<SavedSearch[]> {
  return db().select(columns).from(savedSearches)
    .where(and(eq(savedSearches.userId, actor.userId), isNotNull(savedSearches.removedAt), gt(savedSearches.removedAt, new Date(now.getTime() - undoDays * 86_400_000)))).orderBy(desc(savedSearches.removedAt)).limit(20);
}

export type SearchHitLine = { id: string; kind: "achievement" | "need"; title: string; organisationName: string; foundAt: Date; fresh: boolean; demo: boolean };

/** What one search has found since it was saved, newest first; null when it is not this person's. */
export async function findSavedSearch(actor: Person, searchId: string): Promise<{ search: SavedSearch; hits: SearchHitLine[] } | null> {
  const [search] = await db().select(columns).from(savedSearches).where(and(eq(savedSearches.id, searchId), eq(savedSearches.userId, actor.userId), isNull(savedSearches.removedAt)));
  if (!search) return null;
  const { rows } = await db().execute<Omit<SearchHitLine, "foundAt"> & { foundAt: Date | string }>(sql`
    select p.id, p.kind, p.title, p.organisation_name as "organisationName", h.found_at as "foundAt", h.found_at > s.looked_at as fresh, p.demo
    from saved_search_hits h join saved_searches s on s.id = h.search_id join public_listings p on p.id = h.listing_id where s.id = ${search.id} order by h.found_at desc, p.id limit 100`);
  return { search, hits: rows.map((row) => ({ ...row, foundAt: new Date(row.foundAt) })) };
}

/** The same search, if this person already keeps it. */
export async function findSameSearch(actor: Person, query: string): Promise<{ id: string } | null> {
  const [row] = await db().select({ id: savedSearches.id }).from(savedSearches).where(and(eq(savedSearches.userId, actor.userId), eq(savedSearches.query, query), isNull(savedSearches.removedAt)));
  return row ?? null;
}

/**
 * Looking is the reader's own mark and no change of the world: what was shown is no longer new. Nothing but what was shown: a search takes its time to
 * find, and what it comes with meanwhile is of an earlier moment than the look.
 */
export async function markLooked(actor: Person, searchId: string, shown: readonly Pick<SearchHitLine, "foundAt">[]): Promise<void> {
  const [newest] = shown.map(({ foundAt }) => foundAt).sort((a, b) => b.getTime() - a.getTime());
  if (newest) await db().update(savedSearches).set({ lookedAt: newest }).where(and(eq(savedSearches.id, searchId), eq(savedSearches.userId, actor.userId), lt(savedSearches.lookedAt, newest)));
}
