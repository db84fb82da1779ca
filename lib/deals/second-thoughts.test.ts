import { and, eq, isNull, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { deals, disclosures, notifications } from "@/db/schema";
import { agreeOn, handIn, makeBrokerOf, makeDealing, makePublishedAchievement, openOne, registerOne, signOne, type Dealing } from "@/db/testing/dealing";
import { useDatabase } from "@/db/testing/database";
import { makePerson } from "@/db/testing/factories";
import { queueBehind } from "@/db/testing/queue";
import type { Person } from "@/lib/core/actor";
import { clock, withClock } from "@/lib/core/clock";
import { dateInHarbin } from "@/lib/core/dates";
import { Conflict, Forbidden, NotFound } from "@/lib/core/errors";
import { getContractRecord } from "@/lib/contracts/queries";
import { terminateContract } from "@/lib/contracts/terminate";
import { undoClosing } from "@/lib/contracts/undo-closing";
import { declineInterest } from "@/lib/interests/decline";
import { getInterestFor } from "@/lib/interests/queries";
import { sendInterest } from "@/lib/interests/send";
import { undoDecline } from "@/lib/interests/undo-decline";
import { follow } from "@/lib/worker/follow";
import { dismissBroker } from "./dismiss-broker";
import { endDeal } from "./end";
import { inviteBroker } from "./invite-broker";
import { getDealRoom } from "./queries";
import { proposeTerms } from "./propose-terms";
import { resumeDeal } from "./resume";

/** What somebody can take back after they did it by mistake, and who cannot. */
useDatabase();

let dealing: Dealing;
beforeAll(async () => {
  dealing = await makeDealing();
});

const later = (days: number) => new Date(Date.now() + days * 86_400_000);
const kindsOf = async (person: Person) => (await db().select({ kind: notifications.kind }).from(notifications).where(eq(notifications.userId, person.userId))).map((row) => row.kind);
const todo = (person: Person, dealId: string) => db().$count(notifications, and(eq(notifications.userId, person.userId), eq(notifications.subjectId, dealId), eq(notifications.needsAction, 1), isNull(notifications.doneAt)));

test("a declined interest waits again, as long as it would not have lapsed and nobody has asked anew", async () => {
  const { buyer, office, stranger } = dealing;
  const viewer = await makePerson({ organisation: dealing.university, roles: ["viewer"] });
  const target = await makePublishedAchievement(dealing.university.organisationId);
  const { id: interestId } = await sendInterest(buyer, { targetListingId: target, message: "我们想谈谈许可。" });
  await expect(undoDecline(office, { interestId })).rejects.toBeInstanceOf(Conflict);
  await declineInterest(office, { interestId, reason: "price" });
  for (const [actor, error] of [[stranger, NotFound], [viewer, Forbidden], [buyer, Forbidden]] as const) await expect(undoDecline(actor, { interestId })).rejects.toBeInstanceOf(error);
  await expect(withClock(later(40), () => undoDecline(office, { interestId }))).rejects.toBeInstanceOf(Conflict);
  const outcomes = await Promise.allSettled([undoDecline(office, { interestId }), undoDecline(office, { interestId })]);
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await getInterestFor(db(), office, interestId)).toMatchObject({ status: "sent", reason: null, answeredBy: null });
  await follow();
  expect(await kindsOf(buyer)).toContain("interest.decline_undone");
  await declineInterest(office, { interestId, reason: "price" });
  await sendInterest(buyer, { targetListingId: target, message: "再问一次，价格可谈。" });
  await expect(undoDecline(office, { interestId })).rejects.toBeInstanceOf(Conflict);
});

test("an invitation is taken back and a mandate ended by who decides; what the sides wait for stays", async () => {
  const dealId = await openOne(dealing);
  const broker = await makeBrokerOf(dealing, dealId);
  await proposeTerms(dealing.buyer, { dealId, mode: "license", totalFen: 100_000, technicalFen: 90_000, payment: "一次支付", ownership: "归卖方", delivery: "交付资料", startsOn: "2026-04-01", endsOn: "2026-10-01" });
  await follow();
  expect(await todo(dealing.office, dealId)).toBe(1);
  await expect(dismissBroker(broker, { dealId, userId: broker.userId })).rejects.toBeInstanceOf(Forbidden);
  await expect(dismissBroker(dealing.stranger, { dealId, userId: broker.userId })).rejects.toBeInstanceOf(NotFound);
  await expect(dismissBroker(dealing.office, { dealId, userId: dealing.buyer.userId })).rejects.toBeInstanceOf(Conflict);
  await dismissBroker(dealing.office, { dealId, userId: broker.userId });
  await expect(getDealRoom(broker, dealId)).rejects.toBeInstanceOf(NotFound);
  await inviteBroker(dealing.buyer, { dealId, brokerId: broker.brokerId });
  await follow();
  expect(await todo(broker, dealId)).toBe(1);
  await dismissBroker(dealing.buyer, { dealId, userId: broker.userId });
  await follow();
  expect([await todo(broker, dealId), await todo(dealing.office, dealId)]).toEqual([0, 1]);
  expect((await kindsOf(broker)).filter((kind) => kind === "deal.broker_dismissed.broker")).toHaveLength(2);
  expect(await kindsOf(dealing.buyer)).toContain("deal.broker_dismissed");
});

test("who ended the talks takes them up again within a week, with what was disclosed", async () => {
  const dealId = await openOne(dealing);
  const open = () => db().$count(disclosures, and(eq(disclosures.dealId, dealId), isNull(disclosures.endedAt)));
  expect(await open()).toBe(1);
  await endDeal(dealing.office, { dealId, reason: "price" });
  expect(await open()).toBe(0);
  await expect(resumeDeal(dealing.buyer, { dealId })).rejects.toMatchObject({ code: "deal_not_resumable" });
  await expect(resumeDeal(dealing.stranger, { dealId })).rejects.toBeInstanceOf(NotFound);
  await expect(withClock(later(8), () => resumeDeal(dealing.office, { dealId }))).rejects.toMatchObject({ code: "deal_not_resumable" });
  const outcomes = await Promise.allSettled([resumeDeal(dealing.office, { dealId }), resumeDeal(dealing.office, { dealId })]);
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await db().select().from(deals).where(eq(deals.id, dealId)))[0]).toMatchObject({ status: "open", endedAt: null, endReason: null, endedSide: null });
  expect(await open()).toBe(1);
  await follow();
  expect(await kindsOf(dealing.buyer)).toContain("deal.resumed");
  await agreeOn(dealing, dealId);
});

test("the end of a contract that was said by mistake is taken back within a week, and the deal follows", async () => {
  const { dealId, contractId } = await signOne(dealing);
  await expect(undoClosing(dealing.office, { contractId })).rejects.toMatchObject({ code: "closing_settled" });
  await terminateContract(dealing.buyer, { contractId, closedOn: dateInHarbin(clock.now()), closingNote: "双方协商解除" });
  await expect(undoClosing(dealing.stranger, { contractId })).rejects.toBeInstanceOf(NotFound);
  await expect(withClock(later(8), () => undoClosing(dealing.office, { contractId }))).rejects.toMatchObject({ code: "closing_settled" });
  await undoClosing(dealing.office, { contractId });
  expect((await getContractRecord(dealing.office, contractId)).contract).toMatchObject({ status: "signed", closedOn: null, closingNote: null });
  await registerOne(dealing, contractId, "2026230100777001");
  await follow();
  expect((await getDealRoom(dealing.office, dealId)).deal.status).toBe("completed");
});

test("what ended with its deal does not come back alone", async () => {
  const { dealId, contractId } = await signOne(dealing);
  await handIn(dealing, contractId);
  const { refuseRegistration } = await import("@/lib/contracts/registrations/refuse");
  await refuseRegistration(dealing.reviewer, { contractId, remark: "材料不符合认定条件" });
  await endDeal(dealing.buyer, { dealId, reason: "registration_refused", note: "不再合作" });
  await expect(undoClosing(dealing.office, { contractId })).rejects.toMatchObject({ code: "deal_ended" });
  await expect(resumeDeal(dealing.buyer, { dealId })).rejects.toMatchObject({ code: "deal_not_resumable" });
});

test("a contract comes back, or its deal ends; not both, whoever comes first", async () => {
  const both = async (first: "undo" | "end") => {
    const { dealId, contractId } = await signOne(dealing);
    await terminateContract(dealing.buyer, { contractId, closedOn: dateInHarbin(clock.now()), closingNote: "双方协商解除" });
    const acts = { undo: () => undoClosing(dealing.office, { contractId }), end: () => endDeal(dealing.buyer, { dealId, reason: "other" }) };
    return queueBehind(sql`select 1 from deals where id = ${dealId} for update`, acts[first], acts[first === "undo" ? "end" : "undo"]);
  };
  expect(await both("undo")).toMatchObject([{ status: "fulfilled" }, { status: "rejected", reason: { code: "contract_stands" } }]);
  expect(await both("end")).toMatchObject([{ status: "fulfilled" }, { status: "rejected", reason: { code: "deal_ended" } }]);
});
