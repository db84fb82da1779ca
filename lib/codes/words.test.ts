import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createTranslator, type AbstractIntlMessages } from "next-intl";
import { expect, test } from "vitest";
import { listNames } from "@/lib/codes/lists";
import { planIndicators } from "@/lib/codes/plan";
import { ruleKeys, shippedRules } from "@/lib/codes/rules";
import { fieldCodes } from "@/lib/core/fields";

const codes: unknown = JSON.parse(readFileSync(new URL("../messages/zh-CN/codes.json", import.meta.url), "utf8"));
const messages: AbstractIntlMessages = { codes: codes as AbstractIntlMessages };
const t = createTranslator({ locale: "zh-CN", messages, namespace: "codes", onError: (error) => { throw error; } }) as unknown as
  ((key: string, values?: Record<string, string | number>) => string) & { has(key: string): boolean };

test("every problem of a field has a sentence with its label", () => {
  const values = { field: "本栏", max: 40, is: 46, min: 1, missing: 2, from: "2026-01-01", to: "2026-02-01", after: "2026-01-01", unit: "wan", written: "120万", amount: 120, position: 3, character: "O" };
  for (const code of fieldCodes) expect(t(`fieldErrors.${code}`, values), code).toMatch(/^[^{}！]+[。]$/);
  expect(t("fieldErrors.too_long", { field: "成果名称", max: 40, is: 46 })).toBe("成果名称最多40个字，现在46个字。");
  expect(t("fieldErrors.decimals", { field: "级别", max: 0 })).toBe("级别应为整数。");
  expect(t("fieldErrors.unit_doubt", values)).toBe("您填了“120万”，本栏单位是万元。是120万元吗？请写明单位，或只填数字。");
});

test("rules, units, lists and kinds have words", () => {
  for (const key of ruleKeys) expect(t.has(`rules.${key}`), key).toBe(true);
  for (const rule of shippedRules) expect(t.has(`ruleUnits.${rule.unit ?? "none"}`), rule.key).toBe(true);
  for (const list of listNames) expect(t.has(`lists.${list}`), list).toBe(true);
  for (const indicator of planIndicators) expect(t.has(`indicatorKinds.${indicator.kind}`)).toBe(true);
});

const rooms = path.resolve(import.meta.dirname, "..");
const catalog = (name: string) => JSON.parse(readFileSync(path.join(rooms, `messages/zh-CN/${name}.json`), "utf8")) as Record<string, Record<string, unknown>>;
/** The codes that the sources of these rooms name as `{ code: "…"`. */
const named = (files: readonly string[]) => files.flatMap((file) =>
  [...readFileSync(path.join(rooms, file), "utf8").matchAll(/(?:problem\(|complain\([^,()]+, |[{] code: )"([a-z_]+)"/g)].map((found) => found[1] ?? ""));
/** Rooms whose codes are no problems of a field, each with the catalog that words them. */
const OTHER_CATALOGS: { files: RegExp; words: () => Record<string, unknown> }[] = [
  { files: /^checkups\//, words: () => catalog("checkups").finding! },
  { files: /^matching\/with-figures\.ts$/, words: () => catalog("matches").say as Record<string, unknown> },
  // A mark is worded by its kind.
  { files: /^introductions\/past\.ts$/, words: () => { const words = catalog("desk").past!; return { ...words, marked: words.mark }; } },
];

test("every problem that an act may name has a sentence", () => {
  const own = catalog("errors").field!;
  // Rows of an imported file are worded by the template's own list, reasons of a match by the catalog of matches.
  const elsewhere = /test\.ts$|contracts\/imports\/|matching\/explain\.ts/;
  const files = readdirSync(rooms, { recursive: true, encoding: "utf8" }).filter((file) => /\.ts$/.test(file) && !elsewhere.test(file));
  const fields = files.filter((file) => !OTHER_CATALOGS.some((other) => other.files.test(file)));
  expect(named(fields).filter((code) => code !== "custom" && !(code in own) && !t.has(`fieldErrors.${code}`))).toEqual([]);
  for (const other of OTHER_CATALOGS) {
    const codes = named(files.filter((file) => other.files.test(file)));
    expect(codes.length, String(other.files)).toBeGreaterThan(0);
    expect(codes.filter((code) => other.words()[code] === undefined), String(other.files)).toEqual([]);
  }
});
