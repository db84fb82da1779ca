import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startScratchEngine, type ScratchEngine } from "@/bin/scratch-engine";
import { withRecordsAhead } from "@/lib/engine/ahead";
import { searchDocument, type SearchDocument } from "@/lib/engine/document";
import { entryOf } from "@/lib/engine/forward";
import { answerOf } from "@/lib/engine/in-process";
import { knowledgeOf } from "@/lib/engine/knowledge";
import { meilisearchEngine } from "@/lib/engine/meilisearch";
import { FACETS, type EngineQuery, type SearchEngine } from "@/lib/engine/port";
import { searchListings, type SearchRequest } from "@/lib/engine/search-listings";

let scratch: ScratchEngine;
let engine: SearchEngine;

const FIELDS = ["NM01", "NM02", "EQ01", null] as const;
/** Forty records that differ in everything that can be asked for, some of it unknown. */
const documents = Array.from({ length: 40 }, (_, i): SearchDocument => searchDocument({
  id: `r${String(i).padStart(2, "0")}`, kind: i % 4 === 3 ? "need" : "achievement", title: `${i % 3 === 0 ? "碳纤维" : "铝合金"}部件${i % 5 === 0 ? "焊接" : "铸造"}工艺${i}号`, summary: i % 2 === 0 ? "用于Q345B钢板。" : "用于航空舱段。",
  industry: FIELDS[i % 4]?.slice(0, 2) ?? null, field: FIELDS[i % 4] ?? null, district: i % 6 === 0 ? null : `23010${2 + (i % 3)}`, maturity: i % 7 === 0 ? null : 1 + (i % 9),
  modes: i % 3 === 0 ? ["license", "transfer"] : i % 3 === 1 ? ["transfer"] : [], ipKinds: i % 2 === 0 ? ["invention_patent"] : [], priceFen: i % 5 === 0 ? null : i * 1_000,
  ...(i % 4 === 3 ? { ...(i % 8 === 3 ? {} : { budgetMinFen: i * 100 }), budgetMaxFen: i * 300 } : {}), organisationId: `o${i % 5}`, organisationName: `单位${i % 5}`, publishedAt: 1_000 + i, deadline: i % 4 === 3 ? 5_000 + i : null,
}));

beforeAll(async () => {
  scratch = await startScratchEngine();
  engine = meilisearchEngine({ host: scratch.host, apiKey: scratch.apiKey, index: "listings" });
  await engine.settings();
  await engine.waitForTask(await engine.indexDocuments(documents), 60_000);
}, 120_000);
afterAll(() => scratch.stop());

const questions: EngineQuery[] = [
  { limit: 100, facets: [...FACETS] },
  { terms: ["碳纤", "纤维"], limit: 100, facets: [...FACETS] },
  { terms: ["q345b"], filter: { kind: "achievement" }, limit: 100 },
  { filter: { industry: ["NM"], modes: ["license"] }, limit: 100, facets: ["district"] },
  { filter: { field: ["NM01", "EQ01"], district: ["230103"], ipKinds: ["invention_patent"] }, limit: 100 },
  { filter: { maturity: { min: 5 } }, limit: 100 }, { filter: { maturity: { max: 5 } }, limit: 100 }, { filter: { priceFen: { min: 9_000, max: 20_000 } }, limit: 100 },
  { filter: { budgetFen: { min: 2_000, max: 4_000 } }, limit: 100 }, { filter: { openAt: 5_020 }, limit: 100 }, { filter: { notOrganisationId: "o1", organisationId: ["o1", "o2"] }, limit: 100 },
  { filter: { ids: ["r01", "r02"], notIds: ["r02"] }, limit: 100 },
  { sort: "newest", offset: 3, limit: 5 }, { filter: { kind: "need" }, sort: "deadline", limit: 5 }, { filter: { priceFen: { min: 0 } }, sort: "price", limit: 7 }, { sort: "price", limit: 100 },
];

describe("a question that the process answers by itself", () => {
  it.each(questions)("%j is answered as the engine does", async (question) => {
    const theirs = await engine.search(question), ours = answerOf(documents.map((document) => entryOf(document)), question);
    expect({ total: ours.total, facets: ours.facets }).toEqual({ total: theirs.total, facets: theirs.facets });
    const ids = (hits: readonly { id: string }[]) => hits.map(({ id }) => id);
    const known = question.sort === "price" && !question.filter ? 32 : 100; // those without a price come in any order
    if (question.sort) expect(ids(ours.hits).slice(0, known)).toEqual(ids(theirs.hits).slice(0, known));
    else expect(ids(ours.hits).sort()).toEqual(ids(theirs.hits).sort());
  });
});

describe("records that the index does not hold yet", () => {
  const fresh = searchDocument({ id: "n1", kind: "achievement", title: "碳纤维部件缠绕工艺", summary: "用于储氢瓶。", industry: "NM", field: "NM01", organisationId: "o1", publishedAt: 9_000, priceFen: 500 });
  const revised = searchDocument({ ...documents[0]!, stamp: "2", title: "钛合金部件焊接工艺0号", publishedAt: 9_001 });
  const ask = async (request: SearchRequest) => {
    const current = withRecordsAhead(engine, knowledgeOf(engine), [fresh, revised].map((document) => entryOf(document)));
    return searchListings(current.engine, request, current.learnt);
  };
  const found = async (request: SearchRequest) => (await ask(request)).hits.map(({ id }) => id);

  it("are found, with the text and the marks of now", async () => {
    const [hit] = (await ask({ q: "缠绕工艺" })).hits;
    expect(hit).toMatchObject({ id: "n1", title: fresh.title });
    expect(hit!.marks().titleRanges.length).toBeGreaterThan(0);
    expect((await found({ q: "碳纤维" }))).toContain("n1");
    expect((await ask({ q: "钛合金" })).hits.map(({ id, title }) => [id, title])).toEqual([["r00", revised.title]]);
  });

  it("are no longer found by what they were before, and are counted once", async () => {
    expect(await found({ q: "碳纤维" })).not.toContain("r00");
    const before = await searchListings(engine, { q: "部件", facets: [...FACETS] }), { total, facets } = await ask({ q: "部件", facets: [...FACETS] });
    expect(total).toBe(before.total + 1);
    expect(facets["field"]!["NM01"]).toBe(before.facets["field"]!["NM01"]! + 1);
  });

  it("stand on one page each, in whatever order, among all others", async () => {
    for (const sort of ["relevance", "newest", "price"] as const) {
      for (const q of ["", "部件"]) {
        const pages = [await found({ q, sort, size: 15 }), await found({ q, sort, size: 15, page: 2 }), await found({ q, sort, size: 15, page: 3 })];
        expect([...new Set(pages.flat())].length).toBe(41);
        expect(pages.flat().length).toBe(41);
      }
    }
    expect((await found({ q: "" })).slice(0, 2)).toEqual(["r00", "n1"]);
  });

  it("do not push out what the index holds of a part of a sentence", async () => {
    const many = Array.from({ length: 40 }, (_, i) => searchDocument({ ...fresh, id: `m${i}`, title: `铝合金部件${i}`, summary: "" }));
    const { engine: current } = withRecordsAhead(engine, knowledgeOf(engine), many.map((document) => entryOf(document)));
    const [part, page] = await current.multiSearch([{ terms: ["部件"], limit: 32 }, { terms: ["部件"], offset: 0, limit: 32 }]);
    expect(part!.hits.filter(({ id }) => id.startsWith("r")).length).toBe(32);
    expect(page!.hits).toHaveLength(32);
  });

  it("are found by a sentence, and by a word that only they have", async () => {
    expect((await found({ q: "我们在寻找储氢瓶的缠绕工艺，希望用于燃料电池汽车" }))[0]).toBe("n1");
    expect(await found({ q: "缠绕", filters: { field: ["EQ01"] } })).toEqual([]);
  });
});
