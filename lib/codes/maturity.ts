/** Technology readiness 1-13: 1-9 technical, 10-13 market (domain A10, B8). 3 kB of JSON, may be used by client components. */
import data from "./data/maturity.json";

export type MaturityPart = "technical" | "market";
export type Maturity = { level: number; zh: string; en: string; part: MaturityPart; meaning: string };

export const maturities = data.levels as Maturity[];
/** The older words and the levels they stand for. */
export const maturityWords: { word: string; from: number; to: number }[] = data.words;

export function maturityName(level: number | null | undefined, locale: "zh-CN" | "en" | "ru" = "zh-CN"): string {
  const found = maturities.find((entry) => entry.level === level);
  return found ? (locale === "zh-CN" ? found.zh : found.en) : "";
}

/** The older word in which people think of a level; the most precise one. */
export function maturityWordOf(level: number): string {
  const fitting = maturityWords.filter((entry) => entry.from <= level && level <= entry.to);
  return fitting.sort((a, b) => a.to - a.from - (b.to - b.from))[0]?.word ?? "";
}

const aliases = new Map(data.aliases.map(([alias = "", word = ""]) => [alias, word]));
const levelText = data.levelPattern;
const pattern = new RegExp(levelText, "iu");

export type ParsedMaturity = { from: number; to: number };

/**
 * What people type for maturity: "7", "TRL7", a level name, an older word. A word stands for a range; a form
 * takes its lower end and says so. Null when it cannot be read; levels outside 1-13 cannot.
 */
export function parseMaturityWord(text: string): ParsedMaturity | null {
  const typed = text.normalize("NFKC").replace(/\s+/gu, "");
  if (typed === "") return null;
  const number = pattern.exec(typed);
  if (number) {
    const from = Number(number[1]);
    const to = number[2] ? Number(number[2]) : from;
    return from >= 1 && to <= 13 && from <= to ? { from, to } : null;
  }
  const named = maturities.find((entry) => typed === entry.zh || typed.toLowerCase() === entry.en.toLowerCase());
  if (named) return { from: named.level, to: named.level };
  const word = aliases.get(typed) ?? typed;
  const found = maturityWords.find((entry) => entry.word === word);
  return found ? { from: found.from, to: found.to } : null;
}
