import { eachTerm, isCharacter, termText, type Term } from "@/lib/engine/analyse";
import { orderedQuery, type PreparedQuery } from "@/lib/engine/bm25";
import type { Entry } from "@/lib/engine/forward";
import { rarity, type Statistics } from "@/lib/engine/statistics";
import { isStopTerm } from "@/lib/engine/vocabulary";
import { askedOf } from "@/lib/matching/asked";
import { BOILERPLATE } from "@/lib/matching/data/boilerplate";
import { relatedTerms } from "@/lib/matching/related";

/** What a need asks for, ready to be compared with achievements; some three kilobytes, because a process keeps it for every need. */
export interface UnderstoodNeed {
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
 * The terms of a need, weighed: (1.5 if in the title) + tf / (tf + 3) in the text, times how rare the term is among
 * needs, which quiets 研究, 现状 and 企业 without a list of stop words. How rare they are among achievements is not in it yet.
 */
export function needWeights(need: Entry, needs: Statistics): Map<Term, number> {
  const inTitle = new Set<Term>(), inText = new Map<Term, number>();
  eachTerm(need.title, (term) => inTitle.add(term));
  eachTerm(askedOf(need.rest), (term) => inText.set(term, (inText.get(term) ?? 0) + 1));
  const weights = new Map<Term, number>();
  for (const term of new Set([...inTitle, ...inText.keys()])) {
    const tf = inText.get(term) ?? 0;
    const weight = ((inTitle.has(term) ? TITLE_WEIGHT : 0) + tf / (tf + TEXT_SATURATION)) * rarityAmongNeeds(needs, term) ** RARITY_POWER;
    if (weight > 0) weights.set(term, weight);
  }
  return weights;
}

export function understandNeed(need: Entry, needs: Statistics, achievements: Statistics): UnderstoodNeed {
  const weights = needWeights(need, needs);
  const { own, whole } = ownQuery(weights, achievements);
  // A neighbouring word that other needs use all the time says as little as a word of their own would.
  const rarest = rarityAmongNeeds(needs, UNSEEN);
  const gained = [...relatedTerms(`${need.title}\n${askedOf(need.rest)}`, weights)]
    .filter(([term]) => achievements.records === 0 || !achievements.complete || achievements.frequency.has(term))
    .map(([term, weight]): Weighed => [term, ((weight * rarityAmongNeeds(needs, term)) / rarest) * rarity(achievements, term)])
    .filter(([, weight]) => weight > 0);
  return { whole, trust: trustIn(weights, gained.map(([term]) => term), achievements), query: orderedQuery([...own, ...gained]) };
}

type Weighed = [term: Term, weight: number];

/** The share of a need's words that must be known of achievements, lest the few known ones count as the whole need. */
const KNOWN_SHARE = 0.7;

/**
 * A need's own terms as a query, and what a perfect record would reach. What no achievement says can be found in none:
 * it does not make every score of a long need small (half of what needs say stands in no achievement's title). But a
 * need of which achievements know next to nothing is not met by the little that they know.
 */
function ownQuery(weights: ReadonlyMap<Term, number>, achievements: Statistics): { own: Weighed[]; whole: number } {
  const telling = (terms: Iterable<Weighed>) => Array.from(terms, ([term, weight]): Weighed => [term, weight * rarity(achievements, term)]);
  if (achievements.records === 0) {
    const own = telling(weights);
    return { own, whole: Math.max(1e-9, sum(own)) };
  }
  const known: Weighed[] = [], unknown: Weighed[] = [];
  for (const one of weights) (achievements.frequency.has(one[0]) ? known : unknown).push(one);
  const own = telling(known), reach = sum(own);
  // Rarer than what is known of it a strange term may be, but by how much nobody knows.
  const usual = Math.max(known.length > 0 ? reach / sum(known) : 0, rarity(achievements, UNSEEN) / 2);
  const whole = Math.max(1e-9, reach, KNOWN_SHARE * (reach + usual * sum(unknown)));
  if (achievements.complete) return { own, whole };
  // Of a sample, what is not counted is not absent, only rare.
  return { own: [...own, ...unknown.map(([term, weight]): Weighed => [term, weight * usual])], whole };
}

/** Of the words of needs that achievements can meet at all, at least so many (by weight) are known of achievements. */
const TRUSTED_SHARE = 0.1;

function trustIn(weights: ReadonlyMap<Term, number>, gained: readonly Term[], achievements: Statistics): number {
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

const sum = (terms: readonly Weighed[]): number => terms.reduce((all, [, weight]) => all + weight, 0);

export interface KeyTerm { term: Term; text: string; weight: number }

/** The terms to ask the engine for, heaviest first. Single characters find too much. */
export function keyTerms(query: PreparedQuery, many: number): KeyTerm[] {
  return Array.from(query.terms, (term, i) => ({ term, text: termText(term), weight: query.weights[i]! }))
    .filter(({ term, weight }) => !isCharacter(term) && weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1))
    .slice(0, many);
}

/** The terms of an achievement to ask needs for: rare among needs and among achievements, the title's first. */
export function achievementQuery(achievement: Entry, needs: Statistics, achievements: Statistics): PreparedQuery {
  const weights: Weighed[] = [];
  for (const [i, term] of achievement.terms.entries()) {
    const tf = achievement.counts[i]!;
    if (needs.complete && !needs.frequency.has(term)) continue;
    weights.push([term, (tf / (tf + 1)) * rarityAmongNeeds(needs, term) * rarity(achievements, term)]);
  }
  return orderedQuery(weights);
}

/** Weights for the sum of a record's term vectors: often here, rare elsewhere. */
export function* vectorWeights(text: string, rare: (term: Term) => number): Iterable<[Term, number]> {
  const counts = new Map<Term, number>();
  eachTerm(text, (term) => counts.set(term, (counts.get(term) ?? 0) + 1));
  for (const [term, tf] of counts) yield [term, tf * rare(term)];
}
