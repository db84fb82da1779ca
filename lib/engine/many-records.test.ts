import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startScratchEngine, type ScratchEngine } from "@/bin/scratch-engine";
import { searchDocument, type SearchDocument } from "@/lib/engine/document";
import { meilisearchEngine } from "@/lib/engine/meilisearch";
import { FACETS, type SearchEngine } from "@/lib/engine/port";
import { searchListings } from "@/lib/engine/search-listings";

let scratch: ScratchEngine;
let engine: SearchEngine;

const record = (id: string, organisationId: string, title: string, more: Partial<SearchDocument> = {}) =>
  searchDocument({ id, kind: "achievement", title, organisationId, organisationName: organisationId === "o1" ? "哈尔滨工业大学" : `第${organisationId.slice(1)}研究院`, industry: "NM", publishedAt: 1, ...more });

/** One institution with thousands of records of much the same name, and a few of others that say the same thing. */
const documents = [
  ...Array.from({ length: 1_300 }, (_, i) => record(`p${i}`, "o1", i % 13 === 12 ? `碳纤维${i}号` : `碳纤与纤维的界面${i}号`)),
  ...Array.from({ length: 3_000 }, (_, i) => record(`m${i}`, "o1", `轻质合金铸造工艺${i}号`, { modes: ["license"] })),
  ...Array.from({ length: 6 }, (_, i) => record(`x${i}`, `o${i + 2}`, `轻质合金铸造工艺`, { summary: "航空舱段薄壁件，缩松少。", industry: i < 3 ? "AS" : "EQ" })),
];

beforeAll(async () => {
  scratch = await startScratchEngine();
  engine = meilisearchEngine({ host: scratch.host, apiKey: scratch.apiKey, index: "listings", deadlineMs: 30_000 });
  await engine.settings();
  await engine.waitForTask(await engine.indexDocuments(documents), 60_000);
}, 120_000);
afterAll(() => scratch.stop());

describe("many records", () => {
  it("stand on exactly one page each, those that hold the word in one piece before the others", async () => {
    const ids: string[] = [];
    for (let page = 1; page <= 13; page++) ids.push(...(await searchListings(engine, { q: "碳纤维", size: 100, page })).hits.map(({ id }) => id));
    expect([ids.length, new Set(ids).size]).toEqual([1_300, 1_300]);
    const whole = (id: string) => Number(id.slice(1)) % 13 === 12;
    expect(ids.slice(0, 70).every(whole)).toBe(true);
    expect(ids.slice(100, 1_000).some(whole)).toBe(false);
    const unusual: string[] = [];
    for (let page = 1; page <= 19; page++) unusual.push(...(await searchListings(engine, { q: "碳纤维", size: 70, page })).hits.map(({ id }) => id));
    expect(unusual).toEqual(ids);
  });

  it("of one institution are found and counted beside those of others", async () => {
    const { hits, total, facets } = await searchListings(engine, { q: "轻质合金铸造", facets: [...FACETS] });
    expect([hits.length, total]).toEqual([20, 3_006]);
    expect(facets["organisationId"]).toEqual({ o1: 3_000, o2: 1, o3: 1, o4: 1, o5: 1, o6: 1, o7: 1 });
    const ticked = await searchListings(engine, { q: "轻质合金铸造", filters: { organisationId: ["o3", "o4"] }, facets: [...FACETS] });
    expect(ticked.hits.map(({ id }) => id).sort()).toEqual(["x1", "x2"]);
    expect(ticked.facets["organisationId"]).toEqual(facets["organisationId"]);
    expect(ticked.facets["industry"]).toEqual({ AS: 2 });
  });

  it("of one institution do not hide what only another one has", async () => {
    const { hits } = await searchListings(engine, { q: "轻质合金铸造 薄壁件" });
    expect(hits.slice(0, 6).map(({ id }) => id).sort()).toEqual(["x0", "x1", "x2", "x3", "x4", "x5"]);
    const sentence = await searchListings(engine, { q: "我们想找一种轻质合金铸造工艺，用于航空舱段薄壁件，要求缩松少" });
    expect(sentence.hits.slice(0, 6).map(({ id }) => id).sort()).toEqual(["x0", "x1", "x2", "x3", "x4", "x5"]);
  });

  it("found by parts of a sentence are counted as if their own group were not ticked", async () => {
    const q = "我们想找一种铸造工艺，用于航空舱段薄壁件，要求缩松少";
    const all = await searchListings(engine, { q, facets: [...FACETS] });
    expect([all.exact, all.facets["industry"]?.["AS"], all.facets["industry"]?.["EQ"]]).toEqual([false, 3, 3]);
    const ticked = await searchListings(engine, { q, filters: { industry: ["AS"] }, facets: [...FACETS] });
    expect(ticked.hits.map(({ id }) => id).sort()).toEqual(["x0", "x1", "x2"]);
    // Estimated by the rarest words: what holds them is counted, what holds only the common ones is not.
    expect(ticked.facets["industry"]).toEqual({ AS: 3, EQ: 3 });
    expect(ticked.facets["organisationId"]).toEqual({ o2: 1, o3: 1, o4: 1 });
    const both = await searchListings(engine, { q, filters: { industry: ["AS"], organisationId: ["o5"] }, facets: [...FACETS] });
    expect([both.total, both.facets["industry"], both.facets["organisationId"]]).toEqual([0, { EQ: 1 }, { o2: 1, o3: 1, o4: 1 }]);
    expect(both.facets["modes"]).toEqual({});
  });
});
