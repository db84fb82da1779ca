import type { EngineHit, EngineQuery, ListingFilter, SearchEngine } from "@/lib/engine/port";
import type { UnderstoodQuery } from "@/lib/engine/query";
import { telling } from "@/lib/engine/rank";
import type { Statistics } from "@/lib/engine/statistics";

/** A sentence is asked for by its most telling terms, so many, each bringing so many records. */
const LOOSE_TERMS = 20;
const LOOSE_HITS = 32;

/**
 * Records that hold some of the most telling terms of a query; those that hold the most telling ones come first, as far as that is
 * known before reading them.
 */
export async function looseHits(engine: SearchEngine, query: Pick<UnderstoodQuery, "terms">, statistics: Statistics, filter: ListingFilter): Promise<EngineHit[]> {
  const asked = telling(query, statistics, LOOSE_TERMS);
  const answers = await engine.multiSearch(asked.map(({ text }): EngineQuery => ({ terms: [text], filter, limit: LOOSE_HITS })));
  const found = new Map<string, { hit: EngineHit; weight: number }>();
  for (const [i, { weight }] of asked.entries()) for (const hit of answers[i]!.hits) {
    const one = found.get(hit.id);
    if (one) one.weight += weight; else found.set(hit.id, { hit, weight });
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight).map(({ hit }) => hit);
}
