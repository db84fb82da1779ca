import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { brokers, notifications } from "@/db/schema";
import { makeDealing, makePublishedAchievement, openOne, signOne, makeBrokerOf } from "@/db/testing/dealing";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { system, type Person } from "@/lib/core/actor";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { leaveAgency } from "@/lib/brokers/leave-agency";
import { getDealRoom } from "@/lib/deals/queries";
import { endDeal } from "@/lib/deals/end";
import { sendInterest } from "@/lib/interests/send";
import { changeRoles } from "@/lib/organisations/change-roles";
import { leaveOrganisation } from "@/lib/organisations/leave";
import { restoreOrganisation } from "@/lib/organisations/restore";
import { suspendOrganisation } from "@/lib/organisations/suspend";
import { follow } from "@/lib/worker/follow";

/** What happens to those around when somebody leaves an organisation, or an organisation is suspended. */
useDatabase();

const waiting = (person: Person) => db().$count(notifications, and(eq(notifications.userId, person.userId), eq(notifications.needsAction, 1), isNull(notifications.doneAt)));
const kinds = async (person: Person) => (await db().select({ kind: notifications.kind, href: notifications.href, values: notifications.values }).from(notifications).where(eq(notifications.userId, person.userId))).filter((row) => row.kind.startsWith("organisation."));

test("what waited for who leaves, or may only look on, waits for the others alone", async () => {
  const { university, office, buyer } = await makeDealing();
  const other = await makeOrganisation();
  const chief = await makePerson({ organisation: university, roles: ["administrator"] });
  const leaver = await makePerson({ in: [{ organisation: university, roles: ["editor"] }, { organisation: other, roles: ["editor"] }] });
  for (const owner of [university, other]) await sendInterest(buyer, { targetListingId: await makePublishedAchievement(owner.organisationId), message: "我们想谈谈许可。" });
  await follow();
  expect([await waiting(leaver), await waiting(office), await waiting(chief)]).toEqual([2, 1, 1]);
  await leaveOrganisation(leaver, { organisationId: university.organisationId });
  await changeRoles(chief, { organisationId: university.organisationId, userId: office.userId, roles: ["viewer"] });
  await follow();
  expect([await waiting(leaver), await waiting(office), await waiting(chief)]).toEqual([1, 0, 1]);
});

test("a broker who leaves an agency is a broker alone, and is told", async () => {
  const dealing = await makeDealing();
  const agency = await makeOrganisation({ kind: "agency" });
  await makePerson({ organisation: agency, roles: ["administrator"] });
  const broker = await makeBrokerOf(dealing, await openOne(dealing), agency);
  const profile = async () => (await db().select().from(brokers).where(eq(brokers.userId, broker.userId)))[0]!;
  const brokerId = (await profile()).id;
  await expect(leaveAgency(broker, { brokerId })).rejects.toBeInstanceOf(NotFound);
  await expect(leaveAgency(system("test"), { brokerId })).rejects.toMatchObject({ name: "Conflict" });
  await leaveOrganisation(broker, { organisationId: agency.organisationId });
  await follow();
  expect(await profile()).toMatchObject({ organisationId: null, status: "approved" });
  expect((await db().select().from(notifications).where(eq(notifications.userId, broker.userId))).map((row) => row.kind)).toContain("broker.agency_left");
});

test("when an organisation is suspended, whoever has open deals with it is told, and may end them", async () => {
  const dealing = await makeDealing();
  const operator = await makePerson({ operator: true });
  const { university, buyer } = dealing;
  const [first, second] = [await openOne(dealing), await openOne(dealing)];
  const { dealId: signed } = await signOne(dealing);
  const broker = await makeBrokerOf(dealing, first);
  await suspendOrganisation(operator, { organisationId: university.organisationId, reason: "资料不实，待核" });
  await follow();
  expect(await kinds(buyer)).toMatchObject([{ kind: "organisation.suspended.partner", href: expect.stringContaining("?status=open"), values: { count: 3 } }]);
  expect(await kinds(broker)).toMatchObject([{ kind: "organisation.suspended.partner", href: `/me/deals/${first}`, values: { count: 1 } }]);
  expect((await getDealRoom(buyer, first)).seller.halted).toBe("suspended");
  await endDeal(buyer, { dealId: second, reason: "no_answer" });
  await expect(endDeal(buyer, { dealId: signed, reason: "no_answer" })).rejects.toMatchObject({ code: "contract_stands" });
  await expect(endDeal(broker, { dealId: first, reason: "no_answer" })).rejects.toBeInstanceOf(Forbidden);
  await restoreOrganisation(operator, { organisationId: university.organisationId });
  await follow();
  expect((await kinds(buyer)).map((row) => row.kind).sort()).toEqual(["organisation.restored.partner", "organisation.suspended.partner"]);
});
