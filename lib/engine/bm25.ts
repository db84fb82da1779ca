import type { Term } from "@/lib/engine/analyse";
import { countIn, type Entry } from "@/lib/engine/forward";
import { rarity, type Statistics } from "@/lib/engine/statistics";

const K1 = 1.2;
export const B = 0.75;

/** A query: each term with its weight (before rarity). */
export type Weights = ReadonlyMap<Term, number>;

/** Terms in the order of an entry's, each once, with their weights: eight bytes a term, because one is kept for every need. */
export interface PreparedQuery { terms: Int32Array; weights: Float32Array }

/** @param weights at most one for each term */
export function orderedQuery(weights: readonly (readonly [Term, number])[]): PreparedQuery {
  const sorted = weights.toSorted((a, b) => a[0] - b[0]);
  return { terms: Int32Array.from(sorted, ([term]) => term), weights: Float32Array.from(sorted, ([, weight]) => weight) };
}

/** Multiplies the weights by what is rare among the records that are ranked; `power` 2 lets the rarest decide. */
export function prepareQuery(weights: Weights, statistics: Statistics, power = 1): PreparedQuery {
  const prepared: [Term, number][] = [];
  for (const [term, weight] of weights) if (weight > 0) prepared.push([term, weight * rarity(statistics, term) ** power]);
  return orderedQuery(prepared);
}

/** Below this share of a record's terms a query looks each of its own up; above it both are walked through side by side. */
const FEW = 1 / 12;

/** BM25 of one record; `k1` says how much more a second occurrence counts, `most` from which one on none counts any more. */
export function bm25(query: PreparedQuery, entry: Pick<Entry, "terms" | "counts" | "length">, meanLength: number, k1 = K1, most = Infinity): number {
  const norm = k1 * (1 - B + (B * entry.length) / meanLength);
  const { terms, weights } = query;
  let sum = 0;
  if (terms.length < entry.terms.length * FEW) {
    for (let i = 0; i < terms.length; i++) {
      const tf = Math.min(most, countIn(entry, terms[i]!));
      if (tf > 0) sum += (weights[i]! * tf * (k1 + 1)) / (tf + norm);
    }
    return sum;
  }
  for (let i = 0, j = 0; i < terms.length && j < entry.terms.length;) {
    const mine = terms[i]!, theirs = entry.terms[j]!;
    if (mine === theirs) {
      const tf = Math.min(most, entry.counts[j]!);
      sum += (weights[i]! * tf * (k1 + 1)) / (tf + norm);
      i++;
      j++;
    } else if (mine < theirs) i++;
    else j++;
  }
  return sum;
}
