import type { SuggestedPlace } from "@/db/schema";
import { industries } from "@/lib/codes/taxonomy";
import { countTerms, isCharacter, normalise, type Term } from "@/lib/engine/analyse";
import type { Vocabulary } from "@/lib/engine/vocabulary";
import type { OwnText } from "./own-text";
import type { SimilarDocument } from "./similar";

interface Described { code: string; terms: Map<Term, number>; length: number }
interface Plan { fields: Described[]; directions: Described[]; fieldRarity: Map<Term, number>; directionRarity: Map<Term, number> }

/** The names of directions say more than the sentences that lead to them. */
const NAME_TIMES = 2;
const TITLE_TIMES = 3;
const SATURATION = 1.2;
/** A word of the operators' dictionary that names a place counts like so much rare text. */
const WORD_POINTS = 12;
/** What reviewed records that are most like this one say of their own place: so many points for each unit of likeness. */
const NEIGHBOUR_POINTS = 80;
/** Sharpens shares of points into a confidence; chosen so that 0.5 is right in about three of four records of the demo world. */
const SHARPNESS = 5;
/** A title alone reaches some 2 points, a whole record 10 to 30: below this nothing is suggested, and little text is doubted. */
const LEAST_POINTS = 3;
const DOUBT_POINTS = 3;
/** A direction is suggested when so much of its name stands in the text. */
const DIRECTION_COVERED = 0.45;

let plan: Plan | undefined;

function thePlan(): Plan {
  if (plan) return plan;
  const fields = industries.flatMap((industry) => industry.fields).map((field) => describe(field.code, [...Array<string>(NAME_TIMES * 2).fill(field.zh), ...field.directions.flatMap((one) => Array<string>(NAME_TIMES).fill(one.zh)), field.text]));
  const directions = industries.flatMap((industry) => industry.fields).flatMap((field) => field.directions).map((one) => describe(one.code, [one.zh, one.en]));
  plan = { fields, directions, fieldRarity: rarityOf(fields), directionRarity: rarityOf(directions) };
  return plan;
}

function describe(code: string, texts: string[]): Described {
  const terms = pairs(texts.join("\n"));
  return { code, terms, length: [...terms.values()].reduce((sum, n) => sum + n, 0) };
}

/** Single characters say too little about where something belongs. */
function pairs(text: string): Map<Term, number> {
  const counts = countTerms(text);
  for (const term of counts.keys()) if (isCharacter(term)) counts.delete(term);
  return counts;
}

function rarityOf(all: Described[]): Map<Term, number> {
  const df = new Map<Term, number>();
  for (const { terms } of all) for (const term of terms.keys()) df.set(term, (df.get(term) ?? 0) + 1);
  return new Map([...df].map(([term, n]) => [term, Math.log(1 + all.length / n)]));
}

/**
 * Fields of the plan that a text speaks for, best first, and the direction whose name it mostly holds.
 * @param neighbours public records most like it, whose place a person has chosen and another has reviewed
 */
export function suggestPlaces(text: OwnText, words: Vocabulary["words"], neighbours: readonly SimilarDocument[] = [], many = 3): { fields: SuggestedPlace[]; direction: SuggestedPlace | null } {
  const { fields, directions, fieldRarity, directionRarity } = thePlan();
  const own = pairs([...Array<string>(TITLE_TIMES).fill(text.title), text.keywords.join("\n"), text.body].join("\n"));
  const plain = normalise([text.title, text.keywords.join("\n"), text.body].join("\n"));
  const named = words.filter((word) => word.fieldCode && plain.includes(normalise(word.text)));
  const mean = fields.reduce((sum, field) => sum + field.length, 0) / fields.length;
  const scored = fields.map((field) => {
    let points = named.filter((word) => word.fieldCode!.slice(0, 4) === field.code).length * WORD_POINTS;
    for (const one of neighbours) if (one.document.field === field.code) points += one.likeness * NEIGHBOUR_POINTS;
    for (const [term, tf] of own) {
      const n = field.terms.get(term);
      if (n) points += (fieldRarity.get(term) ?? 0) * (tf / (tf + 1)) * (n / (n + SATURATION * (0.4 + (0.6 * field.length) / mean)));
    }
    return { code: field.code, points };
  }).filter(({ points }) => points > 0).sort((a, b) => b.points - a.points);
  const top = scored[0]?.points ?? 0;
  if (top < LEAST_POINTS) return { fields: [], direction: null };
  const certain = top / (top + DOUBT_POINTS);
  const sum = scored.reduce((all, { points }) => all + (points / top) ** SHARPNESS, 0);
  const suggested = scored.slice(0, many).map(({ code, points }) => ({ code, confidence: Math.round((100 * certain * (points / top) ** SHARPNESS) / sum) / 100 }));
  return { fields: suggested, direction: direction() };

  function direction(): SuggestedPlace | null {
    let best: SuggestedPlace | null = null;
    for (const one of directions) {
      const field = suggested.find(({ code }) => one.code.startsWith(code));
      if (!field) continue;
      let whole = 0, there = 0;
      for (const term of one.terms.keys()) {
        const rarity = directionRarity.get(term) ?? 0;
        // English names are for English texts: they may add, and never take away.
        if (own.has(term)) { there += rarity; whole += rarity; } else if (term >>> 16 < 0xe000) whole += rarity;
      }
      const covered = whole > 0 ? there / whole : 0;
      const confidence = Math.round(100 * covered * Math.sqrt(field.confidence)) / 100;
      if (covered >= DIRECTION_COVERED && (!best || confidence > best.confidence)) best = { code: one.code, confidence };
    }
    return best;
  }
}
