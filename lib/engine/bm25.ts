import type { Term } from "@/lib/engine/analyse";
import { countIn, type Entry } from "@/lib/engine/forward";
import { rarity, type Statistics } from "@/lib/engine/statistics";

export const K1 = 1.2;
export const B = 0.75;

/** A query: each term with its weight (before rarity). */
export type Weights = ReadonlyMap<Term, number>;

export interface PreparedQuery { terms: Term[]; weights: number[] }

/** Weights by term; made when a query meets its first record that is shorter than itself. */
const byTerm = new WeakMap<PreparedQuery, Map<Term, number>>();

function weightsByTerm(query: PreparedQuery): Map<Term, number> {
  let weights = byTerm.get(query);
  if (!weights) {
    byTerm.set(query, (weights = new Map()));
    for (const [i, term] of query.terms.entries()) weights.set(term, (weights.get(term) ?? 0) + query.weights[i]!);
  }
  return weights;
}

/** Multiplies the weights by what is rare among the records that are ranked; `power` 2 lets the rarest decide. */
export function prepareQuery(weights: Weights, statistics: Statistics, power = 1): PreparedQuery {
  const terms: Term[] = [], out: number[] = [];
  for (const [term, weight] of weights) {
    if (weight <= 0) continue;
    terms.push(term);
    out.push(weight * rarity(statistics, term) ** power);
  }
  return { terms, weights: out };
}

/** BM25 of one record; `k1` says how much more a second occurrence counts. */
export function bm25(query: PreparedQuery, entry: Pick<Entry, "terms" | "counts" | "length">, meanLength: number, k1 = K1): number {
  const norm = k1 * (1 - B + (B * entry.length) / meanLength);
  let sum = 0;
  // A long need meets many short records: the shorter side is walked through.
  if (entry.terms.length < query.terms.length) {
    const weights = weightsByTerm(query);
    for (let i = 0; i < entry.terms.length; i++) {
      const weight = weights.get(entry.terms[i]!);
      if (weight !== undefined) sum += (weight * entry.counts[i]! * (k1 + 1)) / (entry.counts[i]! + norm);
    }
    return sum;
  }
  for (let i = 0; i < query.terms.length; i++) {
    const tf = countIn(entry, query.terms[i]!);
    if (tf > 0) sum += (query.weights[i]! * tf * (k1 + 1)) / (tf + norm);
  }
  return sum;
}
