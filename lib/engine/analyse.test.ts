import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countTerms, encodeTerm, eachTerm, normalise, termText } from "@/lib/engine/analyse";

const terms = (text: string) => [...countTerms(text).keys()].map(termText);

describe("analysing text", () => {
  it("cuts Chinese into characters and pairs", () => expect(terms("待处理")).toEqual(["待", "待处", "处", "处理", "理"]));

  it.each([["Q345B钢板", "q345b"], ["660 MW 机组", "660mw"], ["660MW机组", "660mw"], ["SiC衬底", "sic"], ["5G基站", "5g"], ["误差3.5 mm。", "3.5mm"], ["α-Al2O3", "al2o3"], ["ＳｉＣ", "sic"], ["версия", "версия"]])(
    "keeps codes, grades and units whole: %s", (text, word) => expect(terms(text)).toContain(word));

  it("reads traditional characters and full width as simplified and half width", () => {
    expect(normalise("碳纖維複合材料 ＡＢＣ１２３")).toBe("碳纤维复合材料 abc123");
  });

  it("never joins over a boundary", () => expect(terms("钢管 混凝土")).not.toContain("管混"));

  it("encodes different terms differently, in letters and digits", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 12 }), fc.string({ unit: fc.constantFrom(..."碳纤维增强材料处理q5b"), maxLength: 12 }), (a, b) => {
      const all = [...new Set([...terms(a), ...terms(b)])];
      const codes = all.map(encodeTerm);
      expect(codes.every((code) => /^[a-z0-9]+$/.test(code))).toBe(true);
      expect(new Set(codes).size).toBe(all.length);
    }));
  });

  it("survives anything and finds every pair where it stands", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
      const normal = normalise(text);
      eachTerm(normal, (term, start, end) => { if (end - start <= 2 && termText(term).length <= 2) expect(normal.slice(start, end).replace(" ", "")).toBe(termText(term)); });
    }));
  });
});
