import { lotOf } from "@/lib/core/lot";
import { eachTerm, termText, type Term } from "@/lib/engine/analyse";
import type { Entry } from "@/lib/engine/forward";
import { askedOf } from "@/lib/matching/asked";
import { sparseFactors, type Breathe, type SparseMatrix } from "@/lib/matching/svd";

/** Directions of meaning learnt from the platform's own texts: terms used in like company point alike. */
export interface VectorModel { dimensions: number; rows: Map<Term, number>; vectors: Float32Array }

export const DIMENSIONS = 200;
/** A small collection has few directions of meaning to tell apart. */
const LEAST_DIMENSIONS = 32;
/** Bounds of what is learnt from; 6,700 titles and 300 needs have 14,000 terms in 13,000 clauses. */
const MOST_TERMS = 15_000;
/** Few records teach few terms; a small market grows by a sixth often and is learnt anew each time (1 s instead of 20 s for 300). */
const TERMS_PER_RECORD = 12;
const LEAST_TERMS = 2_000;
const MOST_CLAUSES = 30_000;
const LONGEST_CLAUSE = 120;
const FEWEST_CLAUSES = 4;
const FEWEST_TERMS = 50;
/** Levy, Goldberg and Dagan 2015: quiets pairs with rare contexts. */
const CONTEXT_POWER = 0.75;

const CLAUSES = /[，。；：、,;:!?！？\n()（）“”"]+/;

/** Gives way to requests about every ten milliseconds, unless told otherwise. */
export function breather(everyMs = 10): Breathe {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < everyMs) return;
    await new Promise((resolve) => setImmediate(resolve));
    last = performance.now();
  };
}

/**
 * Learns vectors: terms that share a clause, each clause counted 1/length, positive pointwise mutual information,
 * its singular vectors, rows normalised. About 40 s of one core for 7,000 records, in slices of 10 ms.
 * @returns null if there is too little text to learn from
 */
export async function learnVectors(entries: readonly Entry[], dimensions = DIMENSIONS): Promise<VectorModel | null> {
  const breathe = breather();
  const clauses: Term[][] = [];
  const seen = new Map<Term, number>();
  const step = Math.max(1, Math.ceil((entries.length * FEWEST_CLAUSES) / MOST_CLAUSES));
  const read = entries.filter((_, i) => i % step === 0);
  // A line is a clause: the title (a list of words is one, too), then the sentences of the text.
  const textsOf = (entry: Entry) => [entry.title, ...(entry.kind === "need" ? askedOf(entry.rest) : entry.rest).split(CLAUSES)].filter((text) => text.length > 1);
  const most = clausesEach(read.map((entry) => textsOf(entry).length));
  for (const entry of read) {
    for (const text of textsOf(entry).slice(0, most)) {
      const terms: Term[] = [];
      eachTerm(text, (term) => { if (terms.length < LONGEST_CLAUSE) terms.push(term); });
      if (terms.length < 2) continue;
      clauses.push(terms);
      for (const term of new Set(terms)) seen.set(term, (seen.get(term) ?? 0) + 1);
    }
    await breathe();
  }
  const kept = [...seen].filter(([, n]) => n >= 2).map(([term, n]) => ({ term, n, lot: lotOf(termText(term)) })).sort((a, b) => b.n - a.n || a.lot - b.lot).slice(0, Math.min(MOST_TERMS, Math.max(LEAST_TERMS, entries.length * TERMS_PER_RECORD)));
  if (kept.length < FEWEST_TERMS) return null;
  const rows = new Map(kept.map(({ term }, row) => [term, row]));
  const matrix = await mutualInformation(clauses.map((clause) => clause.flatMap((term) => rows.get(term) ?? [])), kept.length, breathe);
  const seeds = Int32Array.from(kept, ({ lot }) => lot);
  const vectors = await sparseFactors(matrix, Math.min(dimensions, Math.max(LEAST_DIMENSIONS, Math.floor(kept.length / 50))), seeds, breathe);
  const width = vectors.length / kept.length;
  for (let row = 0; row < kept.length; row++) normaliseVector(vectors.subarray(row * width, (row + 1) * width));
  return { dimensions: width, rows, vectors };
}

/** How many clauses each record may give: all of them where there is room, else the first ones, which say most. */
function clausesEach(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b);
  let left = MOST_CLAUSES;
  for (const [i, count] of sorted.entries()) {
    const share = left / (sorted.length - i);
    if (count > share) return Math.max(FEWEST_CLAUSES, Math.floor(share));
    left -= count;
  }
  return Infinity;
}

async function mutualInformation(clauses: number[][], size: number, breathe: Breathe): Promise<SparseMatrix> {
  const of: number[][] = Array.from({ length: size }, () => []);
  for (const [c, clause] of clauses.entries()) for (const row of clause) of[row]!.push(c);
  const together = new Float64Array(size), sums = new Float64Array(size);
  const rows: { columns: number[]; counts: number[] }[] = [];
  for (let row = 0; row < size; row++) {
    const touched: number[] = [];
    for (const c of of[row]!) {
      const clause = clauses[c]!, weight = 1 / clause.length;
      for (const column of clause) {
        if (column === row) continue;
        if (together[column] === 0) touched.push(column);
        together[column]! += weight;
      }
    }
    touched.sort((a, b) => a - b);
    const counts = touched.map((column) => together[column]!);
    for (const [i, column] of touched.entries()) { sums[row]! += counts[i]!; together[column] = 0; }
    rows.push({ columns: touched, counts });
    await breathe();
  }
  const context = sums.map((sum) => sum ** CONTEXT_POWER);
  const all = context.reduce((sum, x) => sum + x, 0);
  const starts = new Int32Array(size + 1), columns: number[] = [], values: number[] = [];
  for (let row = 0; row < size; row++) {
    const { columns: others, counts } = rows[row]!;
    for (const [i, column] of others.entries()) {
      const information = Math.log((counts[i]! * all) / (sums[row]! * context[column]!));
      if (information > 0) { columns.push(column); values.push(information); }
    }
    starts[row + 1] = columns.length;
    await breathe();
  }
  return { size, starts, columns: Int32Array.from(columns), values: Float32Array.from(values) };
}

/** Scales to length one; leaves a null vector as it is. */
export function normaliseVector(vector: Float32Array): Float32Array {
  let sum = 0;
  for (const x of vector) sum += x * x;
  if (sum > 0) { const scale = 1 / Math.sqrt(sum); for (let i = 0; i < vector.length; i++) vector[i]! *= scale; }
  return vector;
}

/** The sum of the vectors of weighted terms, of length one; null if none of them is known. */
export function vectorOf({ dimensions, rows, vectors }: VectorModel, weights: Iterable<readonly [Term, number]>): Float32Array | null {
  const starts: number[] = [], shares: number[] = [];
  for (const [term, weight] of weights) {
    const row = rows.get(term);
    if (row === undefined || weight === 0) continue;
    starts.push(row * dimensions);
    shares.push(weight);
  }
  if (starts.length === 0) return null;
  // Four rows at a time: the sum is read and written a quarter as often, which halves what takes most of a record's first meeting.
  while (starts.length % 4 > 0) { starts.push(0); shares.push(0); }
  const out = new Float32Array(dimensions);
  for (let n = 0; n < starts.length; n += 4) {
    const a = starts[n]!, b = starts[n + 1]!, c = starts[n + 2]!, d = starts[n + 3]!;
    const wa = shares[n]!, wb = shares[n + 1]!, wc = shares[n + 2]!, wd = shares[n + 3]!;
    for (let i = 0; i < dimensions; i++) out[i]! += wa * vectors[a + i]! + wb * vectors[b + i]! + wc * vectors[c + i]! + wd * vectors[d + i]!;
  }
  return normaliseVector(out);
}

/** In the one width of the store: a small collection has fewer dimensions. */
export function padded(vector: Float32Array): number[] {
  return Array.from({ length: DIMENSIONS }, (_, i) => vector[i] ?? 0);
}

/** −1 to 1; 0 where either side is unknown. */
export function cosine(a: Float32Array | null, b: Float32Array | null): number {
  if (!a || !b) return 0;
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
