import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ContentOf } from "@/lib/listings/content";
import { checkAchievement, achievementParts } from "./achievement";
import { checkNeed, needParts } from "./need";
import { isCopied, titleFindings } from "./rules";

const achievement: ContentOf["achievement"] = {
  title: "寒区碳纤维叶片一体成型工艺", summary: "面向零下四十度风电场景，把成型与固化合为一步，层间强度由64MPa提高到78MPa，成品率稳定在95%，已在中试线连续运行六个月。",
  description: "以预浸料铺放和原位固化为基础，叶片主梁一次成型，取消二次胶接工序，适用于寒区风电。\n在两条中试线上试制一百二十支叶片，经第三方检测，层间强度达到78MPa。铺放头可以装在现有机床上，改造一条线约需四周，操作工培训三天即可上岗。",
  industryCode: "EQ", fieldCode: "EQ02", directionCode: "EQ02-03", techArea: "03", keywords: ["碳纤维", "风电叶片", "低温成型"], maturity: 7, stage: "pilot",
  ip: [{ kind: "invention_patent", number: "ZL202310123456.7", status: "granted" }], scenes: ["寒区风电场"],
  advantages: [{ indicator: "层间强度", ours: "78", unit: "MPa", current: "64", evidence: "检测报告" }, { indicator: "成品率", ours: "95", unit: "%", current: "88", evidence: "中试记录" }],
  modes: ["license"], priceKind: "from", priceFen: 80_000_000, coOwners: [], completers: [], districtCode: "230103", audience: {},
};
const need: ContentOf["need"] = {
  title: "叶片低温成型时树脂浸润不均", problem: "叶片在冬季厂房内成型时树脂浸润不均，层间剪切强度离散大，返工率18%。曾尝试整体加热，能耗过高。目前靠人工补胶，每支多花六小时。",
  elements: { material: "玻璃纤维与环氧树脂", method: "分区控温", effect: "返工率降到5%", product: "成型工装", application: "风电叶片冬季生产" },
  indicators: [{ name: "层间剪切强度", comparator: "ge", target: "60", unit: "MPa", current: "48", required: "must" }],
  industryCode: "EQ", fieldCode: "EQ02", directionCode: "EQ02-03", techArea: "03", keywords: ["叶片", "低温", "树脂"], requiredMaturity: 6, budgetKind: "range", budgetMinFen: 1, budgetMaxFen: 100,
  deadline: "2027-01-01", modes: ["license"], districtCode: "230103", notSought: "", anonymous: false, alias: null, audience: {},
};
const codes = (findings: { code: string }[]) => findings.map(({ code }) => code);
const sum = (parts: object) => Object.values(parts).reduce((all: number, points: number) => all + points, 0);

describe("the check-up", () => {
  it("has parts that make a hundred", () => expect([sum(achievementParts), sum(needParts)]).toEqual([100, 100]));

  it("finds nothing missing in a full record", () => {
    expect(checkAchievement(achievement, 1)).toMatchObject({ score: 100, findings: [] });
    expect(checkNeed(need)).toMatchObject({ score: 100, findings: [] });
  });

  it.each<[string, Partial<ContentOf["achievement"]>]>([
    ["title_general", { title: "关键技术研究与应用" }], ["title_short", { title: "碳纤维叶片" }], ["no_indicator", { advantages: [] }],
    ["indicator_not_measured", { advantages: [{ indicator: "强度", ours: "很高", unit: "", current: "低", evidence: "报告" }] }],
    ["indicator_without_unit", { advantages: [{ indicator: "强度", ours: "78", unit: "", current: "64", evidence: "报告" }] }],
    ["no_comparison", { advantages: achievement.advantages.map((row) => ({ ...row, current: "" })) }], ["no_evidence", { advantages: achievement.advantages.map((row) => ({ ...row, evidence: "" })) }],
    ["no_field", { fieldCode: null, directionCode: null }], ["no_direction", { directionCode: null }], ["few_keywords", { keywords: [] }], ["no_maturity", { maturity: null }],
    ["maturity_without_evidence", { summary: "把成型与固化合为一步的一种做法，层间强度提高，适合寒区风电叶片主梁的生产，材料可以本地采购，机床不需要更换。", description: "铺放和固化合为一步，强度达到78MPa。".repeat(6), advantages: [] }],
    ["no_modes", { modes: [] }], ["no_price", { priceKind: "negotiable", priceFen: null }], ["no_ip", { ip: [] }], ["no_scene", { scenes: [] }], ["description_short", { description: "很短。" }],
    ["no_figures", { summary: "把成型与固化合为一步。", description: "铺放后固化，经中试检验，效果良好。".repeat(8) }], ["copied", { description: achievement.summary + "另外补充一句话，说明这项工艺还可以用在别的地方，例如雷达罩和无人机机翼的成型。" }],
  ])("%s", (code, over) => {
    const { findings, score } = checkAchievement({ ...achievement, ...over }, 1);
    expect(codes(findings)).toContain(code);
    expect(score).toBeLessThan(100);
  });

  it.each<[string, Partial<ContentOf["need"]>]>([
    ["title_general", { title: "技术改造需求" }], ["problem_short", { problem: "返工率高，曾试过加热。" }], ["problem_without_figure", { problem: "返工多，目前靠人工。".repeat(7) }],
    ["nothing_tried", { problem: "叶片返工率18%，客户抱怨很多，交货期一再推迟，罚款越来越多，工人也不愿意做这样的活，希望有人来解决。再不解决订单就要转走了，十分着急。" }],
    ["no_material", { elements: { ...need.elements, material: null } }], ["no_application", { elements: { ...need.elements, application: " " } }], ["copied", { elements: { ...need.elements, method: "风电叶片冬季生产" } }],
    ["no_target", { indicators: [] }], ["target_not_measured", { indicators: [{ ...need.indicators[0]!, target: "越高越好" }] }], ["target_without_unit", { indicators: [{ ...need.indicators[0]!, unit: "" }] }],
    ["target_without_current", { indicators: [{ ...need.indicators[0]!, current: "" }] }], ["no_required_maturity", { requiredMaturity: null }], ["no_deadline", { deadline: null }], ["no_modes", { modes: [] }],
    ["no_budget", { budgetKind: "negotiable", budgetMinFen: null, budgetMaxFen: null }], ["no_field", { fieldCode: null }],
  ])("%s", (code, over) => expect(codes(checkNeed({ ...need, ...over }).findings)).toContain(code));

  it.each(["哈尔滨红肠低温熏制工艺", "660MW机组灵活性调峰", "SiC单晶切片损伤层检测"])("%s is a title", (title) => expect(titleFindings(title, "")).toEqual([]));
  it("knows a title that belongs to another text", () => {
    const codes = (title: string, text: string) => titleFindings(title, text).map(({ code }) => code);
    expect(codes("大豆种子越冬储存方法", `${achievement.summary}${achievement.description}`)).toEqual(["title_elsewhere"]);
    expect(codes(achievement.title, `${achievement.summary}${achievement.description}`)).toEqual([]);
    // What is too short says nothing against its title.
    expect(codes("大豆种子越冬储存方法", "层间强度达到78MPa。")).toEqual([]);
  });

  it("knows a copied text from one that quotes a phrase", () => {
    const text = "叶片在冬季厂房内成型时树脂浸润不均，层间剪切强度离散大，返工率接近两成。曾尝试整体加热，能耗过高。";
    expect(isCopied(text, `说明如下。${text}还有别的。`)).toBe(true);
    expect(isCopied(text, text.replace("接近两成", "约百分之二十"))).toBe(true);
    expect(isCopied(text, "冬季厂房里树脂浸润不均匀，强度忽高忽低，五支里有一支要返工；整体加热试过，电费吃不消。")).toBe(false);
    expect(isCopied(text, "叶片在冬季厂房内成型。")).toBe(false);
  });

  it("stays between 0 and 100 whatever is written", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), fc.string(), (title, text) => {
      const empty = checkNeed({ ...need, title, problem: text, elements: { material: text, method: null, effect: text, product: null, application: null }, indicators: [], modes: [], keywords: [], fieldCode: null, deadline: null, requiredMaturity: null, budgetKind: "negotiable" });
      const other = checkAchievement({ ...achievement, title, summary: text, description: text, advantages: [{ indicator: title, ours: text, unit: "", current: "", evidence: "" }] }, 0);
      for (const { score } of [empty, other]) expect(score >= 0 && score <= 100).toBe(true);
    }));
  });
});
