import { describe, expect, it } from "vitest";
import { SYNONYMS } from "@/lib/engine/data/synonyms";
import { memoryEngine } from "@/lib/engine/testing/memory-engine";
import { matchAchievement, matchNeed } from "@/lib/matching/find";
import { achievementDocument, needDocument, type AchievementText, type NeedText } from "@/lib/matching/texts";
import graded from "./data/graded.json";

const needs = graded.needs as (NeedText & { id: string })[];
const achievements = graded.achievements as (AchievementText & { id: string })[];
const grades = graded.grades as Record<string, Record<string, number>>;
const engine = memoryEngine([...achievements.map(achievementDocument), ...needs.map(needDocument)], SYNONYMS);
/** Every test here has the first caller wait for the vectors: scores must not depend on the order of tests. */
const patient = { patienceMs: 60_000 };

const gain = (grade: number) => 2 ** grade - 1;
const dcg = (values: number[]) => values.slice(0, 10).reduce((sum, grade, i) => sum + gain(grade) / Math.log2(i + 2), 0);

describe("matching a small graded market", () => {
  it("finds achievements for needs", async () => {
    const scores = await Promise.all(needs.map(async (need) => {
      const found = await matchNeed(engine, need, patient);
      const judged = grades[need.id] ?? {};
      expect(found[0]?.id, `${need.title} → ${found[0]?.document.title}`).toBe(Object.entries(judged).sort((a, b) => b[1] - a[1])[0]?.[0]);
      return dcg(found.map(({ id }) => judged[id] ?? 0)) / dcg(Object.values(judged).sort((a, b) => b - a));
    }));
    expect(scores.reduce((a, b) => a + b, 0) / scores.length).toBeGreaterThan(0.9);
  });

  it("finds needs for achievements", async () => {
    for (const achievement of achievements) {
      const fitting = needs.filter((need) => grades[need.id]?.[achievement.id] === 3).map(({ id }) => id);
      if (fitting.length === 0) continue;
      const found = await matchAchievement(engine, achievement, patient);
      expect(fitting, achievement.title).toContain(found[0]?.id);
    }
  });

  it("gives a pair one score from either side", async () => {
    for (const need of needs) for (const match of (await matchNeed(engine, need, patient)).slice(0, 5)) {
      const back = await matchAchievement(engine, achievements.find(({ id }) => id === match.id)!, { ...patient, limit: 100 });
      expect(back.find(({ id }) => id === need.id)?.score).toBeCloseTo(match.score, 6);
    }
  });

  it("says why", async () => {
    const [match] = await matchNeed(engine, needs.find(({ id }) => id === "n03")!, patient);
    const words = match?.reasons.find((reason) => reason.code === "shared_words");
    expect(words?.code === "shared_words" && words.words.join(" ")).toContain("焊缝");
    expect(match?.reasons).toContainEqual({ code: "same_field", term: "EQ03" });
    expect(match?.reasons).toContainEqual({ code: "maturity_gap", required: 6, offered: 5, gap: 1 });
    expect(match?.reasons).toContainEqual({ code: "modes_shared", modes: ["joint_development"] });
  });

  it("leaves out what ended, and the asker's own", async () => {
    const market = memoryEngine([
      ...achievements.map((text) => achievementDocument({ ...text, organisationId: text.id === "a05" ? "own" : "other" })),
      { ...needDocument(needs[2]!), deadline: 1_000 },
    ]);
    expect((await matchNeed(market, { ...needs[2]!, organisationId: "own" }, patient)).map(({ id }) => id)).not.toContain("a05");
    expect(await matchAchievement(market, achievements[4]!, { ...patient, now: 2_000 })).toEqual([]);
    expect(await matchAchievement(market, achievements[4]!, { ...patient, now: 500 })).toHaveLength(1);
  });

  it.each([
    ["nothing", ""], ["fifty thousand characters", "碳化硅单晶衬底".repeat(7_200)], ["Latin letters", "looking for a robot to weld"], ["numbers", "12345 67890"],
    ["emoji", "🤖🔥🌊"], ["halves of characters", "\ud83d\ude00\ud83d"],
  ])("survives a need of %s", async (_, content) => {
    const found = await matchNeed(engine, { title: "", content }, patient);
    expect(found.every(({ score }) => Number.isFinite(score) && score >= 0 && score <= 100)).toBe(true);
  });

  it.each(["古籍修复", "量子计算", "婚庆主持人培训", "钢琴调律与修复", "Looking for a wedding host"])("suggests nothing for %s, of which the market knows nothing", async (title) => {
    const found = await matchNeed(engine, { title }, patient);
    expect(found.filter(({ level }) => level === "high" || level === "good").map(({ document }) => document.title)).toEqual([]);
  });

  it("does not call a shared word or two a fit", async () => {
    const [best] = await matchNeed(engine, { title: "", content: "looking for a robot to weld" }, patient);
    expect(best?.level).not.toBe("high");
  });

  it("knows the words of a record that was matched a moment ago, in both directions", async () => {
    const market = memoryEngine([...achievements.map(achievementDocument), ...needs.map(needDocument)]);
    await matchNeed(market, needs[0]!, patient); // The market has been learnt by now.
    const offer: AchievementText = { id: "new-a", stamp: "1", title: "XK7741涡簇谐振腔", content: "XK7741涡簇谐振腔的制备" };
    await market.indexDocuments([achievementDocument(offer)]);
    await matchAchievement(market, offer, patient);
    const need: NeedText = { id: "new-n", stamp: "1", title: "求XK7741涡簇谐振腔", content: "需要XK7741涡簇谐振腔。" };
    await market.indexDocuments([needDocument(need)]);
    expect((await matchNeed(market, need, patient))[0]).toMatchObject({ id: "new-a", level: "high" });
    expect((await matchAchievement(market, offer, patient))[0]).toMatchObject({ id: "new-n", level: "high" });
  });

  it("rates the copy of a need as high", async () => {
    const market = memoryEngine([...achievements.map(achievementDocument), achievementDocument({ id: "copy", title: needs[5]!.title, content: needs[5]!.content }), ...needs.map(needDocument)]);
    const [best] = await matchNeed(market, needs[5]!, patient);
    expect(best).toMatchObject({ id: "copy", level: "high" });
  });
});
