import { db } from "@/db/client";
import type { SearchDocument } from "@/lib/engine/document";
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
  // Most are drafts, which nobody else reads: only what is public counts towards the most.
  const documents = new Map((await publicDocuments(db(), ids)).map((document) => [document.id, document]));
  const held = await stillHeld(engine, [...documents.values()]);
  const ahead = ids.flatMap((id) => documents.get(id) ?? []).filter(({ id }) => !held.has(id));
  // Search finds a record by what its author says it is not about, too (`entryOf`), and the index holds it so.
  return ahead.slice(0, MOST).map((document) => entryOf({ ...document, removedTerms: [] }, engine.synonyms));
}

/**
 * An event need not have changed what the public reads: what this process has read out of the index as it is now is no newer by it, unless
 * it is gone from there since (withdrawn and relisted).
 */
async function stillHeld(engine: SearchEngine, documents: readonly SearchDocument[]): Promise<Set<string>> {
  const { cache } = knowledgeOf(engine), known = new Map(documents.filter((document) => cache.sameAs(document)).map(({ id, stamp }) => [id, stamp]));
  if (known.size === 0) return new Set();
  const { hits } = await engine.search({ filter: { ids: [...known.keys()] }, limit: known.size });
  return new Set(hits.filter(({ id, stamp }) => known.get(id) === stamp).map(({ id }) => id));
}
