import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchDocument } from "@/lib/engine/document";
import { entryOf } from "@/lib/engine/forward";
import { withoutStopWords } from "@/lib/engine/vocabulary";

describe("stop words", () => {
  it.each([
    ["关于碳纤维的研究", ["关于", "的研究"], " 碳纤维 "],
    ["碳纤维", ["关于"], "碳纤维"],
    ["关键技术研究", ["关键技术", "研究"], " 研究"],
    ["关于", ["关于"], "关于"],
    ["ＳｉＣ衬底", ["衬底"], "sic "],
  ])("%s without %j is %j", (query, stopWords, left) => expect(withoutStopWords(query, stopWords)).toBe(left));

  it("never leave a query with nothing to look for", () => {
    fc.assert(fc.property(fc.string({ minLength: 2 }), fc.array(fc.string({ minLength: 1, maxLength: 3 })), (query, words) => {
      if (!/[\p{L}\p{N}]{2}/u.test(query.normalize("NFKC"))) return;
      expect(withoutStopWords(query, words)).toMatch(/[\p{L}\p{N}]/u);
    }));
  });
});

describe("corrected terms", () => {
  const base = { id: "a", kind: "achievement" as const, title: "寒区叶片一体成型", body: "预浸料铺放与固化，可用于风电。" };
  it("a removed term is no part of what a record is compared by, an added one is", () => {
    const plain = entryOf(searchDocument(base));
    const corrected = entryOf(searchDocument({ ...base, addedTerms: ["SiC"], removedTerms: ["风电"] }));
    expect(plain.rest).toContain("风电");
    expect(corrected.rest).not.toContain("风电");
    expect(corrected.rest).toContain("预浸料铺放与固化");
    expect(corrected.title).toContain("sic");
    expect(corrected.document.body).toBe(base.body);
  });
});
