import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { useDatabase } from "@/db/testing/database";
import { holidayTable } from "@/lib/codes/holidays";
import { loadCodes } from "@/lib/codes/load";
import { holidaysFrom, listRules, ruleAt, ruleOrShipped } from "@/lib/codes/queries";
import { shippedRules } from "@/lib/codes/rules";

useDatabase();

const counts = async () => (await db().execute(sql`
  select (select count(*)::int from codes) as codes, (select count(*)::int from taxonomy_terms) as terms, (select count(*)::int from rules) as rules,
    (select count(*)::int from holidays) as holidays, (select count(distinct list)::int from codes) as lists,
    (select sum(xmin::text::bigint) from taxonomy_terms) as written`)).rows[0];

test("loads everything, and a second time writes nothing", async () => {
  await loadCodes(db());
  const first = await counts();
  expect(first).toMatchObject({ rules: shippedRules.length, lists: 28 });
  await db().transaction((tx) => loadCodes(tx));
  expect(await counts()).toEqual(first);
  const { rows } = await db().execute(sql`select name_zh, tech_area, kind from taxonomy_terms where code = 'EQ04-01'`);
  expect(rows[0]).toMatchObject({ tech_area: "10", kind: "direction" });
});

test("a name that was changed by hand is brought back; a verified rule is not touched", async () => {
  await db().execute(sql`update codes set name_zh = 'x' where list = 'mode' and code = 'license'`);
  await db().execute(sql`update rules set value = '{"days": 20, "calendar": "working"}', verified = true where key = 'registration.limit' and effective_to is null`);
  await db().execute(sql`update rules set value = '99' where key = 'tax.stamp_permyriad'`);
  await loadCodes(db());
  const { rows } = await db().execute(sql`select name_zh from codes where list = 'mode' and code = 'license'`);
  expect(rows[0]).toEqual({ name_zh: "许可" });
  expect(await ruleAt(db(), "registration.limit", "2026-11-24")).toMatchObject({ value: { days: 20, calendar: "working" }, verified: true });
  expect((await ruleAt(db(), "tax.stamp_permyriad", "2026-11-24"))?.value).toBe(3);
});

test("rules are read by day", async () => {
  expect((await ruleAt(db(), "registration.limit", "2025-06-30"))?.value).toEqual({ days: 30, calendar: "natural" });
  expect(await ruleAt(db(), "tax.vat_exempt", "2028-01-01")).toBeUndefined();
  await db().execute(sql`delete from rules where key = 'review.limit'`);
  expect((await ruleOrShipped(db(), "review.limit", "2026-11-24")).value, "where the table has none, that which ships").toEqual({ days: 2, calendar: "working" });
  await loadCodes(db());
  expect(await listRules(db())).toHaveLength(shippedRules.length);
});

test("the calendar of the table is the shipped one", async () => {
  const table = await holidaysFrom(db());
  expect([...table.off].sort()).toEqual([...holidayTable.off].sort());
  expect([...table.work].sort()).toEqual([...holidayTable.work].sort());
});
