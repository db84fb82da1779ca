import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const source = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1]!);

/** A remark stays open until it is answered, and an open one holds the record back: where reviewers may write, authors must find it. */
test.each([["achievementTexts", "achievement-fields.tsx"], ["needTexts", "need-fields.tsx"]])("every field that %s shows to a reviewer has a place for the remark in its editor", (texts, editor) => {
  const shown = all(new RegExp(`function ${texts}\\b[\\s\\S]*?\\n}`).exec(source("describe.ts"))![0], /\["(\w+)", /g);
  expect(shown.length).toBeGreaterThan(10);
  const fields = source(editor), common = source("common-fields.tsx") + source("section.tsx");
  const placed = [...all(fields, /remark\("(\w+)"\)/g), ...all(fields, /<LevelField name="(\w+)"/g), ...all(common, /<Remarks field="(\w+)"/g)];
  expect(shown.filter((field) => !placed.includes(field))).toEqual([]);
});
