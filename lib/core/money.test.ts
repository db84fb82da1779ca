import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { capitalMoney, formatAmount, formatExact, formatMoney, formatMoneyRange, parseMoney } from "./money";

const fen = fc.integer({ min: 0, max: 10 ** 15 });

describe("money in words and figures", () => {
  test.each([
    [0, "0元"],
    [56_000, "560元"],
    [56_050, "560.5元"],
    [80_000_000, "80万元"],
    [12_800_000_000, "1.28亿元"],
    [3_014_000_000_000, "301.4亿元"],
    [999_999_999_9, "1亿元"],
    [100_000_000, "100万元"],
    [-12_345_00, "−1.23万元"],
    [5_000_000_000, "5,000万元"],
  ])("%i fen reads %s", (amount, words) => expect(formatMoney(amount)).toBe(words));

  test("table figures keep their decimals and round half up", () => {
    expect(formatAmount(3_014_000_000_000, "yi")).toBe("301.4");
    expect(formatAmount(128_000_000, "wan")).toBe("128.00");
    expect(formatAmount(145, "yuan", 1)).toBe("1.5");
    expect(formatAmount(1_234_567_890, "yuan")).toBe("12,345,678.90");
    expect(formatAmount(0, "yi")).toBe("0.0");
    expect(formatMoneyRange(3_310_000_000_000, 3_560_000_000_000)).toBe("331–356亿元");
    expect(formatExact(128_000_000)).toBe("1,280,000.00元");
  });
});

test("what is there is never shown as zero", () => {
  expect(formatAmount(300_000_000, "yi")).toBe("<0.1");
  expect(formatAmount(300_000_000, "yi", 2)).toBe("0.03");
  expect(formatAmount(500_000_000, "yi")).toBe("0.1");
  expect(formatAmount(-3, "wan")).toBe(">−0.01");
  expect(formatAmount(1, "yi", 0)).toBe("<1");
  fc.assert(fc.property(fc.integer({ min: 1, max: 10 ** 15 }), fc.constantFrom("yi", "wan", "yuan"), fc.nat({ max: 3 }), (amount, unit, decimals) => void expect(formatAmount(amount, unit, decimals)).toMatch(/[1-9]/)));
});

describe("reading an amount", () => {
  test.each([
    ["120", "wan", 120_000_000],
    ["１２０", "wan", 120_000_000],
    ["1，280，000.50", "yuan", 128_000_050],
    ["¥ 80.5", "yuan", 8_050],
    ["120万元", "wan", 120_000_000],
    ["120万", "yuan", 120_000_000],
    ["1.2亿", "wan", 12_000_000_000],
    [".5", "wan", 500_000],
    ["0", "wan", 0],
  ] as const)("%s in %s", (text, unit, expected) => expect(parseMoney(text, unit)).toEqual({ status: "ok", fen: expected }));

  test("a unit that contradicts the field is asked", () => {
    expect(parseMoney("120万", "wan")).toEqual({ status: "doubt", written: "120万", fen: 120_000_000 });
    expect(parseMoney("80元", "wan")).toEqual({ status: "doubt", written: "80元", fen: 8_000 });
  });

  test.each([
    ["", "empty"],
    ["面议", "not_a_number"],
    ["1.2.3", "not_a_number"],
    ["1,2", "not_a_number"],
    [".", "not_a_number"],
    ["-5", "negative"],
    ["0.0000001", "too_precise"],
    ["9".repeat(20), "too_large"],
  ])("%s is refused as %s", (text, reason) => {
    const parsed = parseMoney(text, "wan");
    expect(parsed.status === "invalid" ? parsed.reason : parsed.status).toBe(reason);
  });

  test("what is shown to the fen is read back unchanged", () => {
    fc.assert(fc.property(fen, (amount) => void expect(parseMoney(formatExact(amount), "yuan")).toEqual({ status: "ok", fen: amount })));
    fc.assert(fc.property(fen, (amount) => void expect(parseMoney(formatAmount(amount, "wan", 6), "wan")).toEqual({ status: "ok", fen: amount })));
  });

  test("no text makes it throw", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => void parseMoney(text, "wan")));
  });
});

describe("capital form", () => {
  test.each([
    [0, "零元整"],
    [5, "伍分"],
    [50, "伍角整"],
    [128_000_000, "壹佰贰拾捌万元整"],
    [140_950, "壹仟肆佰零玖元伍角整"],
    [600_714, "陆仟零柒元壹角肆分"],
    [32_504, "叁佰贰拾伍元零肆分"],
    [10_000_500_000, "壹亿零伍仟元整"],
    [100_000_000_000_000, "壹万亿元整"],
    [10_005_000_000, "壹亿零伍万元整"],
    [100_100_100, "壹佰万壹仟零壹元整"],
    [-100, "负壹元整"],
  ])("%i", (amount, words) => expect(capitalMoney(amount)).toBe(words));

  test("reads back to the same amount", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10 ** 15 }), (amount) => void expect(readCapital(capitalMoney(amount))).toBe(amount)));
  });

  test("never has two zeros or a leading zero", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10 ** 15 }), (amount) => void expect(capitalMoney(amount)).not.toMatch(/零零|^零/u)));
  });
});

function readCapital(words: string): number {
  const [whole, rest] = words.includes("元") ? (words.split("元") as [string, string]) : ["", words];
  const digits = "零壹贰叁肆伍陆柒捌玖";
  const places: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 };
  const group = (text: string) => {
    let sum = 0;
    let digit = 0;
    for (const char of text) {
      if (places[char]) {
        sum += digit * places[char];
        digit = 0;
      } else digit = digits.indexOf(char);
    }
    return sum + digit;
  };
  const below = (text: string) => {
    const [high, low] = text.includes("万") ? [text.slice(0, text.indexOf("万")), text.slice(text.indexOf("万") + 1)] : ["", text];
    return group(high) * 10_000 + group(low);
  };
  const [yi, low] = whole.includes("亿") ? (whole.split("亿") as [string, string]) : ["", whole];
  const part = (sign: string) => (rest.includes(sign) ? digits.indexOf(rest[rest.indexOf(sign) - 1] ?? "") : 0);
  return (below(yi) * 100_000_000 + below(low)) * 100 + part("角") * 10 + part("分");
}
