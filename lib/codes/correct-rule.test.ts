import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import type { Person } from "@/lib/core/actor";
import { Forbidden, NotFound, type Invalid } from "@/lib/core/errors";
import { correctRule } from "./correct-rule";
import { loadCodes } from "./load";
import { ruleAt, rulePeriods } from "./queries";
import { appliedRuleKeys } from "./rules";

useDatabase();
const source = { sourceTitle: "技术合同认定登记管理办法 第十五条", issuer: "工业和信息化部" };
const limit = { key: "registration.limit", effectiveFrom: "2026-01-23", ...source };
let director: Person, reviewer: Person, stranger: Person, operator: Person;

beforeAll(async () => {
  await db().transaction((tx) => loadCodes(tx));
  const bureau = await makeOrganisation({ kind: "bureau" });
  director = await makePerson({ organisation: bureau, roles: ["director"] });
  reviewer = await makePerson({ organisation: bureau, roles: ["reviewer"] });
  stranger = await makePerson({ organisation: await makeOrganisation({ kind: "enterprise" }) });
  operator = { ...(await makePerson({})), operator: true };
});

it("is read by the bureau and corrected by its directors and by operators", async () => {
  await expect(rulePeriods(stranger)).rejects.toThrow(NotFound);
  expect((await rulePeriods(reviewer)).length).toBeGreaterThan(0);
  await expect(correctRule(stranger, limit)).rejects.toThrow(NotFound);
  await expect(correctRule(reviewer, limit)).rejects.toThrow(Forbidden);
});

it("is marked as checked, and the next version of the platform leaves it so", async () => {
  await correctRule(director, { ...limit, days: "20", verified: "on" });
  await db().transaction((tx) => loadCodes(tx));
  expect(await ruleAt(db(), "registration.limit", "2026-03-01")).toMatchObject({ value: { days: 20, calendar: "working" }, unit: "working_day", verified: true, ...source });
  expect(await ruleAt(db(), "registration.limit", "2025-03-01"), "what held before stays").toMatchObject({ value: { days: 30, calendar: "natural" } });
  expect((await rulePeriods(director)).find((row) => row.key === limit.key)).toMatchObject({ correctedBy: director.name });
  const [event] = (await db().select().from(events)).filter((row) => row.name === "rule.corrected");
  expect(event?.facts).toMatchObject({ key: limit.key, effectiveFrom: limit.effectiveFrom, was: JSON.stringify({ days: 15, calendar: "working" }) });
});

it("a value that is corrected and still to be checked is not overwritten either", async () => {
  await correctRule(operator, { key: "registration.large_threshold", effectiveFrom: "2026-01-23", amountFen: "600", ...source });
  await db().transaction((tx) => loadCodes(tx));
  expect(await ruleAt(db(), "registration.large_threshold", "2026-03-01")).toMatchObject({ value: 600_000_000, verified: false });
});

it("from a later day on it is another row, and the one before ends there", async () => {
  await correctRule(director, { ...limit, effectiveFrom: "2027-01-01", days: 10, calendar: "natural", verified: true });
  expect((await ruleAt(db(), "registration.limit", "2026-12-31"))?.value).toEqual({ days: 20, calendar: "working" });
  expect(await ruleAt(db(), "registration.limit", "2027-01-01")).toMatchObject({ value: { days: 10, calendar: "natural" }, unit: "day" });
  expect((await rulePeriods(director)).filter((row) => row.key === limit.key).map((row) => [row.effectiveFrom, row.lastDay])).toEqual([["2027-01-01", null], ["2026-01-23", "2026-12-31"], ["2000-02-16", "2026-01-22"]]);
});

it("a rule of several parts keeps them; a day before all law is refused", async () => {
  const before = await ruleAt(db(), "tax.vat_exempt", "2026-06-01");
  await correctRule(director, { key: "tax.vat_exempt", effectiveFrom: "2026-01-01", number: 5, verified: true, ...source });
  expect(await ruleAt(db(), "tax.vat_exempt", "2026-06-01")).toMatchObject({ value: before?.value, effectiveTo: "2027-12-31", ...source });
  const refused = await correctRule(director, { ...limit, effectiveFrom: "1999-01-01" }).catch((error: unknown) => error);
  expect((refused as Invalid).fields).toEqual({ effectiveFrom: { code: "date_from", values: { from: "2000-02-16" } } });
});

it("days are whole, shares may have decimals", async () => {
  const days = await correctRule(director, { key: "import.undo_days", effectiveFrom: "2020-01-01", number: "1.5", ...source }).catch((error: unknown) => error);
  expect((days as Invalid).fields).toEqual({ number: { code: "decimals", values: { max: 0 } } });
  await correctRule(director, { key: "tax.stamp_permyriad", effectiveFrom: "2022-07-01", number: "2.5", ...source });
  expect((await ruleAt(db(), "tax.stamp_permyriad", "2026-06-01"))?.value).toBe(2.5);
});

it("every rule that is said to be applied is read somewhere, and no other", () => {
  const root = path.resolve(import.meta.dirname, "..");
  const rooms = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.startsWith("codes"));
  const text = rooms.map((file) => readFileSync(path.join(root, file), "utf8")).join();
  const read = [...new Set([...text.matchAll(/"([a-z]+\.[a-z_]+)"/g)].map((match) => match[1]))].filter((key) => (appliedRuleKeys as readonly string[]).includes(key!));
  expect(read.sort()).toEqual([...appliedRuleKeys].sort());
});
