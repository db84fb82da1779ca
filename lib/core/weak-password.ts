/**
 * Passwords that are tried first by whoever guesses (NIST SP 800-63B 5.1.1.2: common ones, runs, repetitions, and what belongs
 * to the person). Client-safe.
 */
import { commonPasswords, commonWords, tracks } from "@/lib/core/data/common-passwords";
import { bareText } from "@/lib/core/typed-text";

const both = tracks.flatMap((track) => [track, [...track].reverse().join("")]);
/** A run of fewer characters stands in honest passwords too. */
const shortestRun = 3;
/** Of so few runs and single characters no good password is made. */
const fewPieces = 3;
const longestUnit = 6;

/** Is it in every guessing list, or made by a rule that every guesser knows? */
export function isCommon(secret: string): boolean {
  const typed = secret.toLowerCase();
  const closed = typed.replace(/\s/gu, "");
  return commonPasswords.has(closed) || repeats(closed) || pieces(closed) <= fewPieces || isWordWithDigits(closed);
}

/** Does it consist of what belongs to the person (mail address, the part before the @, name), give or take a few characters? */
export function isPersonal(secret: string, belongings: readonly string[]): boolean {
  const typed = bareText(secret);
  return belongings.flatMap((text) => [text, text.split("@")[0] ?? ""]).map(bareText).some((own) =>
    own.length >= (/^\p{sc=Han}/u.test(own) ? 2 : 3) && (typed.replaceAll(own, "").length <= 5 && typed.includes(own) || typed.length >= 8 && own.includes(typed)));
}

/** A short unit over and over: 1212121212, abcabcabcabc. */
function repeats(text: string): boolean {
  return Array.from({ length: longestUnit }, (_, i) => i + 1).some((unit) => text.length >= 2 * unit && [...text].every((character, i, all) => i < unit || character === all[i - unit]));
}

/** How many runs, and characters outside of any run, it is made of. */
function pieces(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += runAt(text, at)) count++;
  return count;
}

/** How long the run is that begins here: one character again and again, or a stretch of a track. 1 when there is none. */
function runAt(text: string, at: number): number {
  const same = /^(.)\1*/su.exec(text.slice(at))?.[0].length ?? 1;
  let longest = same;
  for (const track of both) {
    let length = longest + 1;
    while (at + length <= text.length && track.includes(text.slice(at, at + length))) longest = length++;
  }
  return longest >= shortestRun ? longest : 1;
}

/** One common word with a year, a run, a repetition or a few digits. */
function isWordWithDigits(text: string): boolean {
  const spelled = text.replaceAll("@", "a").replace(/0(?=[a-z])/gu, "o");
  const [word, digits] = [spelled.replace(/[^a-z]/gu, ""), spelled.replace(/[^0-9]/gu, "")];
  return commonWords.has(word) && (digits.length <= 4 || pieces(digits) <= fewPieces || /^(19|20)\d{2}(0\d|1[0-2])?([0-2]\d|3[01])?$/u.test(digits));
}
