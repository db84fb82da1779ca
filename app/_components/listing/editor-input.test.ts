import { describe, expect, it } from "vitest";
import { editorInput } from "./editor-input";

function typed(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe("the editor's form", () => {
  it("names the boxes whose text is saved nowhere, and no others that something is wrong with", () => {
    const need = editorInput("need", typed({ budgetKind: "range", budgetMin: "大约五十万左右吧", budgetMax: "60", deadline: "年底前", keywords: Array.from({ length: 60 }, (_, n) => `词${n}`).join("、") }));
    expect(Object.keys(need.problems).sort()).toEqual(["budgetMin", "deadline", "keywords"]);
    expect(need.unread.sort()).toEqual(["budgetMin", "deadline"]);
    expect(editorInput("need", typed({ budgetKind: "range", budgetMin: "80", budgetMax: "60" }))).toMatchObject({ problems: { budgetMax: { code: "budget_order" } }, unread: [] });
    expect(editorInput("achievement", typed({ priceKind: "fixed", price: "很多钱" })).unread).toEqual(["price"]);
  });

  it("asks nothing about an amount whose box is not shown", () => {
    expect(editorInput("achievement", typed({ priceKind: "negotiable", price: "很多钱" }))).toMatchObject({ problems: {}, unread: [] });
  });
});
