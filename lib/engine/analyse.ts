import * as OpenCC from "opencc-js/t2cn";

/**
 * Cuts text into terms the way this platform searches and matches: Chinese runs into single characters and
 * overlapping pairs, everything else (Q345B, 660MW, SiC, 5G) into whole runs. A pair inside a word is a term like
 * any other, so 处理 finds 待处理, which word segmentation cannot do.
 *
 * A term is one 32-bit number, because ranking compares millions of them: a character is its code point, a pair
 * is first << 16 | second, any other run has a number of the private range, kept in a table of this process.
 * Numbers therefore mean nothing outside the process; `termText` gives the text back.
 */
export type Term = number;

const PRIVATE = 0xe000;
const wordNumbers = new Map<string, Term>();
const words: string[] = [];

/** The term of a run that is not Chinese. */
export function wordTerm(word: string): Term {
  let term = wordNumbers.get(word);
  if (term === undefined) {
    const n = words.length;
    // 0xe000 to 0xf8ff as the upper half: 400 million words, never a Chinese character.
    term = ((PRIVATE + (n >>> 16)) << 16) | (n & 0xffff);
    wordNumbers.set(word, term);
    words.push(word);
  }
  return term;
}

/** The text of a term: 碳, 碳纤 or q345b. */
export function termText(term: Term): string {
  const upper = term >>> 16, lower = term & 0xffff;
  if (upper === 0) return String.fromCharCode(lower);
  if (upper >= PRIVATE && upper < 0xf900) return words[((upper - PRIVATE) << 16) | lower] ?? "";
  return String.fromCharCode(upper, lower);
}

/** The term of such a text. */
export function termOf(text: string): Term {
  const first = text.charCodeAt(0), second = text.charCodeAt(1);
  if (text.length === 1 && isHan(first)) return first;
  return text.length === 2 && isHan(first) && isHan(second) ? (first << 16) | second : wordTerm(text);
}

export const isCharacter = (term: Term): boolean => term >>> 16 === 0;
export const isWord = (term: Term): boolean => { const upper = term >>> 16; return upper >= PRIVATE && upper < 0xf900; };

// Character by character, never by phrase: positions in the text must stay where they are (highlighting).
const simplify = (OpenCC as { Converter: (o: { from: string; to: string }) => (text: string) => string }).Converter({ from: "t", to: "cn" });
const simplified = new Uint16Array(0x10000);
function simpleCode(code: number): number {
  let simple = simplified[code]!;
  if (simple === 0) {
    const text = simplify(String.fromCharCode(code));
    simple = text.length === 1 ? text.charCodeAt(0) : code;
    simplified[code] = simple;
  }
  return simple;
}

export const isHan = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** Letters of alphabets that separate words by spaces (Latin, Greek, Cyrillic) and digits. */
const isWordCode = (code: number): boolean =>
  isDigit(code) || (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0x24f) || (code >= 0x370 && code <= 0x52f);

/** Full width to half width, upper case to lower case, traditional to simplified characters. */
export function normalise(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase();
  let out = "", from = 0;
  for (let i = 0; i < plain.length; i++) {
    const code = plain.charCodeAt(i);
    if (!isHan(code)) continue;
    const simple = simpleCode(code);
    if (simple !== code) { out += plain.slice(from, i) + String.fromCharCode(simple); from = i + 1; }
  }
  return from === 0 ? plain : out + plain.slice(from);
}

/** Units that are written with and without a space before them: 660 MW and 660MW are one term. */
const UNITS = new Set("mw kw gw w kwh mwh kv v mv ma a hz khz mhz ghz mpa gpa kpa pa mm cm m km nm um kg g mg t ml l nm3 m3 m2 rpm bar db dpi fps ppm".split(" "));

export interface Run { start: number; end: number; han: boolean }

/** The runs of an already normalised text. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let i = 0;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    const start = i;
    if (isHan(code)) {
      while (i < text.length && isHan(text.charCodeAt(i))) i++;
      runs.push({ start, end: i, han: true });
    } else if (isWordCode(code)) {
      for (i++; i < text.length; i++) {
        const next = text.charCodeAt(i);
        if (isWordCode(next)) continue;
        // 3.5 is one number, 3. the end of a sentence.
        if (next === 46 && isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1))) continue;
        break;
      }
      runs.push({ start, end: i, han: false });
    } else i++;
  }
  return runs;
}

/** Calls `visit` for every term of an already normalised text, in order. */
export function eachTerm(text: string, visit: (term: Term, start: number, end: number) => void): void {
  const runs = runsOf(text);
  for (let r = 0; r < runs.length; r++) {
    const run = runs[r]!;
    if (run.han) {
      for (let i = run.start; i < run.end; i++) {
        const code = text.charCodeAt(i);
        visit(code, i, i + 1);
        if (i + 1 < run.end) visit((code << 16) | text.charCodeAt(i + 1), i, i + 2);
      }
      continue;
    }
    const word = text.slice(run.start, run.end);
    const next = runs[r + 1];
    if (next && !next.han && next.start === run.end + 1 && text[run.end] === " " && /^[\d.]+$/.test(word)) {
      const unit = text.slice(next.start, next.end);
      if (UNITS.has(unit)) { visit(wordTerm(word + unit), run.start, next.end); r++; continue; }
    }
    visit(wordTerm(word), run.start, run.end);
  }
}

/** Terms of a text with how often each occurs. The text may be of any form; it is normalised here. */
export function countTerms(text: string, into: Map<Term, number> = new Map(), times = 1): Map<Term, number> {
  eachTerm(normalise(text), (term) => into.set(term, (into.get(term) ?? 0) + times));
  return into;
}

const CODE_DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";
/** Three letters or digits for every Chinese character: the first one is never an x, which begins all other terms. */
function encodeHan(code: number): string {
  const n = code - 0x3000;
  return CODE_DIGITS[Math.floor(n / 1296)]! + CODE_DIGITS[Math.floor(n / 36) % 36]! + CODE_DIGITS[n % 36]!;
}

/** A term as a run of Latin letters and digits that no engine's tokeniser takes apart; short, because the engine reads and sorts them all. */
export function encodeTerm(text: string): string {
  let out = "";
  let latin = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isHan(code)) out += encodeHan(code);
    else {
      latin = true;
      out += isDigit(code) || (code >= 97 && code <= 122) ? text[i] : `q${code.toString(16)}`;
    }
  }
  return latin ? `x${out}` : out;
}
