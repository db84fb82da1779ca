import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { organisations } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation } from "@/db/testing/factories";
import { organisationsNamed } from "./organisations-named";

useDatabase();

beforeAll(async () => {
  for (const name of ["北方工业大学", "工业大学北方分院", "北方工业大学附属医院", "工业大学南方学院", "东方工业大学", "西方工业大学"]) await makeOrganisation({ name });
  await makeOrganisation({ name: "未核实工业大学", verified: false });
  const { organisationId } = await makeOrganisation({ name: "停用工业大学" });
  await db().update(organisations).set({ suspendedAt: new Date() }).where(eq(organisations.id, organisationId));
  await db().update(organisations).set({ shortName: "北工大" }).where(eq(organisations.name, "北方工业大学"));
});

const names = async (typed: string) => (await organisationsNamed(typed)).rows.map(({ name }) => name);

test("five at most are named, all are counted; who is not verified or is suspended is neither", async () => {
  const { total, rows } = await organisationsNamed("工业大学");
  expect([total, rows.length]).toEqual([6, 5]);
  expect(rows.slice(0, 2).map(({ name }) => name)).toEqual(["工业大学北方分院", "工业大学南方学院"]);
});

test.each([
  ["北工大", ["北方工业大学"]], ["北方 附属", ["北方工业大学附属医院"]], ["東方工業", ["东方工业大学"]],
  ["", []], ["大", []], ["  ", []], ["未核实", []], ["停用工业", []], [".*", []], ["北方工业大学碳纤维成型", []],
])("%s finds %j", async (typed, found) => expect(await names(typed)).toEqual(found));
