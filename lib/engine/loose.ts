import type { ForwardCache } from "@/lib/engine/forward";
import type { EngineHit, EngineQuery, ListingFilter, SearchEngine } from "@/lib/engine/port";
import type { UnderstoodQuery } from "@/lib/engine/query";
import { rank, telling, type Ranked } from "@/lib/engine/rank";
import type { Statistics } from "@/lib/engine/statistics";

/** A sentence is asked for by its most telling terms, so many, each bringing so many records. */
const LOOSE_TERMS = 32;
const LOOSE_HITS = 100;
const LOOSE_READ = 500;

/** A restriction, and the records that hold the whole query within it. */
export interface LooseQuestion { filter: ListingFilter; whole: readonly EngineHit[] }

/** For each question the records that hold the most telling terms of the query, best first; one round trip for all. */
export async function looseOrders(engine: SearchEngine, cache: Pick<ForwardCache, "get">, query: UnderstoodQuery, statistics: Statistics, questions: readonly LooseQuestion[]): Promise<Ranked[][]> {
  const asked = telling(query, statistics, LOOSE_TERMS);
  const answers = await engine.multiSearch(questions.flatMap(({ filter }) => asked.map(({ text }): EngineQuery => ({ terms: [text], filter, limit: LOOSE_HITS }))));
  return Promise.all(questions.map(async ({ whole }, q) => {
    // How much of the query a record was found by is known before reading it; only the best are read and ranked.
    const found = new Map(whole.map((hit) => [hit.id, { hit, weight: Infinity }]));
    for (const [i, { weight }] of asked.entries()) for (const hit of answers[q * asked.length + i]!.hits) {
      const one = found.get(hit.id);
      if (one) one.weight += weight; else found.set(hit.id, { hit, weight });
    }
    const promising = [...found.values()].sort((a, b) => b.weight - a.weight).slice(0, LOOSE_READ).map(({ hit }) => hit);
    return rank(await cache.get(promising), query, statistics);
  }));
}
