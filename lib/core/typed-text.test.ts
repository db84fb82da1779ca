import { describe, expect, test } from "vitest";
import { cleanLine, cleanText, firstCharacters, lastCharacters, storable, typedIn } from "./typed-text";

describe("what is typed in full width", () => {
  test("a number keeps no full-width stop, stroke or hyphen between its digits and letters", () => {
    expect(cleanLine("ＺＬ２０２３１０１２３４５６．７")).toBe("ZL202310123456.7");
    expect(cleanLine("２０２６－１１－３０")).toBe("2026-11-30");
    expect(cleanText("ＤＢ２３／Ｔ １２３４－２０２６")).toBe("DB23/T 1234-2026");
  });

  test("between Chinese characters they are left as punctuation", () => {
    expect(cleanLine("寒区／高原")).toBe("寒区／高原");
    expect(cleanLine("１．原理")).toBe("1．原理");
  });
});

test("a cut never goes through a rare character, and what no database holds is left out", () => {
  expect([firstCharacters("ab𠮷cd", 3), firstCharacters("ab𠮷", 3), firstCharacters("ab", 3)]).toEqual(["ab𠮷", "ab𠮷", "ab"]);
  expect([lastCharacters("ab𠮷cd", 3), lastCharacters("𠮷cd", 3)]).toEqual(["𠮷cd", "𠮷cd"]);
  expect(storable("a\u0000b\ud842c\nd𠮷")).toBe("abc\nd𠮷");
});

test("of an address the first text of a name is what was typed, whatever else stands there", () => {
  expect([typedIn(" 轴承 "), typedIn(["轴承", "齿轮"]), typedIn("a\u0000b")]).toEqual(["轴承", "轴承", "ab"]);
  expect([typedIn(" "), typedIn([]), typedIn(undefined)]).toEqual([undefined, undefined, undefined]);
});
