import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { dishonestyMarks } from "@/db/schema";
import { agreeOn, makeDealing, makePublishedAchievement, openOne, type Dealing } from "@/db/testing/dealing";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { makeBroker, makeMatch, makePublished } from "@/db/testing/market";
import type { Person } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { todayInHarbin } from "@/lib/core/dates";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { getDealRoom } from "@/lib/deals/queries";
import { openDeal } from "@/lib/deals/open";
import { declineInterest } from "@/lib/interests/decline";
import { sendInterest } from "@/lib/interests/send";
import { latestPublished } from "@/lib/listings/queries";
import { listMatchedListings } from "@/lib/matching/overview";
import { listMatches } from "@/lib/matching/queries";
import { endDishonesty } from "@/lib/organisations/end-dishonesty";
import { markDishonest } from "@/lib/organisations/mark-dishonest";
import { introduce } from "./introduce";
import { pairKey } from "./states";
import { listDeskPairs } from "./queries";

/** The hard gate "integrity" (domain C1) where it holds: matches, the broker's desk, interests, deals. */
useDatabase();

let director: Person;
beforeAll(async () => {
  director = await makePerson({ organisation: await makeOrganisation({ kind: "bureau" }), roles: ["director"] });
});

const bar = (organisationId: string) => markDishonest(director, { organisationId, reason: "虚构交易骗取补助", source: "某局决定书1号", listedOn: todayInHarbin(clock.now()) });
const free = (markId: string) => endDishonesty(director, { markId, ending: "repaired", note: "已修复" });

test("matches with who is barred are offered to nobody, and come back afterwards", async () => {
  const [seller, buyer, broker] = [await makeOrganisation(), await makeOrganisation({ kind: "enterprise" }), await makeBroker()];
  const [office, firm] = [await makePerson({ organisation: seller }), await makePerson({ organisation: buyer })];
  const [need, achievement] = [await makePublished("need", buyer, { anonymous: true, alias: "某企业" }), await makePublished("achievement", seller)];
  const pair = await makeMatch(need, achievement);
  const offered = async () => ({
    owner: (await listMatches(office, achievement.id)).shown.length, other: (await listMatches(firm, need.id)).shown.length,
    counted: (await listMatchedListings(office, seller.organisationId, { page: 1, size: 20 })).rows[0]?.count,
    desk: (await listDeskPairs(broker, { tab: "today", sort: "fit" }, { page: 1, size: 100 })).rows.some((row) => pairKey(row) === pairKey(pair)),
    front: (await latestPublished("need", 500)).some((card) => card.id === need.id),
  });
  expect(await offered()).toEqual({ owner: 1, other: 1, counted: 1, desk: true, front: true });
  const { markId } = await bar(buyer.organisationId);
  expect(await offered()).toEqual({ owner: 0, other: 0, counted: 0, desk: false, front: false });
  expect((await listMatches(firm, need.id)).listing.state).toBe("barred");
  await expect(introduce(broker, { ...pair, side: "both", message: "两边可以谈一谈，值得见面。" })).rejects.toBeInstanceOf(NotFound);
  await free(markId);
  expect(await offered()).toEqual({ owner: 1, other: 1, counted: 1, desk: true, front: true });
});

test("nothing new begins with who is barred: no interest by them or to them, no deal", async () => {
  const dealing: Dealing = await makeDealing();
  const { buyer, office, enterprise, university } = dealing;
  const target = await makePublishedAchievement(university.organisationId);
  const sent = await sendInterest(buyer, { targetListingId: target, message: "我们想谈谈许可。" });
  const { markId } = await bar(enterprise.organisationId);
  await expect(openDeal(office, { interestId: sent.id })).rejects.toBeInstanceOf(Forbidden);
  await expect(sendInterest(buyer, { targetListingId: await makePublishedAchievement(university.organisationId), message: "我们想谈谈许可。" })).rejects.toBeInstanceOf(Forbidden);
  const own = await makePublished("need", enterprise);
  await expect(sendInterest(office, { targetListingId: own.id, message: "这件事我们能做。" })).rejects.toBeInstanceOf(Forbidden);
  await free(markId);
  await openDeal(office, { interestId: sent.id });
  await bar(university.organisationId);
  const [late] = [await makePublished("need", enterprise)];
  await expect(sendInterest(office, { targetListingId: late.id, message: "这件事我们能做。" })).rejects.toBeInstanceOf(Forbidden);
  expect(await db().$count(dishonestyMarks)).toBeGreaterThan(1);
});

test("who is barred may still decline, and what has begun goes on with a word in the room", async () => {
  const dealing = await makeDealing();
  const dealId = await openOne(dealing);
  const waiting = await sendInterest(dealing.buyer, { targetListingId: await makePublishedAchievement(dealing.university.organisationId), message: "我们想谈谈许可。" });
  await bar(dealing.university.organisationId);
  await expect(openDeal(dealing.office, { interestId: waiting.id })).rejects.toBeInstanceOf(Forbidden);
  await declineInterest(dealing.office, { interestId: waiting.id, reason: "other" });
  expect((await getDealRoom(dealing.buyer, dealId)).seller.halted).toBe("barred");
  expect((await getDealRoom(dealing.buyer, dealId)).buyer.halted).toBeNull();
  await agreeOn(dealing, dealId);
});
