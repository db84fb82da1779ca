import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startScratchEngine, type ScratchEngine } from "@/bin/scratch-engine";
import { SYNONYMS } from "@/lib/engine/data/synonyms";
import { searchDocument } from "@/lib/engine/document";
import { meilisearchEngine } from "@/lib/engine/meilisearch";
import { EngineUnavailable, FACETS, type SearchEngine } from "@/lib/engine/port";
import { searchListings } from "@/lib/engine/search-listings";

let scratch: ScratchEngine;
let engine: SearchEngine;

const documents = [
  searchDocument({ id: "t1", kind: "achievement", title: "碳纤维增强复合材料连接技术", summary: "用于航空舱段。", industry: "NM", field: "NM03", district: "230103", modes: ["license"], maturity: 6, publishedAt: 3, organisationId: "o1", organisationName: "哈尔滨工业大学" }),
  searchDocument({ id: "t2", kind: "achievement", title: "待处理污水的膜分离", summary: "工业园区中试运行。", industry: "RE", field: "RE01", district: "230102", modes: ["license", "transfer"], maturity: 8, publishedAt: 2, number: "A-2026-0002" }),
  searchDocument({ id: "t3", kind: "achievement", title: "Q345B钢板焊接工艺", summary: "660MW锅炉用，5G远程监控。", industry: "EQ", field: "EQ02", modes: ["transfer"], publishedAt: 1, priceFen: 100_000 }),
  searchDocument({ id: "t4", kind: "need", title: "寻找SiC衬底供应", body: "大尺寸单晶。", industry: "NM", field: "NM01", publishedAt: 4, deadline: 100, budgetMinFen: 100, budgetMaxFen: 900 }),
];

beforeAll(async () => {
  scratch = await startScratchEngine();
  engine = meilisearchEngine({ host: scratch.host, apiKey: scratch.apiKey, index: "listings", synonyms: SYNONYMS });
  await engine.settings();
  await engine.waitForTask(await engine.indexDocuments(documents), 60_000);
}, 120_000);
afterAll(() => scratch.stop());

const found = async (q: string, more = {}) => (await searchListings(engine, { q, ...more })).hits.map(({ id }) => id);

describe("people in Meilisearch", () => {
  const named = [
    searchDocument({ id: "p1", kind: "achievement", title: "低温轴承试验台", people: ["梁世杰", "宋春雨"], publishedAt: 5 }),
    searchDocument({ id: "p2", kind: "achievement", title: "电网高峰负荷预测", people: ["梁世明", "王世杰"], publishedAt: 6 }),
    searchDocument({ id: "p3", kind: "achievement", title: "秸秆还田机", people: ["高峰", "John Smith"], publishedAt: 7 }),
    searchDocument({ id: "p4", kind: "achievement", title: "轴承试验规程", keywords: ["轴承试验", "轴承"], publishedAt: 8 }),
    searchDocument({ id: "p5", kind: "achievement", title: "负荷预测，负荷预测", people: ["高峰"], publishedAt: 9 }),
  ];
  const index = () => meilisearchEngine({ host: scratch.host, apiKey: scratch.apiKey, index: "named" });
  beforeAll(async () => {
    await index().settings();
    await index().waitForTask(await index().indexDocuments(named), 60_000);
  }, 60_000);
  const by = async (q: string) => (await searchListings(index(), { q })).hits.map(({ id }) => id);

  it.each([
    ["梁世杰", ["p1", "p2"]], ["梁世傑", ["p1", "p2"]], ["宋春雨", ["p1"]], ["轴承 宋春雨", ["p1"]], ["smith", ["p3"]],
    // What a record is about comes before what its people are called.
    ["高峰", ["p2", "p5", "p3"]],
    // A name beside what it is about: that person's record before those that say more often what it is about, behind those that say the name, too.
    ["宋春雨 轴承试验", ["p1", "p4"]], ["负荷预测 高峰", ["p2", "p5", "p3"]],
  ])("%s finds %j", async (q, ids) => expect(await by(q)).toEqual(ids));

  it("gives them back with the record, for whoever reads it", async () => {
    expect((await index().fetch(["p1"]))[0]?.people).toEqual(["梁世杰", "宋春雨"]);
  });
});

describe("searching with Meilisearch", () => {
  it.each([
    ["纤维", ["t1"]], ["处理", ["t2"]], ["q345b", ["t3"]], ["Q345B", ["t3"]], ["６６０ＭＷ", ["t3"]], ["660 MW", ["t3"]], ["5G", ["t3"]], ["碳化硅", ["t4"]], ["SiC", ["t4"]], ["CFRP", ["t1"]],
    ["複合材料", ["t1"]], ["哈工大", ["t1"]], ["膜", ["t2"]], ["A-2026-0002", ["t2"]], ["", ["t4", "t1", "t2", "t3"]], ["！？", []], ["没有的东西", []], ["污离", []],
  ])("%s finds %j", async (q, ids) => expect((await found(q)).slice(0, Math.max(1, ids.length))).toEqual(ids));

  it("finds by a whole sentence", async () => {
    expect((await found("我们的污水处理站希望采用先进的膜技术来降低运行成本"))[0]).toBe("t2");
  });

  it("counts each group as if it were not ticked, and the others as it is", async () => {
    const { facets, total } = await searchListings(engine, { q: "", filters: { industry: ["NM"] }, facets: [...FACETS] });
    expect(total).toBe(2);
    expect(facets["industry"]).toEqual({ NM: 2, RE: 1, EQ: 1 });
    expect(facets["field"]).toEqual({ NM03: 1, NM01: 1 });
  });

  it("joins inside a group by or, between groups by and", async () => {
    expect(await found("", { filters: { industry: ["NM", "RE"], modes: ["license"] } })).toEqual(["t1", "t2"]);
    expect(await found("", { filters: { maturity: { min: 7 } } })).toEqual(["t2"]);
    expect(await found("", { filters: { budgetFen: { min: 500, max: 2_000 } } })).toEqual(["t4"]);
    expect(await found("", { kind: "need", filters: { openAt: 101 } })).toEqual([]);
    expect(await found("", { sort: "price", kind: "achievement", size: 1 })).toEqual(["t3"]);
  });

  it("marks what was found", async () => {
    const [hit] = (await searchListings(engine, { q: "纤维增强" })).hits;
    expect(hit?.marks().titleRanges.map(([a, b]) => hit.title.slice(a, b))).toEqual(["纤维增强"]);
  });

  it("forgets what was deleted, shows what was changed", async () => {
    const changed = { ...documents[1]!, stamp: "1", title: "地下水修复" };
    await engine.waitForTask(await engine.indexDocuments([changed]), 60_000);
    expect((await searchListings(engine, { q: "地下水" })).hits[0]?.title).toBe("地下水修复");
    expect(await found("待处理")).not.toContain("t2");
    await engine.waitForTask(await engine.deleteDocuments(["t2"]), 60_000);
    expect(await found("地下水修复")).not.toContain("t2");
  });

  it("says how many hold all of it, when others follow that hold only parts", async () => {
    const record = (id: string, title: string) => searchDocument({ id, kind: "achievement", title });
    await engine.waitForTask(await engine.indexDocuments([record("m1", "磁悬浮轴承控制器"), record("m2", "磁悬浮轴承")]), 60_000);
    const some = await searchListings(engine, { q: "磁悬浮轴承控制器" });
    expect([some.hits.map(({ id }) => id), some.exact, some.whole]).toEqual([["m1", "m2"], false, 1]);
    expect(await searchListings(engine, { q: "希望采用先进的磁悬浮轴承来降低运行成本" })).toMatchObject({ exact: false, whole: 0 });
    // More terms than the engine reads of one question: the records themselves are looked at.
    const long = "磁悬浮轴承控制器用于高速电机转子的在线平衡";
    await engine.waitForTask(await engine.indexDocuments([record("m3", long)]), 60_000);
    expect((await searchListings(engine, { q: long })).whole).toBe(1);
    await engine.waitForTask(await engine.deleteDocuments(["m1", "m2", "m3"]), 60_000);
  });

  it("takes a word for a slip only when no record has it, and not even then if the reader insists", async () => {
    const record = (id: string, title: string) => searchDocument({ id, kind: "achievement", title });
    await engine.waitForTask(await engine.indexDocuments([record("g1", "graphene薄膜"), record("g2", "graphene涂料")]), 60_000);
    // Learnt now; what comes afterwards is unknown to the statistics for minutes.
    const learnt = meilisearchEngine({ host: scratch.host, apiKey: scratch.apiKey, index: "listings", synonyms: SYNONYMS });
    const ask = (q: string, more = {}) => searchListings(learnt, { q, ...more });
    expect(await ask("grapheme")).toMatchObject({ total: 2, corrected: [{ from: "grapheme", to: "graphene" }] });
    await engine.waitForTask(await engine.indexDocuments([record("g3", "graphane储氢")]), 60_000);
    const late = await ask("graphane");
    expect([late.hits.map(({ id }) => id), late.corrected]).toEqual([["g3"], []]);
    expect((await ask("graphane grapheme")).corrected).toEqual([{ from: "grapheme", to: "graphene" }]);
    expect((await ask("graphane", { kind: "achievement", filters: { industry: ["NM"] } })).corrected).toEqual([]);
    expect(await ask("grapheme", { asTyped: true })).toMatchObject({ total: 0, hits: [], corrected: [] });
  });

  it("says that the server does not answer", async () => {
    const nobody = meilisearchEngine({ host: "http://127.0.0.1:9", apiKey: "", index: "listings" });
    await expect(searchListings(nobody, { q: "膜" })).rejects.toBeInstanceOf(EngineUnavailable);
    expect(await nobody.health()).toBe(false);
  });
});
