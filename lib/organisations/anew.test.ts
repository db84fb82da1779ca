import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { events, eventSubjects, notifications, organisations } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { makeCreditCode } from "@/lib/core/credit-code";
import { follow } from "@/lib/worker/follow";
import { changeProfile } from "./change-profile";
import { suspendOrganisation } from "./suspend";
import { verifyOrganisation } from "./verify";

useDatabase();

test("who changes a verified name gives the operators something to do, and the other administrators hear of it; anything else is nobody's matter", async () => {
  const organisation = await makeOrganisation({ creditCode: makeCreditCode("改名") });
  const { organisationId } = organisation;
  const [author, colleague, editor, operator] = [await makePerson({ organisation }), await makePerson({ organisation }), await makePerson({ organisation, roles: ["editor"] }), await makePerson({ operator: true })];
  const profile = { organisationId, name: organisation.name, creditCode: makeCreditCode("改名"), districtCode: "230103", contactName: "李工", contactPhone: "0451-8600 0000" };
  const told = async ({ userId }: { userId: string }) => {
    await follow();
    return db().select({ kind: notifications.kind, waits: notifications.needsAction, href: notifications.href }).from(notifications).where(and(eq(notifications.userId, userId), isNull(notifications.doneAt)));
  };
  await changeProfile(author, { ...profile, introduction: "新简介" });
  expect(await told(operator)).toEqual([]);

  await changeProfile(author, { ...profile, name: "哈尔滨新名大学" });
  expect(await told(operator)).toEqual([{ kind: "organisation.profile_changed", waits: 1, href: `/operations/organisations/${organisationId}` }]);
  expect(await told(colleague)).toEqual([{ kind: "organisation.profile_changed.administrator", waits: 0, href: `/o/${organisation.slug}/settings` }]);
  expect([await told(author), await told(editor)]).toEqual([[], []]);

  const second = await makePerson({ operator: true });
  await verifyOrganisation(second, { organisationId });
  expect(await told(operator)).toEqual([]);
});

test("a row says the moment that its event says", async () => {
  const { organisationId } = await makeOrganisation({ verified: false, creditCode: makeCreditCode("同一刻") });
  const operator = await makePerson({ operator: true });
  await db().update(organisations).set({ verification: "pending" }).where(eq(organisations.id, organisationId));
  await verifyOrganisation(operator, { organisationId });
  await suspendOrganisation(operator, { organisationId, reason: "内容有争议" });
  const [row] = await db().select().from(organisations).where(eq(organisations.id, organisationId));
  const moments = await db().select({ name: events.name, at: events.at }).from(events).innerJoin(eventSubjects, eq(eventSubjects.eventId, events.id)).where(eq(eventSubjects.subjectId, organisationId));
  expect(Object.fromEntries(moments.map(({ name, at }) => [name, at]))).toEqual({ "organisation.verified": row?.verifiedAt, "organisation.suspended": row?.suspendedAt });
});
