import { eachTerm, isCharacter, termText, type Term } from "@/lib/engine/analyse";
import { prepareQuery, type PreparedQuery } from "@/lib/engine/bm25";
import type { Entry } from "@/lib/engine/forward";
import { rarity, type Statistics } from "@/lib/engine/statistics";
import { isStopTerm } from "@/lib/engine/vocabulary";
import { askedOf } from "@/lib/matching/asked";
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
  /** 0 to 1: 0 if achievements know no word of it, so that the characters they share are chance. */
  trust: number;
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

/** A term that no record has. */
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
  const asked = askedOf(need.rest);
  eachTerm(asked, (term) => inText.set(term, (inText.get(term) ?? 0) + 1));
  const weights = new Map<Term, number>();
  for (const term of new Set([...inTitle, ...inText.keys()])) {
    const tf = inText.get(term) ?? 0;
    const weight = ((inTitle.has(term) ? TITLE_WEIGHT : 0) + tf / (tf + TEXT_SATURATION)) * rarityAmongNeeds(needs, term) ** RARITY_POWER;
    if (weight > 0) weights.set(term, weight);
  }
  const { own, whole } = ownQuery(weights, achievements);
  // A neighbouring word that other needs use all the time says as little as a word of their own would.
  const rarest = rarityAmongNeeds(needs, UNSEEN);
  const related = [...relatedTerms(`${need.title}\n${asked}`, weights)]
    .filter(([term]) => achievements.records === 0 || !achievements.complete || achievements.frequency.has(term))
    .map(([term, weight]): [Term, number] => [term, (weight * rarityAmongNeeds(needs, term)) / rarest]);
  const gained = prepareQuery(new Map(related), achievements);
  return { weights, whole, trust: trustIn(weights, gained.terms, achievements), query: { terms: [...own.terms, ...gained.terms], weights: [...own.weights, ...gained.weights] } };
}

/** The share of a need's words that must be known of achievements, lest the few known ones count as the whole need. */
const KNOWN_SHARE = 0.7;

/**
 * A need's own terms as a query, and what a perfect record would reach. What no achievement says can be found in none:
 * it does not make every score of a long need small (half of what needs say stands in no achievement's title). But a
 * need of which achievements know next to nothing is not met by the little that they know.
 */
function ownQuery(weights: Map<Term, number>, achievements: Statistics): { own: PreparedQuery; whole: number } {
  if (achievements.records === 0) {
    const own = prepareQuery(weights, achievements);
    return { own, whole: Math.max(1e-9, sum(own.weights)) };
  }
  const known: [Term, number][] = [], unknown: [Term, number][] = [];
  for (const one of weights) (achievements.frequency.has(one[0]) ? known : unknown).push(one);
  const own = prepareQuery(new Map(known), achievements);
  const weightOf = (terms: [Term, number][]) => sum(terms.map(([, weight]) => weight));
  const reach = sum(own.weights);
  // Rarer than what is known of it a strange term may be, but by how much nobody knows.
  const usual = Math.max(known.length > 0 ? reach / weightOf(known) : 0, rarity(achievements, UNSEEN) / 2);
  const whole = Math.max(1e-9, reach, KNOWN_SHARE * (reach + usual * weightOf(unknown)));
  if (achievements.complete) return { own, whole };
  // Of a sample, what is not counted is not absent, only rare.
  return { own: { terms: [...own.terms, ...unknown.map(([term]) => term)], weights: [...own.weights, ...unknown.map(([, weight]) => weight * usual)] }, whole };
}

/** Of the words of needs that achievements can meet at all, at least so many (by weight) are known of achievements. */
const TRUSTED_SHARE = 0.1;

function trustIn(weights: Map<Term, number>, gained: readonly Term[], achievements: Statistics): number {
  if (achievements.records === 0 || !achievements.complete) return 1;
  let known = 0, all = 0;
  for (const [term, weight] of weights) {
    if (isCharacter(term)) continue;
    all += weight;
    if (achievements.frequency.has(term)) known += weight;
  }
  // A neighbouring word that is known speaks for the one that brought it.
  if (gained.some((term) => !isCharacter(term))) known = Math.max(known, all * TRUSTED_SHARE);
  return all > 0 ? Math.min(1, known / (all * TRUSTED_SHARE)) : 1;
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

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
    if (needs.complete && !needs.frequency.has(term)) continue;
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
