import { describe, expect, it } from "vitest";
import { z } from "zod";
import { rightParts } from "./right-parts";

const schema = z.object({ title: z.string().min(2), fen: z.coerce.number(), parties: z.array(z.object({ name: z.string(), share: z.number() })).optional() }).refine(({ fen }) => fen > 0);

describe("the right parts of an input", () => {
  it("are all of it where nothing is wrong", () => {
    expect(rightParts(schema, { title: "合同", fen: "3" })).toEqual({ title: "合同", fen: 3 });
  });

  it("leave out what is wrong, in a list only of its line", () => {
    const parties = [{ name: "甲", share: 1 }, { name: "乙", share: "?" }, "丙"];
    expect(rightParts(schema, { title: "", fen: "3", parties })).toEqual({ fen: 3, parties: [{ name: "甲", share: 1 }, { name: "乙" }, {}] });
    expect(rightParts(schema, { title: "合同", fen: "三", parties: "无" })).toEqual({ title: "合同" });
    // A rule between fields says nothing against any of them.
    expect(rightParts(schema, { title: "合同", fen: 0 })).toEqual({ title: "合同", fen: 0 });
  });

  it("are nothing where there is no form at all", () => {
    expect(rightParts(schema, null)).toBeUndefined();
  });
});
