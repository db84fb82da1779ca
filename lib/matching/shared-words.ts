import { EDGE_CHARACTERS, MEASURE_CHARACTERS } from "@/lib/matching/data/edge-characters";
import { isHan, normalise, runsOf, wordTerm, type Term } from "@/lib/engine/analyse";

export interface SharedWord { text: string; weight: number }

const EDGE = new Set(EDGE_CHARACTERS);
const MEASURE = new Set(MEASURE_CHARACTERS);
/** Before a unit: 30 ms, 0.1%FS. */
const FIGURE_BEFORE = /[\d%\u2030\u00b0]\s?$/u;
const SEGMENTER = new Intl.Segmenter("zh", { granularity: "word" });
/** Characters on either side that tell where words begin and end. */
const NEIGHBOURHOOD = 8;

/** Whether a word may begin at this place of a text, as far as its neighbourhood tells. */
function isBoundary(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length || !isHan(text.charCodeAt(at - 1)) || !isHan(text.charCodeAt(at))) return true;
  const from = Math.max(0, at - NEIGHBOURHOOD);
  return SEGMENTER.segment(text.slice(from, at + NEIGHBOURHOOD)).containing(at - from)?.index === at - from;
}

/** The first places where a stretch stands; where else it stands is seldom another word. */
const PLACES = 3;

function isEdgeIn(text: string, stretch: string, offset: number): boolean {
  for (let at = text.indexOf(stretch), n = 0; at >= 0 && n < PLACES; at = text.indexOf(stretch, at + 1), n++) if (isBoundary(text, at + offset)) return true;
  return false;
}

/** A stretch without the pieces of words at its ends, in either text: 互感器 and 传感器 share 感器, which says nothing, and 处理工程 says no 理工. */
function wholeWords(stretch: string, need: string, achievement: string): string {
  const isEdge = (offset: number) => isEdgeIn(achievement, stretch, offset) && isEdgeIn(need, stretch, offset);
  let from = 0, end = stretch.length;
  while (end - from >= 2 && !isEdge(from)) from++;
  while (end - from >= 2 && !isEdge(end)) end--;
  return stretch.slice(from, end);
}

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
    const measured = FIGURE_BEFORE.test(achievement.slice(Math.max(0, run.start - 2), run.start));
    if (!run.han) {
      if (needWords.has(text) && !measured && /[a-z\u0370-\u03ff]/.test(text)) found.set(text, weightIn(text, weightOf));
      continue;
    }
    for (let i = measured && MEASURE.has(text[0]!) ? 1 : 0; i + 1 < text.length;) {
      let end = i;
      while (end < text.length && end - i < 16 && need.includes(text.slice(i, end + 1))) end++;
      if (end - i < 2) { i++; continue; }
      const next = Math.max(i + 1, end - 1);
      let from = i;
      while (end - from > 2 && EDGE.has(text[from]!)) from++;
      while (end - from > 2 && EDGE.has(text[end - 1]!)) end--;
      const word = text.slice(from, end), weight = weightIn(word, weightOf);
      if (weight > 0) found.set(word, weight);
      i = next;
    }
  }
  const chosen: SharedWord[] = [];
  for (const [stretch, heaviest] of [...found].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)) {
    if (heaviest < least || chosen.length === many) break;
    const text = wholeWords(stretch, need, achievement), weight = text === stretch ? heaviest : weightIn(text, weightOf);
    if (text.length < 2 || weight < least || weight === 0) continue;
    if (!chosen.some((one) => one.text.includes(text) || text.includes(one.text))) chosen.push({ text, weight });
  }
  // Without its edges a stretch weighs less.
  return chosen.sort((a, b) => b.weight - a.weight);
}

/** A Latin word counts as the two pairs it is as long as; of a Chinese stretch its pairs without edge characters count. */
function weightIn(text: string, weightOf: (term: Term) => number): number {
  if (!isHan(text.charCodeAt(0))) return weightOf(wordTerm(text)) * 2;
  let weight = 0;
  for (let k = 0; k + 1 < text.length; k++) {
    if (isHan(text.charCodeAt(k)) && !EDGE.has(text[k]!) && !EDGE.has(text[k + 1]!)) weight += weightOf((text.charCodeAt(k) << 16) | text.charCodeAt(k + 1));
  }
  return weight;
}
