import { expect, test } from "vitest";
import { useDatabase } from "@/db/testing/database";
import { achievementDocument, type AchievementText } from "@/lib/matching/texts";
import graded from "@/lib/matching/data/graded.json";
import type { SearchDocument } from "@/lib/engine/document";
import { EngineUnavailable } from "@/lib/engine/port";
import { memoryEngine } from "@/lib/engine/testing/memory-engine";
import { recordsHolding } from "./records-holding";

useDatabase();

const [of] = (graded.achievements as AchievementText[]).map(achievementDocument);
const named = (id: string, title: string, more: Partial<SearchDocument> = {}): SearchDocument => ({ ...of!, summary: "", body: "", keywords: [], number: "", organisationName: "", people: [], id, title, ...more });
const documents = [named("a", "谐波传动减速器"), named("b", "SiCw增强铝基复合材料"), named("c", "碳化硅衬底", { people: ["司马光启"] }), named("d", "大豆育种", { number: "C-2026-0417" }), named("e", "高导热Cu60复合板")];

test.each([["谐波传", ["a"]], ["諧波", ["a"]], ["sic", ["b"]], ["sicw增强", ["b"]], ["w增强铝", ["b"]], ["高导热c", ["e"]], ["司马光", ["c"]], ["大", ["d"]], ["c-2026-0417", ["d"]], ["柔性显示", []], ["%", []]])("%s may stand in %j", async (typed, found) => {
  expect((await recordsHolding(typed, memoryEngine(documents)))?.sort()).toEqual(found);
});

test("without a search server that answers nobody says where it stands", async () => {
  expect(await recordsHolding("谐波", null)).toBeNull();
  expect(await recordsHolding("谐波", { ...memoryEngine(documents), multiSearch: async () => { throw new EngineUnavailable("away"); } })).toBeNull();
});
