import { eachTerm, isCharacter, normalise, type Term } from "@/lib/engine/analyse";
import { SYNONYMS } from "@/lib/engine/data/synonyms";
import type { SynonymGroups } from "@/lib/engine/expand";

/** What a process knows of the words of the trade: the built-in dictionary and the applied edition of the operators'. */
export interface Vocabulary {
  /** Edition of the operators' dictionary; 0 is the built-in one alone. */
  version: number;
  synonyms: SynonymGroups;
  /** Words that say nothing: left out of long queries, quiet in matching. */
  stopWords: readonly string[];
  /** Terms of the trade with the place in the plan they speak for: for reading records, never for cutting them. */
  words: readonly { text: string; fieldCode: string | null }[];
}

export const BUILT_IN: Vocabulary = { version: 0, synonyms: SYNONYMS, stopWords: [], words: [] };

// One per process, whatever bundle asks: the page's code and the process's start are loaded separately.
const place = globalThis as { [key: symbol]: unknown };
const key = Symbol.for("platform.vocabulary");

export function vocabulary(): Vocabulary {
  return (place[key] as Vocabulary | undefined) ?? BUILT_IN;
}

/** From now on new engine objects, and with them everything learnt, belong to this vocabulary. */
export function setVocabulary(next: Vocabulary): void {
  place[key] = next;
}

/**
 * A query without its stop words, longest first. Where nothing but stop words was typed they are what is meant, so the
 * query stays as it is: no dictionary can make a search find nothing.
 */
export function withoutStopWords(query: string, stopWords: readonly string[]): string {
  if (stopWords.length === 0) return query;
  let text = normalise(query);
  for (const word of [...stopWords].sort((a, b) => b.length - a.length)) {
    const without = text.replaceAll(normalise(word), " ");
    if (/[\p{L}\p{N}]{2}/u.test(without)) text = without;
  }
  return text.trim() === normalise(query).trim() ? query : text;
}

let quiet: { of: Vocabulary; terms: Set<Term> } | undefined;

/** Is this term a piece of a stop word? Matching lowers its weight and never takes it away. */
export function isStopTerm(term: Term): boolean {
  const now = vocabulary();
  if (quiet?.of !== now) {
    quiet = { of: now, terms: new Set() };
    for (const word of now.stopWords) eachTerm(normalise(word), (one) => { if (!isCharacter(one)) quiet!.terms.add(one); });
  }
  return quiet.terms.has(term);
}
