import { meilisearchEngine } from "@/lib/engine/meilisearch";
import type { SearchEngine } from "@/lib/engine/port";
import { SYNONYMS } from "@/lib/engine/data/synonyms";

/** Uid of the index that readers ask. A reindex fills another one beside it and swaps. */
export const LIVE_INDEX = "listings";

const engines = new Map<string, SearchEngine>();

/** The engine for an index of the configured search server, or null where there is none. One object per process and index. */
export function engineOf(index: string): SearchEngine | null {
  const host = process.env.MEILI_URL;
  if (!host) return null;
  const known = `${host} ${index}`;
  let engine = engines.get(known);
  if (!engine) engines.set(known, (engine = meilisearchEngine({ host, apiKey: process.env.MEILI_KEY ?? "", index, synonyms: SYNONYMS })));
  return engine;
}

export function liveEngine(): SearchEngine | null {
  return engineOf(LIVE_INDEX);
}
