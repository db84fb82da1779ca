import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation } from "@/db/testing/factories";
import { makePublished } from "@/db/testing/market";
import { loadCodes } from "@/lib/codes/load";
import { db } from "@/db/client";
import { readSearch } from "./address";
import { findListings } from "./find-listings";
import { spellingPattern } from "./spelling";
import { waysOut } from "./ways-out";

useDatabase();

beforeAll(async () => {
  process.env.MEILI_URL = "";
  await db().transaction((tx) => loadCodes(tx));
  const owner = await makeOrganisation({ name: "哈尔滨工业大学" });
  await makePublished("achievement", owner, { title: "碳纤维Ｑ３４５Ｂ接头", summary: "用于机组。", completers: [{ name: "梁世杰" }, { name: "宋春雨" }], directionCode: "EQ02-03", at: new Date(3_000) });
  await makePublished("achievement", owner, { title: "碳纖維葉片", summary: "低溫成型。", completers: [{ name: "金凤霞" }], audience: { completers: "registered" }, at: new Date(2_000) });
  await makePublished("need", owner, { title: "求购SiC衬底", problem: "大尺寸单晶，100%无裂纹 (a.b)。", at: new Date(1_000) });
});

const found = async (params: Record<string, string>) => (await findListings(readSearch(params))).hits.map(({ title }) => title);
const [joint, blade, wafer] = ["碳纤维Ｑ３４５Ｂ接头", "碳纖維葉片", "求购SiC衬底"];

describe("the simple search", () => {
  test.each([
    ["碳纤维", [joint, blade]], ["碳纖維", [joint, blade]], ["Q345b", [joint]], ["ｑ３４５Ｂ", [joint]], ["低温", [blade]], ["叶片 碳纤维", [blade]], ["sic", [wafer]], ["ＳＩＣ", [wafer]],
    ["100%", [wafer]], ["（a.b）", [wafer]], ["a_b", []], [".*", []], ["[", []], ["\\", []], ["哈爾濱工業大學", [joint, blade, wafer]], ["梁世傑", [joint]], ["宋春雨 纤维", [joint]], ["杰宋", []], ["金凤霞", []], ["没有", []], ["碳\u0000 \ud800🚀", []], ["", [joint, blade, wafer]],
  ])("%s finds %j", async (q, titles) => expect(await found({ q })).toEqual(titles));

  test("restricts to a direction of the plan", async () => {
    expect(await found({ direction: "EQ02-03" })).toEqual([joint]);
    expect(await found({ direction: "EQ02-04" })).toEqual([]);
  });

  test("the ways out of an empty search say what each would find, and leave out those that find nothing", async () => {
    const params = { q: "碳纤维", direction: "EQ02-04", modes: "license" };
    const ways = [{ label: "less both", params: { q: params.q } }, { label: "less the mode", params: { ...params, modes: undefined } }, { label: "less everything", params: { page: "7" } }];
    expect((await waysOut(ways)).map(({ label, total }) => [label, total])).toEqual([["less both", 2], ["less everything", 3]]);
  });

  test("marks what it found, as it is written", async () => {
    const { hits, simple } = await findListings(readSearch({ q: "纤维 低温" }));
    expect(simple).toBe(true);
    const [{ titleRanges, excerpt, title }] = hits as [(typeof hits)[number]];
    expect(titleRanges.map(([a, b]) => title.slice(a, b))).toEqual(["纖維"]);
    expect(excerpt.ranges.map(([a, b]) => excerpt.text.slice(a, b))).toEqual(["低溫"]);
  });

  test("reads the longest query that an address can hold", async () => expect(await found({ q: "纤Q(".repeat(200) })).toEqual([]));

  test("one pattern means the same here and in the database", () => {
    for (const word of ["碳纤维", "a-b.c*d+e?f|g^h$i{j}k[l]m\\n/o'p\"q", "ß"]) expect(word).toMatch(new RegExp(`^${spellingPattern(word)}$`));
  });
});
