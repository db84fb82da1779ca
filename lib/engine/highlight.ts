import { eachTerm, isCharacter, normalise, runsOf, termText, type Term } from "@/lib/engine/analyse";

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

/** What of a query is marked where it stands. */
export interface Shown {
  terms: ReadonlySet<Term>;
  /** Pairs within a long run of typed characters that neither begin it nor end it: there the typed words go on. */
  notFirst: ReadonlySet<Term>;
  notLast: ReadonlySet<Term>;
  /** In how many records a term stands. */
  frequency: ReadonlyMap<Term, number>;
}

/** Up to three characters are one word, whose piece is a piece of a word wherever it stands. */
const LONG = 4;
/** So many times more often a character stands beside its other neighbour, to be that one's. */
const RATHER = 3;
const pairAt = (text: string, at: number): Term => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);

/** Where the terms stand in a normalised text; ranges that touch or overlap are one. */
function placesOf(normal: string, terms: ReadonlySet<Term>): TextRange[] {
  const ranges: TextRange[] = [];
  eachTerm(normal, (term, start, end) => {
    if (!terms.has(term)) return;
    const last = ranges.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end); else ranges.push([start, end]);
  });
  return isOneWord(terms) ? withoutHalves(ranges) : ranges;
}

/**
 * A range without the character at its end that belongs to a longer word in the query and to another one here, which it stands beside
 * more often: of 寒区风电 only 风电 stands in 地区风电. Nothing where less than a pair is left.
 */
function withoutStrays(normal: string, [start, end]: TextRange, { notFirst, notLast, frequency }: Shown): TextRange[] {
  if (end - start < 2) return [[start, end]];
  const isRather = (other: Term, own: Term) => (frequency.get(other) ?? 0) > RATHER * Math.max(1, frequency.get(own) ?? 0);
  const first = pairAt(normal, start), last = pairAt(normal, end - 2);
  const from = start > 0 && notFirst.has(first) && isRather(pairAt(normal, start - 1), first) ? start + 1 : start;
  const to = end < normal.length && notLast.has(last) && isRather(pairAt(normal, end - 1), last) ? end - 1 : end;
  return to - from >= 2 || to - from === end - start ? [[from, to]] : [];
}

const isHere = ({ terms }: Shown, text: string): boolean => placesOf(normalise(text), terms).length > 0;

/** Where the terms of a query stand in a text. @param least whether a text that holds strays only is marked all the same */
export function highlight(text: string, shown: Shown, least = false): TextRange[] {
  if (shown.terms.size === 0 || text === "") return [];
  const { normal, at } = normaliseWithPositions(text), places = placesOf(normal, shown.terms);
  const without = places.flatMap((range) => withoutStrays(normal, range, shown));
  return (least && without.length === 0 ? places : without).map(([start, end]) => [at(start), at(end)]);
}

export interface Excerpt { text: string; ranges: TextRange[] }

/** The other spellings of a patent's number that a document carries behind the written one, so that each is found. */
const SPELLINGS = /((?:ZL|CN)?\d[\d ]{10,16}\d\.[\dX])((?: (?:ZL|CN)?\d{12}\.[\dX]){1,2})(?=\n|$)/giu;
/** A line's end where no sentence ends. */
const OPEN_END = /([^\s\u3002\uFF1B\uFF0C\u3001\uFF1A\uFF01\uFF1F\u2026;,.!?:])\n+(?=\S)/gu;

/** A document's text as one reads it: lines are parts of it, not one sentence, and a number stands there once, unless another spelling was asked for. */
function readable(text: string, shown: Shown): string {
  return text.replace(SPELLINGS, (all, written: string, others: string) => (isHere(shown, others) ? all : written)).replace(OPEN_END, "$1\uFF1B");
}

/** The stretch of at most `length` characters that holds most of the terms, begun at a clause if one is near. */
export function excerpt(whole: string, shown: Shown, length = 90): Excerpt {
  const text = readable(whole, shown);
  // Rather a piece than nothing: it is what the record was found by.
  const ranges = highlight(text, shown, true);
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

/** How much of what was asked for an excerpt says; the same word twice says no more. */
const said = ({ text, ranges }: Excerpt): number => [...new Set(ranges.map(([from, to]) => normalise(text.slice(from, to))))].reduce((sum, one) => sum + one.length, 0);

/** Out of what a person wrote in sentences, or out of the short fields behind it, whichever says more of what was asked for: the two do not run into one another. */
export function excerptOf({ summary, body }: { summary: string; body: string }, shown: Shown): Excerpt {
  // A summary is the beginning of what was told, which goes on to the end of its line.
  const line = body.indexOf("\n", summary.length), end = line < 0 ? body.length : line;
  const told = excerpt(body.slice(0, end), shown), fields = excerpt(body.slice(end).trimStart(), shown);
  return said(fields) > said(told) ? fields : told;
}

/** Pairs made of function characters say nothing and would light up everywhere. */
export function worthShowing({ terms: all, text }: { terms: readonly Term[]; text: string }, { frequency }: { frequency: ReadonlyMap<Term, number> }): Shown {
  const terms = new Set(all.filter((term) => !isCharacter(term)));
  const pairs: Term[] = [], first = new Set<Term>(), last = new Set<Term>();
  for (const { han, start, end } of runsOf(text)) {
    if (!han || end - start < 2) continue;
    if (end - start >= LONG) for (let i = start; i + 1 < end; i++) pairs.push(pairAt(text, i));
    first.add(pairAt(text, start));
    last.add(pairAt(text, end - 2));
  }
  const without = (some: ReadonlySet<Term>) => new Set(pairs.filter((pair) => !some.has(pair)));
  return { terms: terms.size > 0 ? terms : new Set(all), notFirst: without(first), notLast: without(last), frequency };
}
