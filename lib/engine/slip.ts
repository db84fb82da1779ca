import { pinyin } from "pinyin-pro";
import { runsOf, type Term } from "@/lib/engine/analyse";
import type { UnderstoodQuery } from "@/lib/engine/query";
import type { Statistics } from "@/lib/engine/statistics";

/** Longer input is a sentence: its unknown pairs are where words meet, not slips. */
const LONGEST = 10;
const SHORTEST_CODE = 3;
/** With more such places it is no slip, but something that nobody writes about. */
const MOST_PLACES = 3;
/** Candidates worth asking the engine about. */
const MOST = 5;
const FIRST_HAN = 0x4e00, LAST_HAN = 0x9fff;

/** Ways to say a character, without tones and without what a Chinese keyboard often confuses (z and zh, in and ing). */
function soundsOf(character: string): string[] {
  return pinyin(character, { toneType: "none", type: "array", multiple: true }).map((sound) => sound.replace(/^([zcs])h/, "$1").replace(/ng$/, "n"));
}

/**
 * What a short Chinese query may have been meant to be, best first: one character exchanged, where no record has it beside its
 * neighbours (碳钎维: neither 碳钎 nor 钎维). A character that sounds the same needs one known neighbour, any other two; where the typed one is known beside
 * one of them, too, it needs both. A code of which records have only longer ones (q345) may be any of these.
 * Learnt from the records alone; whether a candidate finds anything is for the engine to say.
 */
export function meantInstead({ text }: Pick<UnderstoodQuery, "text">, { frequency, words }: Pick<Statistics, "frequency" | "words">): string[] {
  if (text.length > LONGEST) return [];
  const [only, second] = runsOf(text);
  if (only && !second && !only.han && text.length >= SHORTEST_CODE) return [...words].filter(([word]) => word.startsWith(text) && word !== text).sort((a, b) => b[1] - a[1]).slice(0, MOST).map(([word]) => (/\d/.test(word) ? word.toUpperCase() : word));
  const often = (a: number, b: number): number => frequency.get(((a << 16) | b) as Term) ?? 0;
  const places: { at: number; before: number | null; after: number | null; /** Records have it beside one of them: by chance, or it is no slip. */ half: boolean }[] = [];
  for (const run of runsOf(text)) {
    if (!run.han || run.end - run.start < 2) continue;
    for (let at = run.start; at < run.end; at++) {
      const before = at > run.start ? text.charCodeAt(at - 1) : null, after = at + 1 < run.end ? text.charCodeAt(at + 1) : null;
      const code = text.charCodeAt(at);
      const known = [before === null ? null : often(before, code) > 0, after === null ? null : often(code, after) > 0];
      if (!known.includes(false)) continue;
      places.push({ at, before, after, half: known.includes(true) });
    }
  }
  if (places.length > MOST_PLACES) return [];
  return places.flatMap(({ at, before, after, half }) => {
    const typed = text.charCodeAt(at), sounds = new Set(soundsOf(text[at]!));
    const found: { to: string; both: boolean; n: number }[] = [];
    for (let code = FIRST_HAN; code <= LAST_HAN; code++) {
      if (code === typed) continue;
      const left = before === null ? 0 : often(before, code), right = after === null ? 0 : often(code, after);
      const both = left > 0 && right > 0;
      if (!both && left + right === 0) continue;
      if (half && !both) continue;
      const character = String.fromCharCode(code);
      if ((half || !both) && !soundsOf(character).some((sound) => sounds.has(sound))) continue;
      found.push({ to: text.slice(0, at) + character + text.slice(at + 1), both, n: both ? Math.min(left, right) : left + right });
    }
    return found;
  }).sort((a, b) => Number(b.both) - Number(a.both) || b.n - a.n).slice(0, MOST).map(({ to }) => to);
}
