import { describe, expect, it } from "vitest";
import { searchDocument, type SearchDocument } from "@/lib/engine/document";
import { fieldPart, levelOf, maturityPart, modesPart, moneyPart, placePart, textPart, total, WEIGHTS } from "@/lib/matching/score";

const pair = (need: Partial<SearchDocument>, achievement: Partial<SearchDocument>) => ({
  need: searchDocument({ id: "n", kind: "need", title: "n", ...need }), achievement: searchDocument({ id: "a", kind: "achievement", title: "a", ...achievement }),
});

describe("the parts of a score", () => {
  it.each([
    ["same direction", { industry: "EQ", field: "EQ02", direction: "EQ02-03" }, { industry: "EQ", field: "EQ02", direction: "EQ02-03" }, 1],
    ["same field", { industry: "EQ", field: "EQ02", direction: "EQ02-03" }, { industry: "EQ", field: "EQ02", direction: "EQ02-04" }, 0.8],
    ["same industry", { industry: "EQ", field: "EQ02" }, { industry: "EQ", field: "EQ03" }, 0.35],
    ["another industry", { industry: "EQ" }, { industry: "AG" }, 0],
    ["not said", { industry: "EQ" }, {}, null],
  ])("%s", (_, need, achievement, expected) => expect(fieldPart(pair(need, achievement))).toBe(expected));

  it.each([[6, 6, 1], [6, 9, 1], [6, 5, 0.7], [6, 4, 0.45], [6, 3, 0.25], [9, 1, 0.1], [null, 6, null], [6, null, null]])(
    "maturity %s wanted, %s reached", (wanted, reached, expected) => expect(maturityPart(pair({ maturity: wanted }, { maturity: reached }))).toBe(expected));

  it("modes, money and place count only where both sides speak", () => {
    expect(modesPart(pair({ modes: ["license"] }, { modes: ["license", "equity"] }))).toBe(1);
    expect(modesPart(pair({ modes: ["license"] }, { modes: ["equity"] }))).toBe(0);
    expect(modesPart(pair({}, { modes: ["equity"] }))).toBeNull();
    expect(moneyPart(pair({ budgetMaxFen: 100 }, { priceFen: 100 }))).toBe(1);
    expect(moneyPart(pair({ budgetMaxFen: 100 }, { priceFen: 150 }))).toBe(0.5);
    expect(moneyPart(pair({ budgetMaxFen: 100 }, { priceFen: 151 }))).toBe(0);
    expect(moneyPart(pair({}, { priceFen: 151 }))).toBeNull();
    expect(placePart(pair({ district: "230102" }, { district: "230102" }))).toBe(1);
    expect(placePart(pair({ district: "230102" }, { district: "230103" }))).toBe(0.8);
    expect(placePart(pair({ district: "230102" }, { district: "230203" }))).toBe(0.4);
    expect(placePart(pair({ district: "230102" }, { district: "440300" }))).toBe(0);
  });

  it("adds up to 100 and leaves out what nobody said", () => {
    for (const weights of Object.values(WEIGHTS)) expect(Object.values(weights).reduce((a, b) => a + b, 0)).toBe(100);
    const all = { text: 1, field: 1, elements: 1, maturity: 1, modes: 1, money: 1, place: 1 };
    expect(total(all)).toBeCloseTo(100);
    expect(total({ ...all, field: null, elements: null, maturity: null, modes: null, money: null, place: null, text: 0.4 })).toBeCloseTo(40);
    expect(() => total(all, "0")).toThrow("unknown weights 0");
  });

  it("grows with likeness and names levels", () => {
    expect(textPart(0.1)).toBeLessThan(textPart(0.2));
    expect([levelOf(90), levelOf(60), levelOf(40), levelOf(10)]).toEqual(["high", "good", "fair", null]);
  });
});
