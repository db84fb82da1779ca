import type { EngineHit, EngineQuery, ListingFilter, SearchEngine } from "@/lib/engine/port";
import type { UnderstoodQuery } from "@/lib/engine/query";
import { telling } from "@/lib/engine/rank";
import type { Statistics } from "@/lib/engine/statistics";

/** A sentence is asked for by its most telling terms, so many, each bringing so many records. */
const LOOSE_TERMS = 20;
const LOOSE_HITS = 30;

export interface LooseQuestion {
  filter: ListingFilter;
  /** The records that hold the whole query, as far as they are known. */
  whole?: readonly EngineHit[];
  /** How many terms are asked for; fewer are faster and find less. */
  terms?: number;
}

/**
 * Records that hold some of the most telling terms of a query; those that hold the most telling ones come first. How much of
 * the query a record was found by is known before reading it.
 */
export async function looseHits(engine: SearchEngine, query: Pick<UnderstoodQuery, "terms">, statistics: Statistics, { filter, whole = [], terms = LOOSE_TERMS }: LooseQuestion): Promise<{ hit: EngineHit; weight: number }[]> {
  const asked = telling(query, statistics, terms);
  const answers = await engine.multiSearch(asked.map(({ text }): EngineQuery => ({ terms: [text], filter, limit: LOOSE_HITS })));
  const all = asked.reduce((sum, { weight }) => sum + weight, 0);
  const found = new Map(whole.map((hit) => [hit.id, { hit, weight: all, complete: true }]));
  for (const [i, { weight }] of asked.entries()) for (const hit of answers[i]!.hits) {
    const one = found.get(hit.id);
    if (!one) found.set(hit.id, { hit, weight, complete: false }); else if (!one.complete) one.weight += weight;
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight || Number(b.complete) - Number(a.complete));
}
