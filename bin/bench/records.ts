import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { searchDocument, type SearchDocument } from "@/lib/engine/document";

const CORPUS = "/work/shared/data/retrieval/corpus.jsonl";
const DEMO = join(import.meta.dirname, "../../db/seed/content/achievements");

/** Small, seeded: every run measures the same records. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Material { titles: string[]; sentences: string[]; source: string }

function material(): Material {
  const titles: string[] = [], sentences: string[] = [];
  const add = (title: unknown, text: unknown) => {
    if (typeof title === "string" && title) titles.push(title.slice(0, 40));
    if (typeof text === "string") sentences.push(...text.split(/(?<=[。；.])/).map((one) => one.trim()).filter((one) => one.length > 15));
  };
  if (existsSync(CORPUS)) {
    for (const line of readFileSync(CORPUS, "utf8").split("\n")) if (line) { const row = JSON.parse(line) as Record<string, unknown>; add(row["title"], row["abstract"]); }
    return { titles, sentences, source: "sentences of retrieval/corpus.jsonl, recombined (the vocabulary stops growing)" };
  }
  for (const file of readdirSync(DEMO)) for (const row of JSON.parse(readFileSync(join(DEMO, file), "utf8")) as Record<string, unknown>[]) add(row["title"], `${String(row["summary"])}${String(row["description"])}`);
  return { titles, sentences, source: "sentences of the demo world, recombined (a small vocabulary)" };
}

let known: Material | undefined;
export const source = (): string => (known ??= material()).source;

const FIELDS = ["EQ", "AG", "HE", "CT", "DE", "NM", "NE", "RE", "AS", "DP", "BT"];
const MODES = ["transfer", "license", "joint_implementation", "equity", "joint_development", "technical_service"];

/** `count` records, about 240 characters each, nine achievements to one need; `from` goes on where another set ended. */
export function records(count: number, from = 0): SearchDocument[] {
  const { titles, sentences } = (known ??= material());
  return Array.from({ length: count }, (_, i) => {
    const random = randomNumbers(from + i + 1);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const industry = pick(FIELDS);
    let text = "";
    while (text.length < 220) text += pick(sentences);
    return searchDocument({
      id: `b${from + i}`, kind: (from + i) % 10 === 9 ? "need" : "achievement", title: pick(titles), summary: text.slice(0, 120), body: text.slice(120),
      keywords: [pick(titles).slice(0, 6), pick(titles).slice(0, 6)], industry, field: `${industry}0${1 + Math.floor(random() * 5)}`, district: `2301${String(2 + Math.floor(random() * 18)).padStart(2, "0")}`,
      maturity: 1 + Math.floor(random() * 13), modes: [pick(MODES), pick(MODES)], ipKinds: ["invention_patent"], organisationId: `o${Math.floor(random() * 200)}`,
      publishedAt: 1_700_000_000 + from + i,
    });
  });
}

/** What people type: pieces of titles of two to eight characters, one in ten a sentence. */
export function queries(count: number): string[] {
  const { titles, sentences } = (known ??= material());
  const random = randomNumbers(99);
  return Array.from({ length: count }, (_, i) => {
    if (i % 10 === 9) return sentences[Math.floor(random() * sentences.length)]!.slice(0, 40);
    const title = titles[Math.floor(random() * titles.length)]!;
    const length = Math.min(title.length, 2 + Math.floor(random() * 7));
    const at = Math.floor(random() * (title.length - length + 1));
    return title.slice(at, at + length);
  });
}
