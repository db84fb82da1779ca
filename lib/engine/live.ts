import { log } from "@/lib/core/log";
import { knowledgeOf } from "@/lib/engine/knowledge";
import { meilisearchEngine } from "@/lib/engine/meilisearch";
import type { SearchEngine } from "@/lib/engine/port";
import { vocabulary, type Vocabulary } from "@/lib/engine/vocabulary";

/** Uid of the index that readers ask. A reindex fills another one beside it and swaps. */
export const LIVE_INDEX = "listings";

const engines = new Map<string, SearchEngine>();
/** Edition of the dictionary by which this process asks at present, per server. */
const inUse = new Map<string, number>();
const learning = new Set<string>();

/** The engine for an index of the configured search server, or null where there is none. One object per process, index and edition of the dictionary. */
export function engineOf(index: string, words: Vocabulary = vocabulary()): SearchEngine | null {
  const host = process.env.MEILI_URL;
  if (!host) return null;
  const known = keyOf(host, index, words.version);
  let engine = engines.get(known);
  if (!engine) engines.set(known, (engine = meilisearchEngine({ host, apiKey: process.env.MEILI_KEY ?? "", index, synonyms: words.synonyms, stopWords: words.stopWords })));
  return engine;
}

/** For those who write to the live index: always by the edition in use. */
export function writingEngine(): SearchEngine | null {
  return engineOf(LIVE_INDEX);
}

/**
 * For those who ask. After a new edition of the dictionary the process first learns the records by it and goes on
 * asking by the old one meanwhile: nobody waits for a change of the dictionary.
 */
export function liveEngine(): SearchEngine | null {
  const host = process.env.MEILI_URL;
  if (!host) return null;
  const { version } = vocabulary();
  const old = inUse.get(host);
  const engine = engineOf(LIVE_INDEX)!;
  if (old === undefined || old === version) {
    inUse.set(host, version);
    return engine;
  }
  const before = engines.get(keyOf(host, LIVE_INDEX, old));
  if (!before) return engine;
  void learn(host, version, old, engine);
  return before;
}

async function learn(host: string, version: number, old: number, engine: SearchEngine): Promise<void> {
  const key = keyOf(host, LIVE_INDEX, version);
  if (learning.has(key)) return;
  learning.add(key);
  try {
    await knowledgeOf(engine).statistics();
    inUse.set(host, version);
    engines.delete(keyOf(host, LIVE_INDEX, old));
  } catch (error) {
    // The old edition goes on serving; the next question tries again.
    log.warn({ err: error, version }, "a new edition of the dictionary could not be learnt yet");
  } finally {
    learning.delete(key);
  }
}

function keyOf(host: string, index: string, version: number): string {
  return `${host} ${index} ${version}`;
}
