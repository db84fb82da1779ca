import { expect, test } from "vitest";
import { searchDocument } from "@/lib/engine/document";
import { searchListings } from "@/lib/engine/search-listings";
import { memoryEngine } from "@/lib/engine/testing/memory-engine";
import { BUILT_IN } from "@/lib/engine/vocabulary";
import { changedEngine } from "./changed-engine";

const many = (title: string, count: number) => Array.from({ length: count }, (_, n) => searchDocument({ id: `${title}-${n}`, kind: "achievement", title: `${title}${n}`, publishedAt: n }));
const documents = [...many("焊接设备", 150), ...many("熔接工装", 90), ...many("大豆育种", 10)];
const group = ["焊接", "熔接"];

test.each([[[], [group]], [[group], []]])("counts as the engine itself would with the other dictionary, also beyond what it looks at (%o, %o)", async (before, after) => {
  const { engine, knowledge } = await changedEngine(memoryEngine(documents, before), { ...BUILT_IN, synonyms: after }, group);
  for (const q of ["焊接", "熔接工装", "大豆"]) {
    const told = await searchListings(engine, { q, size: 10 }, knowledge), real = await searchListings(memoryEngine(documents, after), { q, size: 10 });
    expect([q, told.total]).toEqual([q, real.total]);
  }
});

test("what comes and what stays both have a place among the records that are put in order", async () => {
  const { engine, knowledge } = await changedEngine(memoryEngine(documents), { ...BUILT_IN, synonyms: [group] }, group);
  const { hits } = await searchListings(engine, { q: "焊接", size: 100 }, knowledge);
  expect(new Set(hits.map(({ title }) => title.slice(0, 2)))).toEqual(new Set(group));
});
