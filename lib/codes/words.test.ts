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

test("every problem that an act may name has a sentence", () => {
  const root = path.resolve(import.meta.dirname, "..");
  const own = JSON.parse(readFileSync(path.join(root, "messages/zh-CN/errors.json"), "utf8")) as { field: Record<string, string> };
  // Rows of an imported file are worded by the template's own list, reasons of a match by the catalog of matches.
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => /\.ts$/.test(file) && !/test\.ts$|contracts\/imports\/|matching\/explain\.ts/.test(file));
  const missing = files.flatMap((file) => [...readFileSync(path.join(root, file), "utf8").matchAll(/(?:problem\(|complain\([^,()]+, |[{] code: )"([a-z_]+)"/g)]
    .map((found) => found[1] ?? "")
    .filter((code) => code !== "custom" && !(code in own.field) && !t.has(`fieldErrors.${code}`))
    .map((code) => `${file}: ${code}`));
  expect(missing).toEqual([]);
});
