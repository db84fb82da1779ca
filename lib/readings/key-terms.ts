import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict";
import type { ReadTerm } from "@/db/schema";
import { institutionAliases } from "@/lib/codes/institutions";
import { industries } from "@/lib/codes/taxonomy";
import { countTerms, isCharacter, normalise } from "@/lib/engine/analyse";
import { rarity, type Statistics } from "@/lib/engine/statistics";
import type { Vocabulary } from "@/lib/engine/vocabulary";
import { GENERAL_WORDS } from "./data/cues";
import type { OwnText } from "./own-text";

const general = new Set(GENERAL_WORDS);
/** Parts of speech that name things or doings; everything unknown may be a term of the trade. */
const naming = /^(n|v|x|eng|j|b)/u;
const LONGEST = 10;
const TITLE_TIMES = 3;
const KEYWORD_TIMES = 4;
/** A word of the dictionary is a term for certain. */
const KNOWN_TIMES = 1.6;

let cutter: { of: Vocabulary; jieba: Jieba; known: Set<string> } | undefined;

/** Words of the trade: the dictionary in use, its groups, short names of the plan's directions, institutions. */
function cutterFor(vocabulary: Vocabulary) {
  if (cutter?.of === vocabulary) return cutter;
  const directions = industries.flatMap((industry) => industry.fields).flatMap((field) => [field.zh, ...field.directions.map((one) => one.zh)]);
  const known = new Set([...vocabulary.words.map(({ text }) => text), ...vocabulary.synonyms.flat(), ...directions, ...institutionAliases.flat()]
    .map(normalise).filter((word) => word.length >= 2 && word.length <= LONGEST && /^[\p{Script=Han}]+$/u.test(word)));
  const jieba = Jieba.withDict(dict);
  jieba.loadDict(Buffer.from([...known].map((word) => `${word} 100000 n`).join("\n")));
  return (cutter = { of: vocabulary, jieba, known });
}

/**
 * The terms a text is about, heaviest first: what its title and keywords say and its text repeats, weighed by how rare
 * it is among the platform's records. Words are for people to read and correct; search and matching never depend on
 * how they were cut.
 */
export function keyTermsOf(text: OwnText, statistics: Statistics, vocabulary: Vocabulary, many = 12): ReadTerm[] {
  const { jieba, known } = cutterFor(vocabulary);
  const weights = new Map<string, number>();
  const add = (word: string, times: number) => {
    if (word.length < 2 || word.length > 24 || general.has(word) || vocabulary.stopWords.includes(word)) return;
    weights.set(word, (weights.get(word) ?? 0) + times * (known.has(word) ? KNOWN_TIMES : 1));
  };
  for (const keyword of text.keywords) add(normalise(keyword).trim(), KEYWORD_TIMES);
  for (const [part, times] of [[text.title, TITLE_TIMES], [text.body, 1]] as const) {
    const tagged = jieba.tag(normalise(part), true).filter(({ word, tag }) => naming.test(tag) && /[\p{Script=Han}a-z]/u.test(word));
    const often = new Map<string, number>();
    for (const { word } of tagged) often.set(word, (often.get(word) ?? 0) + 1);
    // What the cutter guessed and what is a doing rather than a thing must be said twice to be a term of a text.
    for (const { word, tag } of tagged) if (times > 1 || known.has(word) || /^(n|eng)/u.test(tag) || (often.get(word) ?? 0) > 1) add(word, times);
  }
  const scored = [...weights].map(([word, times]) => ({ text: word, weight: (times / (times + 2)) * rare(word, statistics) })).sort((a, b) => b.weight - a.weight);
  const chosen: typeof scored = [];
  for (const term of scored) {
    if (chosen.length === many) break;
    if (!chosen.some((one) => one.text.includes(term.text) || (term.text.includes(one.text) && one.weight > term.weight * 1.5))) chosen.push(term);
  }
  const heaviest = chosen[0]?.weight ?? 1;
  const written = [text.title, ...text.keywords, text.body].join("\n").normalize("NFKC");
  return chosen.map(({ text: word, weight }) => ({ text: asWritten(word, written), weight: Math.round((100 * weight) / heaviest) / 100 }));
}

/** Terms are compared in small letters and read as their author wrote them. */
function asWritten(word: string, text: string): string {
  const at = text.toLowerCase().indexOf(word);
  return at < 0 ? word : text.slice(at, at + word.length);
}

/** Mean rarity of a word's pairs: a word that nobody has written yet counts as rare, not as infinitely so. */
function rare(word: string, statistics: Statistics): number {
  if (statistics.records === 0) return 1 + word.length / 10;
  const terms = [...countTerms(word).keys()].filter((term) => !isCharacter(term));
  const sum = terms.reduce((all, term) => all + Math.min(rarity(statistics, term), 6), 0);
  return terms.length > 0 ? (sum / terms.length) * (1 + word.length / 20) : 0;
}
