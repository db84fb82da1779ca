import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { deals, interests } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makeDealing, makePublishedAchievement, type Dealing } from "@/db/testing/dealing";
import { makePublished } from "@/db/testing/market";
import { system } from "@/lib/core/actor";
import { clock, withClock } from "@/lib/core/clock";
import { NotFound } from "@/lib/core/errors";
import { endDeal } from "@/lib/deals/end";
import { openDeal } from "@/lib/deals/open";
import { declineInterest } from "./decline";
import { expireInterest, expireInterests } from "./expire";
import { canAnswerInterest, canWithdrawInterest } from "./policy";
import { getInterestFor } from "./queries";
import { sendInterest } from "./send";
import { undoDecline } from "./undo-decline";
import { withdrawInterest } from "./withdraw";

useDatabase();

let dealing: Dealing;
beforeAll(async () => {
  dealing = await makeDealing();
});

const send = async (targetListingId: string) => (await sendInterest(dealing.buyer, { targetListingId, message: "我们想谈谈许可。" })).id;

test("a lapsed interest is nobody's to answer or withdraw, whether or not the job has come", async () => {
  const { office, buyer } = dealing;
  const interestId = await send(await makePublishedAchievement(dealing.university.organisationId));
  const { expiresAt } = await getInterestFor(db(), office, interestId);
  await withClock(expiresAt, async () => {
    const interest = await getInterestFor(db(), office, interestId);
    expect([canAnswerInterest(office, interest, clock.now()), canWithdrawInterest(buyer, interest, clock.now())]).toEqual([false, false]);
    for (const act of [() => openDeal(office, { interestId }), () => declineInterest(office, { interestId, reason: "price" }), () => withdrawInterest(buyer, { interestId })]) {
      await expect(act()).rejects.toMatchObject({ name: "Conflict", code: "interest_lapsed" });
    }
    await expireInterest(system("expire-interests"), { interestId });
    await expect(withdrawInterest(buyer, { interestId })).rejects.toMatchObject({ code: "interest_answered" });
  });
  const other = await send(await makePublishedAchievement(dealing.university.organisationId));
  const before = new Date(expiresAt.getTime() - 1_000);
  await withClock(before, async () => {
    expect(canAnswerInterest(office, await getInterestFor(db(), office, other), clock.now())).toBe(true);
    await expect(expireInterest(system("expire-interests"), { interestId: other })).rejects.toMatchObject({ code: "interest_not_due" });
    expect(await expireInterests(before)).toBe(0);
  });
});

test("a decline is not undone beside a deal that a later interest of the same two has become, until that has ended", async () => {
  const { office } = dealing;
  const target = await makePublishedAchievement(dealing.university.organisationId);
  const interestId = await send(target);
  await declineInterest(office, { interestId, reason: "price" });
  const { id: dealId } = await openDeal(office, { interestId: await send(target) });
  for (const status of ["open", "completed"] as const) {
    await db().update(deals).set({ status, endedAt: status === "open" ? null : new Date() }).where(eq(deals.id, dealId));
    await expect(undoDecline(office, { interestId })).rejects.toMatchObject({ name: "Conflict", code: "decline_settled" });
  }
  await db().update(deals).set({ status: "open", endedAt: null }).where(eq(deals.id, dealId));
  await endDeal(office, { dealId, reason: "other" });
  await undoDecline(office, { interestId });
});

test("an own record that goes with it is of the other kind", async () => {
  const { buyer, enterprise, university } = dealing;
  const [target, same, other] = [await makePublished("achievement", university), await makePublished("achievement", enterprise), await makePublished("need", enterprise)];
  const withOwn = (ownListingId: string) => sendInterest(buyer, { targetListingId: target.id, ownListingId, message: "我们想谈谈许可。" });
  await expect(withOwn(same.id)).rejects.toBeInstanceOf(NotFound);
  const { id } = await withOwn(other.id);
  expect((await db().select().from(interests).where(eq(interests.id, id)))[0]?.ownListingId).toBe(other.id);
});
