import { eachTerm, isCharacter, normalise, termText, type Term } from "@/lib/engine/analyse";

/** Half-open range of UTF-16 positions in the original text. */
export type TextRange = [start: number, end: number];

/** Positions of the original text for a normalised one that differs in length (½ → 1⁄2). */
function normaliseWithPositions(text: string): { normal: string; at: (i: number) => number } {
  const normal = normalise(text);
  if (normal.length === text.length) return { normal, at: (i) => i };
  const positions: number[] = [];
  let out = "", position = 0;
  for (const character of text) {
    const piece = normalise(character);
    for (let i = 0; i < piece.length; i++) positions.push(position);
    out += piece;
    position += character.length;
  }
  positions.push(position);
  return { normal: out, at: (i) => positions[i] ?? text.length };
}

/** Three characters are two pairs and one word: where it stands as a whole, its halves elsewhere are another word (石墨化 is no 石墨烯). */
function isOneWord(terms: ReadonlySet<Term>): boolean {
  if (terms.size !== 2) return false;
  const [first = "", second = ""] = [...terms].map(termText);
  return first.length === 2 && second.length === 2 && first[1] === second[0];
}

const WORD = 3;
const withoutHalves = (ranges: TextRange[]): TextRange[] => (ranges.some(([start, end]) => end - start >= WORD) ? ranges.filter(([start, end]) => end - start >= WORD) : ranges);

/** Where the terms of a query stand in a text; ranges that touch or overlap are one. */
export function highlight(text: string, terms: ReadonlySet<Term>): TextRange[] {
  if (terms.size === 0 || text === "") return [];
  const { normal, at } = normaliseWithPositions(text);
  const ranges: TextRange[] = [];
  eachTerm(normal, (term, start, end) => {
    if (!terms.has(term)) return;
    const last = ranges.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end); else ranges.push([start, end]);
  });
  return (isOneWord(terms) ? withoutHalves(ranges) : ranges).map(([start, end]) => [at(start), at(end)]);
}

export interface Excerpt { text: string; ranges: TextRange[] }

/** The other spellings of a patent's number that a document carries behind the written one, so that each is found. */
const SPELLINGS = /((?:ZL|CN)?\d[\d ]{10,16}\d\.[\dX])((?: (?:ZL|CN)?\d{12}\.[\dX]){1,2})(?=\n|$)/giu;
/** A line's end where no sentence ends. */
const OPEN_END = /([^\s\u3002\uFF1B\uFF0C\u3001\uFF1A\uFF01\uFF1F\u2026;,.!?:])\n+(?=\S)/gu;

/** A document's text as one reads it: lines are parts of it, not one sentence, and a number stands there once, unless another spelling was asked for. */
function readable(text: string, terms: ReadonlySet<Term>): string {
  return text.replace(SPELLINGS, (all, written: string, others: string) => (highlight(others, terms).length > 0 ? all : written)).replace(OPEN_END, "$1\uFF1B");
}

/** The stretch of at most `length` characters that holds most of the terms, begun at a clause if one is near. */
export function excerpt(whole: string, terms: ReadonlySet<Term>, length = 90): Excerpt {
  const text = readable(whole, terms);
  const ranges = highlight(text, terms);
  let start = 0, best = -1;
  for (const [from] of ranges) {
    const begin = Math.max(0, from - 12);
    const covered = ranges.reduce((sum, [a, b]) => sum + (a >= begin && b <= begin + length ? b - a : 0), 0);
    if (covered > best) { best = covered; start = begin; }
  }
  if (text.length <= length) start = 0;
  const clause = start === 0 ? -1 : text.slice(Math.max(0, start - 10), start + 12).search(/[，。；：,;]/);
  if (clause >= 0) start = Math.max(0, start - 10) + clause + 1;
  // Never between the two halves of a character beyond the basic plane.
  if (start > 0 && /[\udc00-\udfff]/.test(text[start] ?? "")) start++;
  const end = Math.min(text.length, start + length);
  const inside = ranges.filter(([a, b]) => a < end && b > start).map(([a, b]): TextRange => [Math.max(a, start) - start, Math.min(b, end) - start]);
  const before = start > 0 ? "…" : "", after = end < text.length ? "…" : "";
  return { text: before + text.slice(start, end) + after, ranges: inside.map(([a, b]) => [a + before.length, b + before.length]) };
}

/** Pairs made of function characters say nothing and would light up everywhere. */
export function worthShowing(terms: Iterable<Term>): Set<Term> {
  const shown = new Set<Term>();
  for (const term of terms) if (!isCharacter(term)) shown.add(term);
  return shown.size > 0 ? shown : new Set(terms);
}
