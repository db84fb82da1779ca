import { eachTerm, isCharacter, normalise, runsOf, type Term } from "@/lib/engine/analyse";
import type { Weights } from "@/lib/engine/bm25";
import type { Statistics } from "@/lib/engine/statistics";

/** What a reader typed, cut into terms. */
export interface UnderstoodQuery {
  /** Normalised; for whole-text comparison. */
  text: string;
  /** Pairs, words, and characters that stand alone, each once, in order. */
  terms: Term[];
  /** For ranking: terms and single characters with their number. */
  weights: Weights;
  /** Latin words that no record read for the statistics has, with the word they were taken for. */
  corrected: { from: string; to: string }[];
}

/** True if two words differ by at most `most` insertions, deletions, exchanges or swapped neighbours. */
export function within(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let before: number[] = [], previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return false;
    before = previous;
    previous = row;
  }
  return previous[b.length]! <= most;
}

/** The commonest known word that a Latin word may have been meant to be; grades and numbers are never guessed. */
function meant(word: string, statistics: Statistics): string | null {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return null;
  const most = word.length >= 8 ? 2 : 1;
  let best: string | null = null, often = 0;
  for (const [candidate, n] of statistics.words) {
    if (candidate.length < word.length - most) continue;
    if (candidate.length > word.length + most) break;
    if (n > often && within(word, candidate, most)) { best = candidate; often = n; }
  }
  return best;
}

/** Longer input is cut: nobody types it, and a pasted document is understood by its beginning. */
const LONGEST = 2_000;

/** @param correctable false for a Latin word that stays as it was typed, though the statistics do not know it */
export function understandQuery(q: string, statistics: Statistics, correctable: (word: string) => boolean = () => true): UnderstoodQuery {
  let text = normalise(q.slice(0, LONGEST)).trim();
  const corrected: UnderstoodQuery["corrected"] = [];
  if (statistics.records > 0 && /[a-z]{4}/.test(text)) {
    let out = "", from = 0;
    for (const run of runsOf(text)) {
      const word = text.slice(run.start, run.end);
      if (run.han || statistics.words.has(word) || !correctable(word)) continue;
      const to = meant(word, statistics);
      if (!to) continue;
      corrected.push({ from: word, to });
      out += text.slice(from, run.start) + to;
      from = run.end;
    }
    text = out + text.slice(from);
  }
  const weights = new Map<Term, number>();
  eachTerm(text, (term) => weights.set(term, (weights.get(term) ?? 0) + 1));
  const alone = new Set<Term>();
  for (const run of runsOf(text)) if (run.han && run.end - run.start === 1) alone.add(text.charCodeAt(run.start));
  const terms = [...weights.keys()].filter((term) => !isCharacter(term) || alone.has(term));
  return { text, terms, weights, corrected };
}
