import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { SYNONYMS } from "@/lib/engine/data/synonyms";
import { memoryEngine } from "@/lib/engine/testing/memory-engine";
import { matchAchievement, matchNeed } from "@/lib/matching/find";
import { achievementDocument, needDocument, type AchievementText, type NeedText } from "@/lib/matching/texts";

/** The demo world's own content: some two hundred records with full texts on both sides, a small market. */
type Written = Record<string, unknown> & { key: string; title: string; industryCode: string; fieldCode: string; directionCode: string };
const written = (kind: string): Written[] => {
  const folder = new URL(`../../db/seed/content/${kind}/`, import.meta.url);
  return readdirSync(folder).sort().flatMap((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Written[]);
};
const common = (text: Written) => ({
  id: text.key, title: text.title, keywords: text["keywords"] as string[], industry: text.industryCode, field: text.fieldCode, direction: text.directionCode,
  modes: text["modes"] as string[], district: text["districtCode"] as string,
});
const achievements = written("achievements").map((text): AchievementText & { id: string } => ({ ...common(text), summary: text["summary"] as string, content: text["description"] as string, maturity: text["maturity"] as number }));
const needs = written("needs").map((text): NeedText & { id: string; answers: string[]; fit: string } => ({
  ...common(text), content: text["problem"] as string, elements: text["elements"] as NonNullable<NeedText["elements"]>, maturity: text["requiredMaturity"] as number,
  answers: (text["answers"] as string[] | undefined) ?? [], fit: text["fit"] as string,
}));
const engine = memoryEngine([...achievements.map(achievementDocument), ...needs.map(needDocument)], SYNONYMS);
const patient = { patienceMs: 120_000, limit: 400, reasons: false };

/** Level by need and achievement. */
const levels = new Map<string, Map<string, string | null>>();
beforeAll(async () => {
  for (const need of needs) levels.set(need.id, new Map((await matchNeed(engine, need, patient)).map(({ id, level }) => [id, level])));
}, 180_000);
const levelOfPair = (need: string, achievement: string) => levels.get(need)?.get(achievement) ?? null;

describe("levels in a small market of full texts", () => {
  it("call high what was written as an answer", () => {
    const full = needs.filter(({ fit }) => fit === "full").flatMap(({ id, answers }) => answers.map((answer) => levelOfPair(id, answer)));
    expect(full.length).toBeGreaterThan(100);
    expect(full.filter((level) => level === "high").length / full.length).toBeGreaterThan(0.95);
  });

  it("call next to nothing else high, and hardly any stranger good", () => {
    const others = needs.flatMap((need) => achievements.filter(({ id }) => !need.answers.includes(id)).map((achievement) => ({ need, achievement, level: levelOfPair(need.id, achievement.id) })));
    expect(others.filter(({ level }) => level === "high").map(({ need, achievement }) => `${need.title} → ${achievement.title}`).length).toBeLessThanOrEqual(3);
    const strangers = others.filter(({ need, achievement }) => need.industry !== achievement.industry);
    expect(strangers.filter(({ level }) => level === "good").length).toBeLessThan(strangers.length / 1_000);
    expect(strangers.filter(({ level }) => level === "fair").length).toBeLessThan(strangers.length / 100);
  });

  it("call nothing high for a need that nobody answers", () => {
    const unanswered = needs.filter(({ answers }) => answers.length === 0);
    expect(unanswered.length).toBeGreaterThan(10);
    for (const { id, title } of unanswered) expect([...levels.get(id)!.values()], title).not.toContain("high");
  });

  /** Needs of our own, of things this market does not have, in words of which it knows some. */
  it.each([
    ["城市客车车身骨架轻量化设计", "纯电动城市客车整车偏重，续航里程不足。希望优化车身骨架结构和材料，整车减重百分之八以上，强度和侧翻安全满足要求，成本不明显提高。"],
    ["桥梁支座更换的顶升同步控制", "老旧桥梁支座老化，需要不中断交通更换支座，多点顶升的位移同步误差控制在一毫米以内。"],
    ["羊绒衫起球与掉色", "羊绒衫洗后起球、深色掉色，客户退货多，希望改进染色和后整理工艺。"],
  ])("call nothing high for %s", async (title, content) => {
    const found = await matchNeed(engine, { title, content }, patient);
    expect(found.filter(({ level }) => level === "high").map(({ document }) => document.title)).toEqual([]);
    expect(found.filter(({ level }) => level === "good").length).toBeLessThanOrEqual(2);
  });

  it("are the same from the other side", async () => {
    for (const achievement of achievements.slice(0, 10)) {
      for (const { id, level } of await matchAchievement(engine, achievement, patient)) expect(level, `${id} ${achievement.id}`).toBe(levelOfPair(id, achievement.id));
    }
  });
});
