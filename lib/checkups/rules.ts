import type { CheckupFinding, SimilarRecord } from "@/db/schema";
import { normalise, runsOf } from "@/lib/engine/analyse";
import { lengthOf } from "@/lib/core/typed-text";
import { GENERAL_TITLE_WORDS } from "./data/words";

/**
 * Changes with the rules. A stored check-up says by which rules it was made, so that a score of last year is not
 * compared with one of today.
 */
const CHECKUP_METHOD = "2";

export type { CheckupFinding, SimilarRecord };
export type Parts = Record<string, number>;
export type Checkup = { score: number; parts: Record<string, { got: number; most: number }>; findings: CheckupFinding[]; method: string };

/** Adds up: every part begins with its most and loses the points of its findings, never below nothing. */
export function checkupOf(most: Parts, findings: CheckupFinding[]): Checkup {
  const parts = Object.fromEntries(Object.entries(most).map(([part, points]) => {
    const lost = findings.filter((finding) => finding.part === part).reduce((sum, finding) => sum + finding.points, 0);
    return [part, { got: Math.max(0, points - lost), most: points }];
  }));
  const score = Object.values(parts).reduce((sum, { got }) => sum + got, 0);
  return { score, parts, findings: [...findings].sort((a, b) => b.points - a.points), method: CHECKUP_METHOD };
}

const SHORTEST_TITLE = 8;
/** Characters that must be left of a title when everything general is taken out. */
const LEAST_OWN_WORDS = 4;

/** Below these shares of a title's own pairs of characters and of its single ones the text speaks of something else. */
const LEAST_TOLD = { pairs: 0.15, characters: 0.4 };
/** A shorter text cannot be expected to say the title again. */
const LEAST_TEXT = 60;

/**
 * A title is short, says nothing but general words, or names what the text never speaks of.
 * @param text everything else the author wrote
 */
export function titleFindings(title: string, text: string): CheckupFinding[] {
  const length = lengthOf(title.trim());
  const own = ownPart(title);
  if (lengthOf(own.replaceAll(" ", "")) < LEAST_OWN_WORDS) return [{ code: "title_general", part: "title", field: "title", points: 10 }];
  if (lengthOf(text.trim()) >= LEAST_TEXT && isElsewhere(own, text)) return [{ code: "title_elsewhere", part: "title", field: "title", points: 6 }];
  if (length < SHORTEST_TITLE) return [{ code: "title_short", part: "title", field: "title", points: 5, values: { is: length } }];
  return [];
}

/** A title without general words and signs; gaps stay gaps. */
const ownPart = (title: string): string => GENERAL_TITLE_WORDS.reduce((left, word) => left.replaceAll(word, " "), title).replace(/[\s\p{P}]+/gu, " ").trim();

/** Hardly a pair of its characters stands in the text, and of the single ones few: a text in everyday words still says some of them. */
function isElsewhere(own: string, text: string): boolean {
  const there = normalise(text), title = normalise(own), runs = runsOf(title).map(({ han, start, end }) => ({ han, run: title.slice(start, end) }));
  const pieces = (long: number) => runs.flatMap(({ han, run }) => (han && run.length > long ? Array.from({ length: run.length - long + 1 }, (_, at) => run.slice(at, at + long)) : [run]));
  const told = (words: string[]) => words.filter((word) => there.includes(word)).length / words.length;
  return runs.length > 0 && told(pieces(2)) < LEAST_TOLD.pairs && told(pieces(1)) < LEAST_TOLD.characters;
}

/** Field of the plan 3, direction 1, words to be found by 1. */
export function placeFindings({ fieldCode, directionCode, keywords }: { fieldCode: string | null; directionCode: string | null; keywords: string[] }): CheckupFinding[] {
  const findings: CheckupFinding[] = [];
  if (!fieldCode) findings.push({ code: "no_field", part: "place", field: "fieldCode", points: 4 });
  else if (!directionCode) findings.push({ code: "no_direction", part: "place", field: "fieldCode", points: 1 });
  if (keywords.length < 3) findings.push({ code: "few_keywords", part: "place", field: "keywords", points: 1, values: { is: keywords.length } });
  return findings;
}

/** Below this a repetition is a turn of phrase, no copied text. */
const LEAST_COPY = 30;
const MOSTLY = 0.8;

/** Does the shorter of two texts mostly stand in the longer one? By its sentences, so that one changed word counts. */
export function isCopied(a: string, b: string): boolean {
  const [short, long] = [plain(a), plain(b)].sort((x, y) => x.length - y.length) as [string, string];
  if (short.length < LEAST_COPY) return false;
  if (long.includes(short)) return true;
  const sentences = [a, b].find((text) => plain(text) === short)!.split(/[\p{P}\n]+/u).map(plain).filter((one) => one.length >= 4);
  const whole = sentences.reduce((sum, one) => sum + one.length, 0);
  const there = sentences.filter((one) => long.includes(one)).reduce((sum, one) => sum + one.length, 0);
  return whole > 0 && there / whole >= MOSTLY;
}

function plain(text: string): string {
  return normalise(text).replace(/[\s\p{P}]/gu, "");
}

/** Does a target or a value hold a number? */
export function isMeasured(value: string): boolean {
  return /\d/u.test(value.normalize("NFKC"));
}

export function mentions(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word));
}
