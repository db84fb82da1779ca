import { describe, expect, it } from "vitest";
import { fillFields } from "./fill-fields";

function filled(kind: "achievement" | "need", fill: string, typed: [string, string][]): [boolean, [string, unknown][]] {
  const form = new FormData();
  for (const [name, value] of [...typed, ["_fill", fill] as const]) form.append(name, value);
  const done = fillFields(kind, form);
  return [done, [...form].filter(([name]) => name !== "_fill")];
}

describe("a reading that is taken over", () => {
  it("goes into empty boxes, several at once", () => {
    expect(filled("need", "budgetKind=range&budgetMin=50&budgetMax=80", [["budgetKind", "negotiable"], ["budgetMin", ""], ["budgetMax", " "]])).toEqual([true, [["budgetKind", "range"], ["budgetMin", "50"], ["budgetMax", "80"]]]);
    expect(filled("achievement", "modes[]=license&modes[]=equity", [["modes[]", ""]])).toEqual([true, [["modes[]", "license"], ["modes[]", "equity"]]]);
  });

  it("leaves alone what has been typed meanwhile, and every other box", () => {
    const typed: [string, string][] = [["budgetKind", "range"], ["budgetMax", "60"]];
    expect(filled("need", "budgetKind=range&budgetMax=80", typed)).toEqual([false, typed]);
    expect(filled("achievement", "modes[]=license", [["modes[]", ""], ["modes[]", "transfer"]])[0]).toBe(false);
    expect(filled("achievement", "title=x", [["title", ""]])).toEqual([false, [["title", ""]]]);
    expect(filled("need", "", [["deadline", ""]])[0]).toBe(false);
  });
});
