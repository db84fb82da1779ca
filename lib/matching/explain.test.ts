import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { memoryEngine } from "@/lib/engine/testing/memory-engine";
import type { Reason } from "./explain";
import { matchNeed } from "./find";
import graded from "./data/graded.json";
import { achievementDocument, needDocument, type AchievementText, type NeedText } from "./texts";

const words = (JSON.parse(readFileSync(new URL("../messages/zh-CN/matches.json", import.meta.url), "utf8")) as { field: Record<string, string>; say: Record<string, string> });
const around = (graded.achievements as AchievementText[]).map(achievementDocument), needs = (graded.needs as NeedText[]).map(needDocument);
const text = { title: "水下焊接焊缝跟踪", content: "水下焊接机器人在浑浊水体中跟踪焊缝，需要激光视觉与水声定位" };

async function missing(need: Partial<NeedText>, achievement: Partial<AchievementText>): Promise<{ need: string[]; achievement: string[]; all: Reason[] }> {
  const engine = memoryEngine([...around, ...needs, achievementDocument({ ...text, id: "own", ...achievement })]);
  const found = (await matchNeed(engine, { ...text, ...need }, { patienceMs: 60_000, limit: 100 })).find(({ id }) => id === "own");
  const of = (side: string) => found!.reasons.flatMap((reason) => (reason.code === "missing" && reason.side === side ? [reason.field] : []));
  return { need: of("need"), achievement: of("achievement"), all: found!.reasons };
}

describe("what is missing on either side", () => {
  it("is named field by field, the same whether it is kept back or not known", async () => {
    const { need, achievement, all } = await missing({}, {});
    expect(need).toEqual(["field", "maturity", "modes", "place", "elements", "budget", "deadline"]);
    expect(achievement).toEqual(["field", "maturity", "modes", "place", "price"]);
    expect(all.every((reason) => reason.code !== "missing" || Object.keys(reason).sort().join() === "code,field,side")).toBe(true);
  });

  it("is not named where it is there", async () => {
    const both = { field: "EQ03", maturity: 6, modes: ["license"], district: "230103" };
    const { need, achievement } = await missing({ ...both, elements: { method: "激光视觉" }, budgetMinFen: 100, deadline: 4_000_000_000 }, { ...both, priceFen: 100 });
    expect({ need, achievement }).toEqual({ need: [], achievement: [] });
  });

  it("has words for every field and sentence", async () => {
    const { all } = await missing({}, {});
    for (const reason of all) {
      expect(words.say[reason.code], reason.code).toMatch(/./);
      if (reason.code === "missing") expect(words.field[reason.field], reason.field).toMatch(/./);
    }
  });
});

it("an element that shares a word with the achievement is not said to be missing there", async () => {
  const effect = "水声定位误差不超过五毫米、连续潜水作业八小时不换电池、整机重量不超过四十公斤";
  const { all } = await missing({ elements: { effect, product: "豆制品发酵剂" } }, {});
  expect(all.flatMap((reason) => (reason.code === "shared_words" ? reason.words : []))).toContain("水声定位");
  expect(all.filter(({ code }) => code.startsWith("element"))).toEqual([{ code: "element_partly", element: "effect" }, { code: "element_open", element: "product" }]);
});

it("shared Latin words read as the asker wrote them", async () => {
  const { all } = await missing({ title: "SiC水下焊接焊缝跟踪" }, { content: `${text.content}，SIC器件` });
  expect(all.flatMap((reason) => (reason.code === "shared_words" ? reason.words : []))).toContain("SiC");
});
