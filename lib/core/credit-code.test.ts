import { describe, expect, test } from "vitest";
import { checkCreditCode, isCreditCode, makeCreditCode, normaliseCreditCode } from "@/lib/core/credit-code";

describe("credit code", () => {
  test.each(["91350100M000100Y43", "12100000400000624D"])("%s is right", (code) => {
    expect(checkCreditCode(code)).toEqual({ ok: true, value: code });
  });

  test.each([
    ["91350100m000100y43"],
    [" 91350100 M000100Y 43\n"],
    ["９１３５０１００Ｍ０００１００Ｙ４３"],
    ["91350100-M000100Y4-3"],
    ["\u200b91350100M000100Y43\ufeff"],
  ])("%j is accepted as typed", (typed) => {
    expect(normaliseCreditCode(typed)).toBe("91350100M000100Y43");
    expect(isCreditCode(typed)).toBe(true);
  });

  test("says what is wrong, the first reason only", () => {
    expect(checkCreditCode("91350100M000100Y4")).toMatchObject({ problem: { code: "credit_code_length", values: { is: 17 } } });
    expect(checkCreditCode("91350100MO00100Y43")).toMatchObject({ problem: { code: "credit_code_characters", values: { character: "O", position: 10 } } });
    expect(checkCreditCode("9135A100M000100Y43")).toMatchObject({ problem: { code: "credit_code_characters", values: { position: 5 } } });
    expect(checkCreditCode("91350100M000100Y44")).toMatchObject({ problem: { code: "credit_code_check" } });
    expect(checkCreditCode("")).toMatchObject({ problem: { values: { is: 0 } } });
  });

  test("one wrong character and one swap are always found", () => {
    const code = "12100000400000624D";
    for (let at = 8; at < 17; at += 1) {
      for (const other of "0123456789ABCDEFGHJKLMNPQRTUWXY") {
        if (other !== code[at]) expect(isCreditCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(false);
      }
      const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
      if (swapped !== code && at + 1 < 17) expect(isCreditCode(swapped)).toBe(false);
    }
  });

  test("made codes are right, stable, and of no real division", () => {
    const made = Array.from({ length: 500 }, (_, n) => makeCreditCode(n));
    expect(made.every(isCreditCode)).toBe(true);
    expect(new Set(made).size).toBe(500);
    expect(makeCreditCode("seed", "public")).toBe(makeCreditCode("seed", "public"));
    expect(makeCreditCode("seed", "public")).toMatch(/^12230199/);
  });
});
