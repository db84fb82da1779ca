import { describe, expect, it } from "vitest";
import { EMPTY_STATISTICS } from "@/lib/engine/statistics";
import { BUILT_IN, type Vocabulary } from "@/lib/engine/vocabulary";
import type { ContentOf } from "@/lib/listings/content";
import { figuresOf, gradesOf, hasFigure } from "./figures";
import { elementHints, maturityHint } from "./hints";
import { readRecord } from "./read";

const achievement = (over: Partial<ContentOf["achievement"]> = {}) => ({
  title: "寒区碳纤维叶片一体成型工艺", summary: "面向零下四十度风电场景，层间强度达到78MPa，成品率由82%提高到95%。",
  description: "以碳纤维预浸料铺放和原位固化为基础，叶片主梁一次成型。\n已在中试线连续运行六个月。", keywords: ["碳纤维", "风电叶片"], scenes: ["寒区风电场"], advantages: [], ...over,
}) as unknown as ContentOf["achievement"];
const read = (content: ContentOf["achievement"], vocabulary: Vocabulary = BUILT_IN) => readRecord("achievement", content, EMPTY_STATISTICS, vocabulary);

describe("figures", () => {
  it.each([
    ["层间强度达到78MPa", [{ name: "层间强度", value: "78", unit: "MPa" }]],
    ["零件尺寸误差不超过0.05 mm，良率95%", [{ name: "零件尺寸误差", value: "0.05", unit: "mm" }, { name: "良率", value: "95", unit: "%" }]],
    ["工作温度-40℃", [{ name: "工作温度", value: "-40", unit: "°C" }]],
    ["寿命3~5年", [{ name: "寿命", value: "3~5", unit: "年" }]],
    ["５Ｇ网络", []],
    ["软包比能量420瓦时每公斤", [{ name: "软包比能量", value: "420", unit: "瓦时每公斤" }]],
    ["没有数字", []],
    ["2024-2026年研制，2026年12月 31日前交付，质保2年", [{ name: "质保", value: "2", unit: "年" }]],
  ])("%s", (text, figures) => expect(figuresOf(text)).toEqual(figures));

  it("grades and models stay whole and are no figures", () => {
    expect(gradesOf("Q345B钢板，SiC衬底，660MW机组，5G模块，专利ZL202310123456.7")).toEqual(["Q345B", "5G"]);
    expect(gradesOf("载重8~15t，行程3—5mm，型号M8-20mm")).toEqual(["M8-20mm"]);
  });

  it("figures may be written in words", () => expect([hasFigure("返工率接近两成"), hasFigure("返工率很高")]).toEqual([true, false]));
});

describe("hints", () => {
  it.each([
    ["已在中试线连续运行六个月", { level: 6, word: "中试线" }],
    ["完成示范应用，尚需中试放大", { level: 7, word: "示范应用" }],
    ["还未中试，希望合作中试", null],
    ["小批量供货三年", { level: 8, word: "小批量" }],
  ])("%s", (text, hint) => expect(maturityHint(text)).toEqual(hint));

  it("each sentence of a need stands for one element", () => {
    const found = elementHints("叶片用玻璃纤维和环氧树脂材料。冬季厂房现场返工率高。希望返工率降低到5%。");
    expect(found).toMatchObject({ material: "叶片用玻璃纤维和环氧树脂材料", application: "冬季厂房现场返工率高", effect: "希望返工率降低到5%" });
  });
});

describe("reading a record", () => {
  it("finds what it is about, where it belongs, and what it measured", () => {
    const reading = read(achievement());
    const terms = reading.terms.map(({ text }) => text);
    expect(terms).toContain("风电叶片");
    expect(terms.some((term) => term.includes("碳纤维"))).toBe(true);
    expect(reading.terms[0]?.weight).toBe(1);
    expect(reading.figures.map(({ value, unit }) => value + unit)).toEqual(["78MPa", "82%", "95%"]);
    expect(reading.maturity).toEqual({ level: 6, word: "中试线" });
    expect(reading.fields.length).toBeGreaterThan(0);
  });

  it("what any need says, in Chinese or English, is none of its terms", () => {
    const words = (title: string, description: string) => read(achievement({ title, summary: "", description, keywords: [] })).terms.map(({ text }) => text);
    expect(words("急需成本低效率高的轴承磨削工艺", "急需国产的轴承磨削，成本低，效率高。")).not.toEqual(expect.arrayContaining([expect.stringMatching(/急需|成本低|效率高|国产/)]));
    const english = words("New electrolyte for lithium cells", "We need an electrolyte that works at minus forty degrees and keeps the capacity.");
    expect(english).toEqual(expect.arrayContaining(["electrolyte", "lithium"]));
    expect(english).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(new|we|for|need|an|that|works|at|minus|degrees|and|keeps|the)$/i)]));
  });

  it("a word of the operators' dictionary speaks for its place", () => {
    const words: Vocabulary = { ...BUILT_IN, version: 3, words: [{ text: "原位固化", fieldCode: "NM04" }, { text: "预浸料", fieldCode: "NM04" }] };
    expect(read(achievement(), words).fields[0]?.code).toBe("NM04");
  });

  it.each([["nothing", ""], ["emoji", "🚀🚀🚀"], ["numbers", "12345 67890"], ["letters", "lorem ipsum dolor"], ["very long", "碳纤维".repeat(17_000)]])("survives %s", (_name, text) => {
    expect(() => read(achievement({ title: text, summary: text, description: text, keywords: [] }))).not.toThrow();
  });
});
