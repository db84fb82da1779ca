import { termOf } from "@/lib/engine/analyse";
import { passes } from "@/lib/engine/in-process";
import type { EngineAnswer, EngineHit, EngineQuery, ListingFilter } from "@/lib/engine/port";
import type { UnderstoodQuery } from "@/lib/engine/query";
import { telling } from "@/lib/engine/rank";
import type { Statistics } from "@/lib/engine/statistics";

/** A sentence is asked for by its most telling terms, so many, the rarest bringing most records (docs/decisions/0022-search.md). */
const LOOSE_TERMS = 20;
/** What is common brings an arbitrary few of many, and a record handed out costs the engine more than finding it. */
const hitsOf = (place: number): number => (place < 8 ? 32 : place < 14 ? 24 : 16);

/** One record of so many that say it, or fewer, is an arbitrary one: such a term is asked for only where there is little else. */
const ARBITRARY = 20, LEAST_TERMS = 6;

/** A query in parts: the questions, and what their answers bring together. */
export interface Parts {
  questions: EngineQuery[];
  /** Records that hold some of the parts, once each; those that hold the most telling ones come first, as far as that is known before reading them. */
  hits(answers: readonly EngineAnswer[]): EngineHit[];
}

/** About how many records that the filter lets through say a term; none where the filter is so narrow that a few records cannot tell. */
function holders({ frequency, records, total, few }: Statistics, filter: ListingFilter): (text: string) => number {
  const through = few.filter(({ document }) => passes(document, filter)).length / Math.max(1, few.length);
  const share = (total / Math.max(1, records)) * through;
  return (text) => (frequency.get(termOf(text)) ?? 0) * share;
}

export function partsOf(query: Pick<UnderstoodQuery, "terms">, statistics: Statistics, filter: ListingFilter): Parts {
  const many = holders(statistics, filter);
  const asked = telling(query, statistics, LOOSE_TERMS).filter(({ text }, place) => place < LEAST_TERMS || many(text) < ARBITRARY * hitsOf(place));
  return {
    questions: asked.map(({ text }, place): EngineQuery => ({ terms: [text], filter, limit: hitsOf(place) })),
    hits(answers) {
      const found = new Map<string, { hit: EngineHit; weight: number }>();
      for (const [i, { weight }] of asked.entries()) for (const hit of answers[i]!.hits) {
        const one = found.get(hit.id);
        if (one) one.weight += weight; else found.set(hit.id, { hit, weight });
      }
      return [...found.values()].sort((a, b) => b.weight - a.weight).map(({ hit }) => hit);
    },
  };
}
