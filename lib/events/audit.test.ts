import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { listings } from "@/db/schema";
import { makePerson } from "@/db/testing/factories";
import { makeDealing, openOne, signOne } from "@/db/testing/dealing";
import { useDatabase } from "@/db/testing/database";
import { NotFound } from "@/lib/core/errors";
import { auditReads, countEvents, listEvents } from "./audit";

useDatabase();

const all = { page: 1, size: 50 };

test("the audit names what an event is about, and no title that is not public", async () => {
  const dealing = await makeDealing();
  const { dealId } = await signOne(dealing);
  const operator = await makePerson({ operator: true });
  await expect(listEvents(dealing.reviewer, {}, all)).rejects.toThrow(NotFound);
  // An address says anything; what is no name filters nothing.
  expect((await listEvents(operator, { name: "\u0000", person: "\u0000" }, all)).total).toBeGreaterThan(0);
  const subjectsOf = async (name: string, subject?: string) => (await listEvents(operator, { name, subject }, all)).rows.flatMap((row) => row.subjects);
  expect((await subjectsOf("interest.sent")).find((one) => one.kind === "achievement")?.name).toMatch(/^C-2026-\d+ 叶片成型工艺$/);
  const signed = await subjectsOf("deal.signed", dealId);
  const nameOf = (kind: string) => signed.find((one) => one.kind === kind)?.name;
  // The parties' own words for a deal or a contract are theirs: a number tells an operator enough.
  for (const kind of ["deal", "contract", "registration"]) expect(nameOf(kind)).toMatch(/^\S+-\d{4}-\d+$/);

  const withdrawn = await openOne(dealing);
  const [target] = (await subjectsOf("deal.opened", withdrawn)).filter((one) => one.kind === "achievement");
  await db().update(listings).set({ status: "withdrawn" }).where(eq(listings.id, target!.id));
  expect((await subjectsOf("deal.opened", withdrawn)).find((one) => one.kind === "achievement")?.name).toMatch(/^C-2026-\d+$/);
});

test("a long ledger is listed as far as anybody turns its pages, and older days are reached by their dates", async () => {
  const operator = await makePerson({ operator: true, name: "审计员甲" });
  const day = "2020-05-06", earlier = "2020-05-05", name = "user.profile_changed";
  const on = (date: string, how: number, at: string) => db().execute(sql`insert into events (at, id, name, actor_kind, actor_id) select ${`${date}T${at}+08:00`}::timestamptz + n * interval '1 ms', gen_random_uuid(), ${name}, 'person', ${operator.userId} from generate_series(1, ${how}) n`);
  await on(day, auditReads + 5, "08:00:00");
  await on(earlier, 3, "23:00:00");
  const days = { from: earlier, to: day };
  expect(await listEvents(operator, days, all)).toMatchObject({ total: auditReads, capped: true });
  expect(await countEvents(operator, days), "the day's figure is no list").toBe(auditReads + 8);
  expect(await listEvents(operator, { ...days, to: earlier }, all)).toMatchObject({ total: 3, capped: false });
  expect(await listEvents(operator, { ...days, to: earlier, person: "计员" }, all)).toMatchObject({ total: 3 });
  expect(await listEvents(operator, { ...days, to: earlier, person: "计员乙" }, all)).toMatchObject({ total: 0 });
  await expect(countEvents(await makePerson(), days)).rejects.toThrow(NotFound);
});
