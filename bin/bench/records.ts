import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "@/bin/services/paths";

/** Beside the checkout, where it is given at all; nothing of it is kept in the project. */
const CORPUS = ["../shared", "../../shared"].map((folder) => join(root, folder, "data/retrieval/corpus.jsonl")).find((file) => existsSync(file));
const DEMO = join(root, "db/seed/content/achievements");

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
  if (CORPUS) {
    for (const line of readFileSync(CORPUS, "utf8").split("\n")) if (line) { const row = JSON.parse(line) as Record<string, unknown>; add(row["title"], row["abstract"]); }
    return { titles, sentences, source: "sentences of retrieval/corpus.jsonl, recombined" };
  }
  for (const file of readdirSync(DEMO)) for (const row of JSON.parse(readFileSync(join(DEMO, file), "utf8")) as Record<string, unknown>[]) add(row["title"], `${String(row["summary"])}${String(row["description"])}`);
  return { titles, sentences, source: "sentences of the demo world, recombined (a small vocabulary)" };
}

let known: Material | undefined;
export const source = (): string => (known ??= material()).source;

const MODES = ["transfer", "license", "joint_implementation", "equity", "joint_development", "technical_service"];
export const districtOf = (i: number): string => `2301${String(2 + (i % 18)).padStart(2, "0")}`;

/** A listing as it goes into Postgres. */
export interface BenchRecord {
  id: string; version: string; kind: "achievement" | "need"; number: string; organisation: string; title: string; summary: string; body: string;
  keywords: string[]; industry: string; field: string; district: string; maturity: number; modes: string[]; at: string;
}
/** What the database already has and records point to. */
export interface Surroundings { organisations: readonly string[]; fields: readonly { industry: string; field: string }[] }

export const kindOf = (n: number): BenchRecord["kind"] => (n % 10 === 9 ? "need" : "achievement");
export const idOf = (n: number): string => `b0000000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;

/** `count` records, about 240 characters each, nine achievements to one need; `from` goes on where another set ended. */
export function records({ organisations, fields }: Surroundings, count: number, from: number): BenchRecord[] {
  const { titles, sentences } = (known ??= material());
  return Array.from({ length: count }, (_, i) => {
    const n = from + i, random = randomNumbers(n + 1);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    let text = "";
    while (text.length < 220) text += pick(sentences);
    return {
      id: idOf(n), version: `b1${idOf(n).slice(2)}`, kind: kindOf(n), number: `B-${n}`, organisation: pick(organisations), title: pick(titles), summary: text.slice(0, 120), body: text.slice(120),
      keywords: [pick(titles).slice(0, 6), pick(titles).slice(0, 6)], ...pick(fields), district: districtOf(Math.floor(random() * 18)),
      maturity: 1 + Math.floor(random() * 13), modes: [...new Set([pick(MODES), pick(MODES)])], at: new Date(1_700_000_000_000 + n * 1_000).toISOString(),
    };
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
