import { describe, expect, it, vi } from "vitest";
import graded from "./data/graded.json";

type Texts = { title: string; content?: string }[];

/** As a process learns that has met these words first and reads the records in this order: numbers of terms differ from process to process. */
async function learnt(records: Texts, metBefore: string[]) {
  vi.resetModules();
  const { countTerms, wordTerm } = await import("@/lib/engine/analyse");
  const { entryOf } = await import("@/lib/engine/forward");
  const { achievementDocument } = await import("@/lib/matching/texts");
  const { cosine, learnVectors, vectorOf } = await import("@/lib/matching/vectors");
  for (const word of metBefore) wordTerm(word);
  const model = await learnVectors(records.map((record) => entryOf(achievementDocument(record))));
  if (!model) throw new Error("too little text to learn from");
  const vector = (text: string) => vectorOf(model, countTerms(text));
  return { dimensions: model.dimensions, alike: (a: string, b: string) => cosine(vector(a), vector(b)) };
}

describe("learnt vectors", () => {
  it("are the same for the same texts, in whatever order they were read and whatever was met before", async () => {
    const texts = [...(graded.achievements as Texts), ...(graded.needs as Texts)].map(({ title, content }) => ({ title, ...(content ? { content } : {}) }));
    const words = [...new Set(texts.flatMap(({ title, content }) => `${title} ${content ?? ""}`.toLowerCase().match(/[a-z0-9]+/g) ?? []))];
    const one = await learnt(texts, []), other = await learnt([...texts].reverse(), words.reverse());
    expect(other.dimensions).toBe(one.dimensions);
    const pairs = texts.slice(0, 12).flatMap((a) => texts.slice(-12).map((b) => [a.title, b.title] as const));
    const likenesses = pairs.map(([a, b]) => one.alike(a, b));
    expect(new Set(likenesses.map((likeness) => likeness.toFixed(3))).size).toBeGreaterThan(50);
    for (const [i, [a, b]] of pairs.entries()) expect(other.alike(a, b)).toBeCloseTo(likenesses[i]!, 3);
  });
});
