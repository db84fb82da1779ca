import type { Reading } from "@/db/schema";
import { maturityWords } from "@/lib/codes/maturity";
import { ELEMENT_CUES, MATURITY_CUES, NOT_YET, SMALL } from "./data/cues";

const cues: readonly (readonly [string, number])[] = [...MATURITY_CUES, ...maturityWords.map(({ word, from }) => [word, from] as const)];
const sentence = /[^\u3002\uFF1B\uFF01\uFF1F;!?\n]+/gu;

/** The highest readiness that the words of a text speak for, unless they say that it is still to come. */
export function maturityHint(text: string): Reading["maturity"] {
  let best: Reading["maturity"] = null;
  for (const [word, level] of cues) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const before = text.slice(Math.max(0, at - 4), at);
      if (before.endsWith(SMALL) || NOT_YET.some((no) => before.includes(no))) continue;
      if (!best || level > best.level || (level === best.level && word.length > best.word.length)) best = { level, word };
      break;
    }
  }
  return best;
}

/** For each of the five elements the sentence that reads most like it; a sentence is used once. */
export function elementHints(text: string): Reading["elements"] {
  const found: Reading["elements"] = {};
  const taken = new Set<string>();
  const sentences = [...text.matchAll(sentence)].map(([one]) => one.trim()).filter((one) => one.length >= 6 && one.length <= 120);
  for (const name of ["effect", "application", "product", "material", "method"] as const) {
    let best = "", most = 0;
    for (const one of sentences) {
      const hits = ELEMENT_CUES[name].filter((cue) => one.includes(cue)).length;
      if (hits > most && !taken.has(one)) { best = one; most = hits; }
    }
    if (best) { found[name] = best; taken.add(best); }
  }
  return found;
}
