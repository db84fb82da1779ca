import { expect, test } from "vitest";
import { maturityName, maturityWordOf, parseMaturityWord } from "@/lib/codes/maturity";

test.each([
  ["7", 7, 7], ["TRL7", 7, 7], ["trl-7级", 7, 7], ["ＴＲＬ ７", 7, 7], ["第6级", 6, 6], ["6-8级", 6, 8], ["TRL6~TRL8", 6, 8], ["4至5级", 4, 5],
  ["实验室", 1, 3], ["小试", 4, 4], ["小试完成", 5, 5], ["中 试", 6, 6], ["已完成中试", 7, 7], ["示范应用", 7, 7], ["小批量", 8, 8],
  ["产业化", 9, 10], ["量产", 9, 10], ["市场验证", 11, 13], ["系统级", 9, 9], ["Sales", 10, 10],
])("%s means %i to %i", (text, from, to) => {
  expect(parseMaturityWord(text)).toEqual({ from, to });
});

test.each(["", "0", "14", "8-6", "很成熟", "7.5", "-3"])("%j cannot be read", (text) => {
  expect(parseMaturityWord(text)).toBeNull();
});

test("names and parts", () => {
  expect(maturityName(6)).toBe("正样级");
  expect(maturityName(null)).toBe("");
  for (let level = 1; level <= 13; level += 1) expect(maturityWordOf(level)).not.toBe("");
});
