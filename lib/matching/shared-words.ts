import { firstCharacters } from "@/lib/core/typed-text";
import { BEGIN_WITH_SUFFIX, BETWEEN_CHARACTERS, EDGE_CHARACTERS, MEASURE_CHARACTERS, SUFFIX_CHARACTERS } from "@/lib/matching/data/edge-characters";
import { isHan, normalise, runsOf, wordTerm, type Term } from "@/lib/engine/analyse";

export interface SharedWord { text: string; weight: number }

const EDGE = new Set(EDGE_CHARACTERS);
const BETWEEN = new Set(BETWEEN_CHARACTERS);
const SUFFIX = new Set(SUFFIX_CHARACTERS);
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

const IN_WORD = /[\p{L}\p{N}]/u;
const BEGINNINGS = new Set(BEGIN_WITH_SUFFIX);

/** With the suffix of a word that stands before it, another one in each text: 型谐波减速器 of 中空型谐波减速器 and 25型谐波减速器, but never 型腔. */
function beginsWithSuffix(stretch: string, texts: readonly string[]): boolean {
  return SUFFIX.has(stretch[0]!) && !BEGINNINGS.has(stretch.slice(0, 2)) && texts.every((text) => IN_WORD.test(text[text.indexOf(stretch) - 1] ?? ""));
}

/** A stretch without the pieces of words at its ends, in either text: 互感器 and 传感器 share 感器, which says nothing, and 处理工程 says no 理工. */
function wholeWords(stretch: string, need: string, achievement: string): string {
  const isEdge = (offset: number) => isEdgeIn(achievement, stretch, offset) && isEdgeIn(need, stretch, offset);
  let from = 0, end = stretch.length;
  while (end - from >= 2 && !isEdge(from)) from++;
  while (end - from >= 2 && !isEdge(end)) end--;
  if (end - from >= 2 && beginsWithSuffix(stretch.slice(from, end), [need, achievement])) from++;
  return stretch.slice(from, end);
}

/** A word is no half sentence; 碳纤维复合材料 has seven characters. */
const LONGEST = 8;
/** Out of a long stretch terms of at most so many characters are taken. */
const OF_MANY = 6;
/** So far a stretch is followed. */
const FOLLOWED = 48;

/** A stretch as terms: cut at the words between them, and what is still too long for one at its words, heaviest first. */
function termsIn(stretch: string, weightOf: (term: Term) => number): string[] {
  const long = stretch.length > LONGEST;
  if (stretch.length <= OF_MANY && ![...stretch].some((character) => BETWEEN.has(character))) return [stretch];
  const parts: string[][] = [[]];
  for (const { segment } of SEGMENTER.segment(stretch)) {
    if ((long ? EDGE : BETWEEN).has(segment)) parts.push([]); else parts.at(-1)!.push(segment);
  }
  return parts.flatMap((words) => (long ? heaviestTerms(words, weightOf) : [withoutLightEnds(words, weightOf).join("")])).filter((term) => term.length >= 2);
}

/** Without the words at its ends that weigh little: 采用, 提高. */
function withoutLightEnds(words: string[], weightOf: (term: Term) => number): string[] {
  const densities = words.map((word) => weightIn(word, weightOf) / Math.max(1, word.length - 1));
  const least = densities.reduce((sum, density) => sum + density, 0) / words.length / 2;
  let from = 0, end = words.length;
  while (end - from > 1 && words[from]!.length > 1 && densities[from]! < least) from++;
  while (end - from > 1 && words[end - 1]!.length > 1 && densities[end - 1]! < least) end--;
  return words.slice(from, end);
}

function heaviestTerms(all: string[], weightOf: (term: Term) => number): string[] {
  const words = withoutLightEnds(all, weightOf), whole = words.join("");
  if (whole.length <= OF_MANY || words.length < 2) return [firstCharacters(whole, LONGEST)];
  let best = { from: 0, end: 1, weight: -1 };
  for (let from = 0; from < words.length; from++) {
    for (let end = from + 1, text = words[from]!; end <= words.length && text.length <= OF_MANY; text += words[end++] ?? "") {
      const weight = weightIn(text, weightOf);
      if (weight > best.weight) best = { from, end, weight };
    }
  }
  const beside = [words.slice(0, best.from), words.slice(best.end)].filter((rest) => rest.length > 0);
  return [words.slice(best.from, best.end).join(""), ...beside.flatMap((rest) => heaviestTerms(rest, weightOf))];
}

/**
 * The longest terms two texts share, heaviest first: 碳纤维复合材料, not its five pairs, and not the sentence around it. Weights are those of
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
      while (end < text.length && end - i < FOLLOWED && need.includes(text.slice(i, end + 1))) end++;
      if (end - i < 2) { i++; continue; }
      // Where a stretch goes on, a term across its end stands whole in the next.
      const next = end - i === FOLLOWED ? end - LONGEST : Math.max(i + 1, end - 1);
      let from = i;
      while (end - from > 2 && EDGE.has(text[from]!)) from++;
      while (end - from > 2 && EDGE.has(text[end - 1]!)) end--;
      for (const term of termsIn(text.slice(from, end), weightOf)) {
        const weight = weightIn(term, weightOf);
        if (weight > 0) found.set(term, weight);
      }
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
