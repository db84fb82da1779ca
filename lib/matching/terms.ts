import { eachTerm, isCharacter, termText, type Term } from "@/lib/engine/analyse";
import { prepareQuery, type PreparedQuery } from "@/lib/engine/bm25";
import type { Entry } from "@/lib/engine/forward";
import { rarity, type Statistics } from "@/lib/engine/statistics";
import { isStopTerm } from "@/lib/engine/vocabulary";
import { BOILERPLATE } from "@/lib/matching/data/boilerplate";
import { relatedTerms } from "@/lib/matching/related";

/** What a need asks for, ready to be compared with achievements. */
export interface UnderstoodNeed {
  /** The need's own terms → weight; how rare they are among achievements is not in it yet. */
  weights: Map<Term, number>;
  /** Its own terms and those of neighbouring words. */
  query: PreparedQuery;
  /** Sum of the weights of its own terms in the query: what a perfect record could nearly reach. */
  whole: number;
}

/** A term of the title weighs as much as one that the text repeats again and again, and half as much more. */
const TITLE_WEIGHT = 1.5;
const TEXT_SATURATION = 3;
/** Below 1 a little: with few needs, what is rare among them is partly chance. */
const RARITY_POWER = 0.85;

const boilerplate = new Set<Term>();
for (const word of BOILERPLATE) eachTerm(word, (term) => { if (!isCharacter(term)) boilerplate.add(term); });
/** As if so many more needs had been read, all of which say 项目, 研发 and 目标: quiets them where there are few needs. */
const IMAGINED_NEEDS = 20;

/** A term that no need has. */
const UNSEEN: Term = -1;

/** How much a term tells one need from others. */
export function rarityAmongNeeds(needs: Statistics, term: Term): number {
  const df = (needs.frequency.get(term) ?? 0) + (boilerplate.has(term) || isStopTerm(term) ? IMAGINED_NEEDS : 0);
  const records = needs.records + IMAGINED_NEEDS;
  return Math.log(1 + (Math.max(0, records - df) + 0.5) / (df + 0.5));
}

/**
 * Weighs the terms of a need: (1.5 if in the title) + tf / (tf + 3) in the text, times how rare the term is among
 * needs, which quiets 研究, 现状 and 企业 without a list of stop words.
 */
export function understandNeed(need: Entry, needs: Statistics, achievements: Statistics): UnderstoodNeed {
  const inTitle = new Set<Term>(), inText = new Map<Term, number>();
  eachTerm(need.title, (term) => inTitle.add(term));
  eachTerm(need.rest, (term) => inText.set(term, (inText.get(term) ?? 0) + 1));
  const weights = new Map<Term, number>();
  for (const term of new Set([...inTitle, ...inText.keys()])) {
    const tf = inText.get(term) ?? 0;
    const weight = ((inTitle.has(term) ? TITLE_WEIGHT : 0) + tf / (tf + TEXT_SATURATION)) * rarityAmongNeeds(needs, term) ** RARITY_POWER;
    if (weight > 0) weights.set(term, weight);
  }
  // What no achievement says can be found in none: it must not make every score of this need small.
  const known = achievements.records > 0 ? new Map([...weights].filter(([term]) => achievements.frequency.has(term))) : weights;
  const own = prepareQuery(known, achievements);
  // A neighbouring word that other needs use all the time says as little as a word of their own would.
  const rarest = rarityAmongNeeds(needs, UNSEEN);
  const related = [...relatedTerms(`${need.title}\n${need.rest}`, weights)]
    .filter(([term]) => achievements.records === 0 || achievements.frequency.has(term))
    .map(([term, weight]): [Term, number] => [term, (weight * rarityAmongNeeds(needs, term)) / rarest]);
  const query = prepareQuery(new Map([...known, ...related]), achievements);
  return { weights, query, whole: Math.max(1e-9, own.weights.reduce((sum, weight) => sum + weight, 0)) };
}

export interface KeyTerm { term: Term; text: string; weight: number }

/** The terms to ask the engine for, heaviest first. Single characters find too much. */
export function keyTerms(query: PreparedQuery, many: number): KeyTerm[] {
  return query.terms
    .map((term, i) => ({ term, weight: query.weights[i]! }))
    .filter(({ term, weight }) => !isCharacter(term) && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, many)
    .map(({ term, weight }) => ({ term, text: termText(term), weight }));
}

/** The terms of an achievement to ask needs for: rare among needs and among achievements, the title's first. */
export function achievementQuery(achievement: Entry, needs: Statistics, achievements: Statistics): PreparedQuery {
  const terms: Term[] = [], weights: number[] = [];
  for (const [i, term] of achievement.terms.entries()) {
    const tf = achievement.counts[i]!;
    if (!needs.frequency.has(term)) continue;
    terms.push(term);
    weights.push((tf / (tf + 1)) * rarityAmongNeeds(needs, term) * rarity(achievements, term));
  }
  return { terms, weights };
}

/** Weights for the sum of a record's term vectors: often here, rare elsewhere. */
export function* vectorWeights(text: string, rare: (term: Term) => number): Iterable<[Term, number]> {
  const counts = new Map<Term, number>();
  eachTerm(text, (term) => counts.set(term, (counts.get(term) ?? 0) + 1));
  for (const [term, tf] of counts) yield [term, tf * rare(term)];
}
