import { and, eq, inArray, isNull, ne, or } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { listings, listingVersions, readings, type Reading } from "@/db/schema";
import { clock } from "@/lib/core/clock";
import { log } from "@/lib/core/log";
import { liveEngine } from "@/lib/engine/live";
import { knowledgeOf } from "@/lib/engine/knowledge";
import { EngineUnavailable } from "@/lib/engine/port";
import { EMPTY_STATISTICS, type Statistics } from "@/lib/engine/statistics";
import { vocabulary } from "@/lib/engine/vocabulary";
import { readContent, type ContentOf } from "@/lib/listings/content";
import type { ListingKind } from "@/lib/listings/states";
import { ownDocument } from "./own-text";
import { READING_METHOD, readRecord } from "./read";
import { similarRecords, type SimilarDocument } from "./similar";

export type Surroundings = { statistics: Statistics; neighbours: SimilarDocument[] };

/** What the market says of a text. Without a search server a text is read by itself. */
async function surroundingsOf<K extends ListingKind>(listingId: string, kind: K, content: ContentOf[K]): Promise<Surroundings> {
  const engine = liveEngine();
  if (!engine) return { statistics: EMPTY_STATISTICS, neighbours: [] };
  try {
    return { statistics: await knowledgeOf(engine).statistics(), neighbours: await similarRecords(engine, ownDocument(listingId, kind, content)) };
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error;
    log.warn({ err: error }, "search engine unavailable; a record is read by itself");
    return { statistics: EMPTY_STATISTICS, neighbours: [] };
  }
}

type VersionRef = { id: string; listingId: string; lock: number };

/** The stored reading of this save, or one made now where the worker has not come to it yet. */
export async function readingOf<K extends ListingKind>(reader: Reader, kind: K, version: VersionRef, content: ContentOf[K]): Promise<Reading> {
  const [stored] = await reader.select().from(readings).where(eq(readings.versionId, version.id));
  if (stored?.lock === version.lock && stored.method === methodNow()) return stored.found;
  const { statistics, neighbours } = await surroundingsOf(version.listingId, kind, content);
  return readRecord(kind, content, statistics, vocabulary(), neighbours);
}

/** Reading depends on the rules and on the dictionary in use. */
function methodNow(): string {
  return `${READING_METHOD}.${vocabulary().version}`;
}

async function storeReading(kind: ListingKind, version: VersionRef): Promise<void> {
  const content = await readContent(db(), kind, version.id);
  if (!content) return;
  const { statistics, neighbours } = await surroundingsOf(version.listingId, kind, content);
  const values = { lock: version.lock, method: methodNow(), found: readRecord(kind, content, statistics, vocabulary(), neighbours), readAt: clock.now() };
  await db().insert(readings).values({ versionId: version.id, ...values }).onConflictDoUpdate({ target: readings.versionId, set: values });
}

/** Reads what changed among these records: their text in work and their published one. @returns how many were read */
export async function readListings(ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  return readVersions(and(inArray(listings.id, [...ids]), or(eq(listingVersions.id, listings.workingVersionId), eq(listingVersions.id, listings.publishedVersionId))));
}

/**
 * One open editor saves many times and tells of it once: what it saved after that is read here, every minute.
 * @returns how many were read
 */
export async function readStale(): Promise<number> {
  return readVersions(inArray(listingVersions.status, ["working", "pending", "sent_back"]));
}

async function readVersions(which: ReturnType<typeof and>): Promise<number> {
  const rows = await db()
    .select({ id: listingVersions.id, listingId: listings.id, lock: listingVersions.lock, kind: listings.kind })
    .from(listingVersions)
    .innerJoin(listings, eq(listings.id, listingVersions.listingId))
    .leftJoin(readings, eq(readings.versionId, listingVersions.id))
    .where(and(which, or(isNull(readings.versionId), ne(readings.lock, listingVersions.lock), ne(readings.method, methodNow()))))
    .limit(200);
  for (const { kind, ...version } of rows) await storeReading(kind, version);
  return rows.length;
}
