import { countTerms, type Term } from "@/lib/engine/analyse";
import { bm25 } from "@/lib/engine/bm25";
import { ELEMENT_NAMES, type ElementName } from "@/lib/engine/document";
import { countIn, type Entry } from "@/lib/engine/forward";
import { rarity, type Statistics } from "@/lib/engine/statistics";
import { fieldPart, maturityPart, modesPart, moneyPart, overChance, placePart, MATCHING_K1, textPart, total, VECTOR_SHARE, WEIGHTS_VERSION, type ScoreParts } from "@/lib/matching/score";
import type { OutsideVectors } from "@/lib/matching/outside-vectors";
import { askedOf } from "@/lib/matching/asked";
import { rarityAmongNeeds, understandNeed, vectorWeights, type UnderstoodNeed } from "@/lib/matching/terms";
import { cosine, normaliseVector, vectorOf, type VectorModel } from "@/lib/matching/vectors";

/** What is known of the market when a pair is scored. The same context gives the same score in both directions. */
export interface PairContext {
  needs: Statistics;
  achievements: Statistics;
  vectors: VectorModel | null;
  /** Vectors of an outside service, where one is configured and has been asked. */
  outside: OutsideVectors | null;
  /** The records' vectors lie in the store too: neighbours can be asked for. */
  stored: boolean;
  /** Likeness that a need and an achievement of this market have by chance; null until it is measured. */
  chance: number | null;
}

export interface PairScore {
  /** 0 to 100. */
  score: number;
  parts: ScoreParts;
  weightsVersion: string;
  /** Element → is it covered (only those the need names). */
  elements: Partial<Record<ElementName, boolean>>;
  /** The text part before it was put on its scale; for calibration. */
  likeness: number;
}

/** What is derived from one entry. */
interface Remembered { of: string; steady: boolean; need?: UnderstoodNeed; elements?: NamedElement[]; length?: number }
interface RememberedVectors { need?: Float32Array | null; achievement?: Float32Array | null }
/** Entries live in a cache of their own; what is derived from one goes when it goes, or when what it was derived by changes. */
const memory = new WeakMap<Entry, Remembered>();
/**
 * By their model alone: they are what takes time at a record's first meeting, and how rare its words are hardly changes what they
 * add up to before the model itself is learnt anew.
 */
const vectorMemory = new WeakMap<VectorModel, WeakMap<Entry, RememberedVectors>>();

/** So many records of each kind are hardly moved by what is published in the minutes between two learnings. */
const STEADY = 5_000;

/** A name for each learning; to hold the statistics themselves would keep old ones alive. */
const names = new WeakMap<Statistics, number>();
let learnings = 0;
function nameOf(statistics: Statistics): number {
  let name = names.get(statistics);
  if (name === undefined) names.set(statistics, (name = ++learnings));
  return name;
}

/**
 * @param anew what was derived by older statistics is not good enough. Otherwise it is, in a large market, until it was made anew
 * between requests: understanding a need takes 0.2 ms, and an achievement has four hundred of them as its candidates
 */
function remembered({ needs, achievements }: PairContext, entry: Entry, anew = false): Remembered {
  const of = `${nameOf(needs)} ${nameOf(achievements)}`, steady = Math.min(needs.records, achievements.records) >= STEADY;
  let one = memory.get(entry);
  if (!one || (one.of !== of && (anew || !one.steady || !steady))) memory.set(entry, (one = { of, steady }));
  return one;
}

function rememberedVectors(model: VectorModel, entry: Entry): RememberedVectors {
  let of = vectorMemory.get(model);
  if (!of) vectorMemory.set(model, (of = new WeakMap()));
  let one = of.get(entry);
  if (!one) of.set(entry, (one = {}));
  return one;
}

export function understood(context: PairContext, need: Entry): UnderstoodNeed {
  return (remembered(context, need).need ??= understandNeed(need, context.needs, context.achievements));
}

export function achievementVector(context: PairContext, entry: Entry): Float32Array | null {
  const { vectors } = context;
  if (!vectors) return null;
  const one = rememberedVectors(vectors, entry);
  if (one.achievement === undefined) {
    const weights: [number, number][] = [];
    for (const [i, term] of entry.terms.entries()) weights.push([term, entry.counts[i]! * rarity(context.achievements, term)]);
    one.achievement = vectorOf(vectors, weights);
  }
  return one.achievement;
}

/** Title and text weigh the same: a long text must not drown its title. */
export function needVector(context: PairContext, entry: Entry): Float32Array | null {
  const { vectors } = context;
  if (!vectors) return null;
  const one = rememberedVectors(vectors, entry);
  if (one.need === undefined) {
    const rare = (term: number) => rarity(context.achievements, term) * rarityAmongNeeds(context.needs, term);
    const title = vectorOf(vectors, vectorWeights(entry.title, rare)), text = vectorOf(vectors, vectorWeights(askedOf(entry.rest), rare));
    one.need = title && text ? normaliseVector(title.map((x, i) => x + text[i]!)) : (title ?? text);
  }
  return one.need;
}

/** An element counts as covered if half of what its words say is in the achievement. */
const COVERED = 0.5;

interface NamedElement { name: ElementName; terms: [term: Term, weight: number][]; whole: number }

/** The elements a need names, as far as their words say anything. */
function elementsOf(context: PairContext, need: Entry): NamedElement[] {
  return (remembered(context, need).elements ??= ELEMENT_NAMES.flatMap((name): NamedElement[] => {
    const terms = [...countTerms(need.document.elements?.[name] ?? "").keys()].map((term): [Term, number] => [term, rarity(context.achievements, term) * rarityAmongNeeds(context.needs, term)]);
    const whole = terms.reduce((sum, [, weight]) => sum + weight, 0);
    return whole > 0 ? [{ name, terms, whole }] : [];
  }));
}

function elementCoverage(context: PairContext, need: Entry, achievement: Entry): { part: number | null; covered: PairScore["elements"] } {
  const covered: PairScore["elements"] = {}, named = elementsOf(context, need);
  let sum = 0;
  for (const { name, terms, whole } of named) {
    let there = 0;
    for (const [term, weight] of terms) if (countIn(achievement, term) > 0) there += weight;
    const share = there / whole;
    covered[name] = share >= COVERED;
    sum += share;
  }
  return { part: named.length > 0 ? sum / named.length : null, covered };
}

const meanLengths = new WeakMap<Statistics, number>();

/** How much all of a record's terms say together; its long list of common words must not count as length. */
function tellingLength(context: PairContext, entry: Entry): number {
  const one = remembered(context, entry);
  return (one.length ??= entry.terms.reduce((sum, term) => sum + rarity(context.achievements, term), 0));
}

/** A title's term counts twice: what a long text says again and again weighs no more than a title that its text takes up twice. */
const SAID_AT_MOST = 4;

function meanTellingLength(achievements: Statistics): number {
  let mean = meanLengths.get(achievements);
  if (mean === undefined) {
    let sum = 0;
    for (const [term, n] of achievements.frequency) sum += n * rarity(achievements, term);
    meanLengths.set(achievements, (mean = Math.max(1, sum / Math.max(1, achievements.records))));
  }
  return mean;
}

/** The share of a need's words that a record holds (BM25), and how near the two texts lie in meaning. */
export function likenessOf(context: PairContext, need: Entry, achievement: Entry): number {
  const { query, whole, trust } = understood(context, need);
  const { terms, counts } = achievement;
  // Repetition and neighbouring words may bring more than all of the need's own; more than all is all.
  const words = Math.min(1, bm25(query, { terms, counts, length: tellingLength(context, achievement) }, meanTellingLength(context.achievements), MATCHING_K1, SAID_AT_MOST) / whole);
  const learnt = trust * cosine(needVector(context, need), achievementVector(context, achievement));
  const outside = context.outside?.likeness(need, achievement) ?? null;
  // Beside the learnt vectors a service counts as much as they do, without them it stands alone.
  const meaning = outside === null ? learnt : context.vectors ? (learnt + outside) / 2 : outside;
  return trust * words + VECTOR_SHARE * meaning;
}

/** Does ahead, by what is known now, what a record's first meeting with another would wait for: up to a quarter of a millisecond, which four hundred candidates add up to. */
export function makeReady(context: PairContext, entry: Entry): void {
  remembered(context, entry, true);
  if (entry.kind === "need") {
    understood(context, entry);
    elementsOf(context, entry);
    needVector(context, entry);
    return;
  }
  achievementVector(context, entry);
  tellingLength(context, entry);
}

/** The one score of a pair. */
export function scorePair(context: PairContext, need: Entry, achievement: Entry): PairScore {
  const likeness = likenessOf(context, need, achievement);
  const { part, covered } = elementCoverage(context, need, achievement);
  const pair = { need: need.document, achievement: achievement.document };
  const parts: ScoreParts = {
    text: textPart(overChance(likeness, context.chance)), field: fieldPart(pair), elements: part, maturity: maturityPart(pair),
    modes: modesPart(pair), money: moneyPart(pair), place: placePart(pair),
  };
  return { score: total(parts), parts, weightsVersion: WEIGHTS_VERSION, elements: covered, likeness };
}
