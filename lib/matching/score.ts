import type { SearchDocument } from "@/lib/engine/document";

/** The named parts of a score, each 0 to 1, or null where one side says nothing: then it does not count. */
export interface ScoreParts {
  text: number;
  field: number | null;
  elements: number | null;
  maturity: number | null;
  modes: number | null;
  money: number | null;
  place: number | null;
}
export type PartName = keyof ScoreParts;

/**
 * Weights by version, so that the parts stored with an old match still add up to its score. A new version is a new
 * row; rows are never changed. How they were chosen: docs/decisions/0021-match-score.md.
 */
export const WEIGHTS: Record<string, Record<PartName, number>> = {
  "1": { text: 60, field: 14, elements: 9, maturity: 7, modes: 4, money: 3, place: 3 },
  // The same weights over another text part: neighbouring words, telling length, more of the vectors.
  "2": { text: 60, field: 14, elements: 9, maturity: 7, modes: 4, money: 3, place: 3 },
  // And again: what achievements know nothing of is no longer measured by the little that they know.
  "3": { text: 60, field: 14, elements: 9, maturity: 7, modes: 4, money: 3, place: 3 },
  // And again: measured by what strangers of this market have in common; only what a need asks, not who asks.
  "4": { text: 60, field: 14, elements: 9, maturity: 7, modes: 4, money: 3, place: 3 },
  // And again: vectors found among more directions, and what strangers have in common measured anew by them.
  "5": { text: 60, field: 14, elements: 9, maturity: 7, modes: 4, money: 3, place: 3 },
};
export const WEIGHTS_VERSION = "5";

/** 0 to 100. */
export function total(parts: ScoreParts, version = WEIGHTS_VERSION): number {
  const weights = WEIGHTS[version];
  if (!weights) throw new Error(`unknown weights ${version}`);
  let sum = 0, known = 0;
  for (const [name, weight] of Object.entries(weights) as [PartName, number][]) {
    const part = parts[name];
    if (part === null) continue;
    sum += weight * part;
    known += weight;
  }
  return known === 0 ? 0 : (100 * sum) / known;
}

export type MatchLevel = "high" | "good" | "fair";

/** Calibrated on pairs graded by experts (docs/decisions/0021-match-score.md); below `fair` nothing is suggested to anyone. */
const THRESHOLDS: Record<MatchLevel, number> = { high: 72, good: 54, fair: 36 };

/** The level of a score, the same for every need; null: not worth a look. */
export function levelOf(score: number): MatchLevel | null {
  if (score >= THRESHOLDS.high) return "high";
  if (score >= THRESHOLDS.good) return "good";
  return score >= THRESHOLDS.fair ? "fair" : null;
}

/** Likeness of the texts (BM25 share of the whole need + 0.3 × cosine, about 0 to 1) on a scale of 0 to 1. */
const TEXT_MIDDLE = 0.278;
const TEXT_SPREAD = 0.104;
export const VECTOR_SHARE = 0.3;
/** Titles count twice in an entry, so 1.8 here is what 0.9 is over plain counts. */
export const MATCHING_K1 = 1.8;
/** What strangers have in common in the market whose pairs experts graded: titles on one side, texts on the other. */
export const TITLES_CHANCE = 0.0455;
/** A copy of a need stays a perfect fit in every market. */
const MOST_CHANCE = 0.14;

/**
 * A likeness as it would be in the market by which the levels were calibrated: the same multiple of chance. Never more
 * than it is here, so that a market with little text gains nothing.
 */
export const overChance = (likeness: number, chance: number | null): number =>
  (likeness * TITLES_CHANCE) / Math.min(MOST_CHANCE, Math.max(TITLES_CHANCE, chance ?? 0));

export const textPart = (likeness: number): number => 1 / (1 + Math.exp(-(likeness - TEXT_MIDDLE) / TEXT_SPREAD));

type Pair = { need: SearchDocument; achievement: SearchDocument };

/** Same direction of the plan 1, same field 0.8, same industry 0.35. */
export function fieldPart({ need, achievement }: Pair): number | null {
  if (need.direction && need.direction === achievement.direction) return 1;
  if (need.field && need.field === achievement.field) return 0.8;
  if (need.industry && need.industry === achievement.industry) return 0.35;
  const known = (document: SearchDocument) => document.industry ?? document.field ?? document.direction;
  return known(need) && known(achievement) ? 0 : null;
}

/** Reached 1; one step short 0.7, two 0.45, three 0.25, more 0.1. */
export function maturityPart({ need, achievement }: Pair): number | null {
  if (need.maturity === null || achievement.maturity === null) return null;
  return [1, 0.7, 0.45, 0.25][Math.max(0, need.maturity - achievement.maturity)] ?? 0.1;
}

export function modesPart({ need, achievement }: Pair): number | null {
  if (need.modes.length === 0 || achievement.modes.length === 0) return null;
  return need.modes.some((mode) => achievement.modes.includes(mode)) ? 1 : 0;
}

/** Within the budget 1, up to half above it 0.5, more 0. Only where both are public. */
export function moneyPart({ need, achievement }: Pair): number | null {
  const budget = need.budgetMaxFen ?? need.budgetMinFen;
  if (budget === null || achievement.priceFen === null) return null;
  return achievement.priceFen <= budget ? 1 : achievement.priceFen <= budget * 1.5 ? 0.5 : 0;
}

/** Same district 1, same city 0.8, same province 0.4 (GB/T 2260: six, four, two digits). */
export function placePart({ need, achievement }: Pair): number | null {
  if (!need.district || !achievement.district) return null;
  if (need.district === achievement.district) return 1;
  if (need.district.slice(0, 4) === achievement.district.slice(0, 4)) return 0.8;
  return need.district.slice(0, 2) === achievement.district.slice(0, 2) ? 0.4 : 0;
}
