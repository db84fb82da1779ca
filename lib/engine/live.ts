import { meilisearchEngine } from "@/lib/engine/meilisearch";
import type { SearchEngine } from "@/lib/engine/port";
import { vocabulary, type Vocabulary } from "@/lib/engine/vocabulary";

/** Uid of the index that readers ask. A reindex fills another one beside it and swaps. */
export const LIVE_INDEX = "listings";

const engines = new Map<string, { words: Vocabulary; engine: SearchEngine }>();

/** The engine for an index of the configured search server, or null where there is none. One object per process, index and edition of the dictionary. */
export function engineOf(index: string, words: Vocabulary = vocabulary()): SearchEngine | null {
  const host = process.env.MEILI_URL;
  if (!host) return null;
  const known = `${host} ${index}`;
  const kept = engines.get(known);
  if (kept?.words === words) return kept.engine;
  const engine = meilisearchEngine({ host, apiKey: process.env.MEILI_KEY ?? "", index, synonyms: words.synonyms, stopWords: words.stopWords });
  engines.set(known, { words, engine });
  return engine;
}

export function liveEngine(): SearchEngine | null {
  return engineOf(LIVE_INDEX);
}
