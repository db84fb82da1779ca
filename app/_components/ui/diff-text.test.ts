import fc from "fast-check";
import { expect, test } from "vitest";
import { diffText } from "./diff-text";

const side = (parts: ReturnType<typeof diffText>, drop: "added" | "removed") => parts.filter((part) => part.kind !== drop).map((part) => part.text).join("");

test("a word inside a sentence", () => {
  expect(diffText("大豆育种。其余不变。", "寒地大豆分子育种。其余不变。").filter((part) => part.kind !== "same").every((part) => part.kind === "added")).toBe(true);
});

test("both texts can be read back from the difference", () => {
  const text = fc.string({ unit: fc.constantFrom("寒", "地", "大", "豆", "。", "a", " ", "\n"), maxLength: 60 });
  fc.assert(fc.property(text, text, (before, after) => side(diffText(before, after), "added") === before && side(diffText(before, after), "removed") === after));
});
