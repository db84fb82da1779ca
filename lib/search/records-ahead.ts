import { db } from "@/db/client";
import { entryOf, type Entry } from "@/lib/engine/forward";
import { knowledgeOf } from "@/lib/engine/knowledge";
import type { SearchEngine } from "@/lib/engine/port";
import { unreadSubjects } from "@/lib/jobs/cursors";
import { publicDocuments } from "@/lib/listings/public-document";
import { SEARCH_READER } from "./project";

/** A search is no place to cut an institution's ten thousand records: who is that far behind misses some, as any index does. */
const MOST = 50;

/**
 * Public records that the index does not hold yet, or not as they are now: their events are committed, but the worker has not read
 * them. Who publishes finds what they published at once, also while the worker or the engine takes its time.
 */
export async function recordsAhead(engine: SearchEngine): Promise<Entry[]> {
  const ids = await unreadSubjects(SEARCH_READER, ["achievement", "need"]);
  if (ids.length === 0) return [];
  const { cache } = knowledgeOf(engine);
  // An event need not have changed what the public reads: what this process read out of the index is no newer by it.
  return (await publicDocuments(db(), ids.slice(0, MOST))).filter((document) => !cache.sameAs(document)).map((document) => entryOf(document, engine.synonyms));
}
