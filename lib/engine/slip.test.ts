import { describe, expect, it } from "vitest";
import { searchDocument } from "@/lib/engine/document";
import { expander } from "@/lib/engine/expand";
import { entryOf, ForwardCache } from "@/lib/engine/forward";
import { understandQuery } from "@/lib/engine/query";
import { searchListings } from "@/lib/engine/search-listings";
import { meantInstead } from "@/lib/engine/slip";
import { statisticsOf } from "@/lib/engine/statistics";
import { memoryEngine } from "@/lib/engine/testing/memory-engine";

const titles = ["碳纤维复合材料缠绕", "碳纤维预制体", "石墨烯导热浆料", "激光焊接机器人", "多维传感器", "当前维护方案", "气味识别", "秸秆还田机具", "滚动轴承故障诊断", "完成故事", "Q345B钢板", "Q345B管"];
const documents = titles.map((title, i) => searchDocument({ id: `${i}`, kind: "achievement", title }));
const statistics = await statisticsOf(documents.map((document) => entryOf(document)));
const first = (q: string) => meantInstead(understandQuery(q, statistics), statistics)[0];

describe("slips of a Chinese keyboard", () => {
  it.each([
    ["碳钎维", "碳纤维"], // looks alike
    ["石默烯", "石墨烯"], // sounds alike
    ["基光焊接", "激光焊接"], // at the beginning, where one neighbour speaks
    ["传感气", "传感器"],
    ["谈纤维", "碳纤维"],
    ["轴成故障", "轴承故障"], // 成故 is known from another word
    ["Q345", "Q345B"],
  ])("%s was meant to be %s", (typed, meant) => expect(first(typed)).toBe(meant));

  it.each(["碳纤维", "秸秆炕", "犇羴鱻麤", "SiC", "碳", "把碳钎维和环氧树脂一起固化", ""])("of %s nothing is guessed", (typed) => expect(first(typed)).toBeUndefined());

  it("is offered where no record holds what was typed and one holds what was meant", async () => {
    // Needs know both pairs, but none of them the word.
    const needs = ["碳纤导线", "纤维板"].map((title, i) => searchDocument({ id: `n${i}`, kind: "need", title }));
    const engine = memoryEngine([...documents, ...needs]);
    expect((await searchListings(engine, { q: "碳钎维" })).suggested).toBe("碳纤维");
    expect((await searchListings(engine, { q: "碳钎维", kind: "need" })).suggested).toBeNull();
    expect((await searchListings(engine, { q: "碳纤维" })).suggested).toBeNull();
  });

  it("is not offered for a word that some record holds, though the statistics have not read it and a filter leaves it out", async () => {
    const learnt = { statistics, cache: new ForwardCache(memoryEngine(documents), expander([]), 1_000_000) };
    const engine = memoryEngine([...documents, searchDocument({ id: "new", kind: "achievement", title: "碳钎维", district: "230102" })]);
    const request = { q: "碳钎维", filters: { district: ["230103"] } };
    expect((await searchListings(memoryEngine(documents), request)).suggested).toBe("碳纤维");
    expect((await searchListings(engine, request, { statistics: async () => learnt.statistics, cache: learnt.cache })).suggested).toBeNull();
  });
});
