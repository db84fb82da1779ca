import { describe, expect, it } from "vitest";
import { termText } from "@/lib/engine/analyse";
import { searchDocument } from "@/lib/engine/document";
import { entryOf } from "@/lib/engine/forward";
import { excerpt, excerptOf, highlight, worthShowing } from "@/lib/engine/highlight";
import { understandQuery, within } from "@/lib/engine/query";
import { statisticsOf } from "@/lib/engine/statistics";

const statistics = await statisticsOf(["graphene薄膜", "graphene涂料", "robot焊接", "Q345B钢"].map((title, i) => entryOf(searchDocument({ id: `${i}`, kind: "achievement", title }))));
const shown = (q: string) => worthShowing(understandQuery(q, statistics), statistics);

describe("understanding a query", () => {
  it.each([["graphene", "grphene", 1, true], ["graphene", "grapheen", 1, true], ["graphene", "graph", 2, false], ["abc", "abc", 0, true], ["abcd", "wxyz", 2, false]])(
    "%s within %s by %i: %s", (a, b, most, expected) => expect(within(a, b, most)).toBe(expected));

  it("forgives slips in Latin words, never in grades", () => {
    expect(understandQuery("grapheme 涂料", statistics).corrected).toEqual([{ from: "grapheme", to: "graphene" }]);
    expect(understandQuery("Q345C", statistics).corrected).toEqual([]);
    expect(understandQuery("graphene", statistics).corrected).toEqual([]);
  });

  it("asks for pairs, for characters only where they stand alone", () => {
    expect(understandQuery("碳纤维 锂", statistics).terms.map(termText)).toEqual(["碳纤", "纤维", "锂"]);
  });
});

describe("highlighting", () => {
  it("marks the halves of a word only where the whole is missing", () => {
    expect(highlight("石墨烯浆料在石墨化炉里还原", shown("石墨烯"))).toEqual([[0, 3]]);
    expect(highlight("石墨化炉", shown("石墨烯"))).toEqual([[0, 2]]);
    expect(highlight("石墨电池与电池", shown("石墨 电池"))).toEqual([[0, 4], [5, 7]]);
    expect(highlight("铝合金焊接与钢的焊接", shown("铝合金焊接"))).toEqual([[0, 5], [8, 10]]);
  });
  it("leaves out a character that belongs to another word here, and to a longer one in the query", async () => {
    const titles = ["东部地区", "西部地区", "南部地区", "北部地区", "海上风电场", "风电叶片", "风电塔筒", "高原风景", "铝合金", "铜合金"];
    const learnt = await statisticsOf(titles.map((title, i) => entryOf(searchDocument({ id: `${i}`, kind: "achievement", title }))));
    const asked = (q: string) => worthShowing(understandQuery(q, learnt), learnt);
    const marked = (text: string, q: string) => highlight(text, asked(q)).map(([a, b]) => text.slice(a, b));
    expect(marked("高纬度地区风电场的叶片", "寒区风电叶片一体成型")).toEqual(["风电", "叶片"]);
    expect(marked("本地区风景", "寒区风电叶片一体成型")).toEqual([]);
    expect(marked("寒区风电叶片与海上风电场", "寒区风电叶片一体成型")).toEqual(["寒区风电叶片", "风电"]);
    expect(marked("铜合金焊接", "铝合金焊接")).toEqual(["合金焊接"]);
    // Where the query begins or ends there is no longer word.
    expect(marked("地区风电", "区风电叶片")).toEqual(["区风电"]);
    // In the text it was found by, rather a piece than nothing.
    expect(excerpt("本地区风景", asked("寒区风电叶片")).ranges).toEqual([[2, 4]]);
  });
  it("joins what touches", () => expect(highlight("新型碳纤维增强材料", shown("碳纤维"))).toEqual([[2, 5]]));
  it("finds the place in the original spelling", () => {
    expect(highlight("㎡级碳纖維", shown("碳纤维"))).toEqual([[2, 5]]);
    expect(highlight("￥½ ＧＲＡＰＨＥＮＥ", shown("graphene"))).toEqual([[3, 11]]);
  });
  it("reads lines as parts, and a patent's number once unless another spelling was asked for", () => {
    const text = "效率高。\n定位误差 0.3 %\n一种储罐 ZL2019 1 0625254.8 ZL201910625254.8 201910625254.8\n钻头 ZL202310123456.7 202310123456.7";
    expect(excerpt(text, shown("储罐")).text).toBe("效率高。\n定位误差 0.3 %；一种储罐 ZL2019 1 0625254.8；钻头 ZL202310123456.7");
    const asked = excerpt(text, shown("201910625254.8"), 200);
    expect(asked.ranges.map(([a, b]) => asked.text.slice(a, b))).toEqual(["201910625254.8"]);
  });
  it("runs no short fields into what was told in sentences", () => {
    const need = { summary: "奶酪车间的乳清白白处理掉，想分离出来。", body: "奶酪车间的乳清白白处理掉，想分离出来。\n高纯度\n膜色谱与低温干燥\n纯度 95 %" };
    expect(excerptOf(need, shown("乳清分离")).text).toBe(need.summary);
    expect(excerptOf({ ...need, summary: "奶酪车间的乳清" }, shown("")).text).toBe(need.summary);
    expect(excerptOf({ ...need, body: `${need.body}\n乳清\n乳清粉` }, shown("乳清")).text).toBe(need.summary);
    expect(excerptOf(need, shown("膜色谱")).text).toBe("高纯度；膜色谱与低温干燥；纯度 95 %");
  });
  it("takes the stretch that says most", () => {
    const text = `${"前言，".repeat(60)}用机器人焊接铝合金，效率高。${"后记，".repeat(60)}`;
    const { text: cut, ranges } = excerpt(text, shown("铝合金焊接"), 40);
    expect(cut.startsWith("…") && cut.endsWith("…")).toBe(true);
    expect(ranges.map(([a, b]) => cut.slice(a, b))).toEqual(["焊接铝合金"]);
  });
});
