import { EDGE_CHARACTERS } from "@/lib/matching/data/edge-characters";
import { isHan, normalise, runsOf, wordTerm, type Term } from "@/lib/engine/analyse";

export interface SharedWord { text: string; weight: number }

const EDGE = new Set(EDGE_CHARACTERS);

/**
 * The longest stretches two texts share, heaviest first: 碳纤维复合材料, not its five pairs. Weights are those of
 * the need's terms; stretches of boilerplate weigh little and are left out.
 * @param least the weight below which a stretch says nothing
 */
export function sharedWords(needText: string, achievementText: string, weightOf: (term: Term) => number, many = 8, least = 0): SharedWord[] {
  const need = normalise(needText), achievement = normalise(achievementText);
  const needWords = new Set(runsOf(need).filter((run) => !run.han).map((run) => need.slice(run.start, run.end)));
  const found = new Map<string, number>();
  for (const run of runsOf(achievement)) {
    const text = achievement.slice(run.start, run.end);
    if (!run.han) {
      if (needWords.has(text) && /[a-z\u0370-\u03ff]/.test(text)) found.set(text, Math.max(found.get(text) ?? 0, weightOf(wordTerm(text)) * 2));
      continue;
    }
    for (let i = 0; i + 1 < text.length;) {
      let end = i;
      while (end < text.length && end - i < 16 && need.includes(text.slice(i, end + 1))) end++;
      if (end - i < 2) { i++; continue; }
      const next = Math.max(i + 1, end - 1);
      let from = i;
      while (end - from > 2 && EDGE.has(text[from]!)) from++;
      while (end - from > 2 && EDGE.has(text[end - 1]!)) end--;
      const word = text.slice(from, end);
      let weight = 0;
      for (let k = 0; k + 1 < word.length; k++) {
        if (isHan(word.charCodeAt(k)) && !EDGE.has(word[k]!) && !EDGE.has(word[k + 1]!)) weight += weightOf((word.charCodeAt(k) << 16) | word.charCodeAt(k + 1));
      }
      if (weight > 0) found.set(word, weight);
      i = next;
    }
  }
  const chosen: SharedWord[] = [];
  for (const [text, weight] of [...found].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)) {
    if (weight < least || chosen.length === many) break;
    if (!chosen.some((one) => one.text.includes(text) || text.includes(one.text))) chosen.push({ text, weight });
  }
  return chosen;
}
