import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { listings } from "@/db/schema";
import { makePerson } from "@/db/testing/factories";
import { makeDealing, openOne, signOne } from "@/db/testing/dealing";
import { useDatabase } from "@/db/testing/database";
import { NotFound } from "@/lib/core/errors";
import { listEvents } from "./audit";

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
