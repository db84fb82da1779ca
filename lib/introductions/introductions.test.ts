import { eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { introductions, listings, matches, matchJudgements, needVersions, notifications } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson, reload } from "@/db/testing/factories";
import { makeBrokerOf, makeDealing, openOne } from "@/db/testing/dealing";
import { makeBroker, makeMatch, makePublished } from "@/db/testing/market";
import type { Membership, Person } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { addDays, todayInHarbin } from "@/lib/core/dates";
import { Conflict, Invalid, LimitReached, NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { dismissBroker } from "@/lib/deals/dismiss-broker";
import { dismiss } from "@/lib/matching/dismiss";
import { follow } from "@/lib/worker/follow";
import { introduce } from "./introduce";
import { markPair } from "./mark";
import { getMatch, listMatches } from "@/lib/matching/queries";
import { pastOfPairs } from "./past";
import { listDeskPairs, listDueMarks, listIntroductionsTo, type DeskTab } from "./queries";
import { pairKey, introductionsPerDay } from "./states";
import { undoMark } from "./undo-mark";

useDatabase();

const page = { page: 1, size: 20 };
let seller: Membership, buyer: Membership, sellerPerson: Person, buyerPerson: Person, broker: Person & { brokerId: string };

beforeAll(async () => {
  [seller, buyer] = [await makeOrganisation(), await makeOrganisation({ kind: "enterprise" })];
  [sellerPerson, buyerPerson, broker] = [await makePerson({ organisation: seller }), await makePerson({ organisation: buyer }), await makeBroker()];
});

async function makePair(level: "high" | "good" | "fair" = "high") {
  return makeMatch(await makePublished("need", buyer), await makePublished("achievement", seller), level);
}

async function tabOf(pair: { needId: string; achievementId: string }): Promise<DeskTab | null> {
  for (const tab of ["today", "all", "due", "contacted", "later", "aside"] as const) {
    const { rows } = await listDeskPairs(broker, { tab, sort: "fit" }, { page: 1, size: 100 });
    if (rows.some((row) => pairKey(row) === pairKey(pair))) return tab;
  }
  return null;
}

describe("the broker's desk", () => {
  it("shows what fits across the market, and nobody else finds it", async () => {
    const [high, fair] = [await makePair("high"), await makePair("fair")];
    expect(await tabOf(high)).toBe("today");
    expect(await tabOf(fair)).toBeNull();
    await expect(listDeskPairs(sellerPerson, { tab: "today", sort: "fit" }, page)).rejects.toBeInstanceOf(NotFound);
  });

  it("says how each side is reached: by what is public, and by a deal that the broker shares with it; never whose an unnamed need is", async () => {
    const dealing = await makeDealing();
    const dealId = await openOne(dealing);
    const between = await makeBrokerOf(dealing, dealId);
    const achievement = await makePublished("achievement", seller);
    const [named, unnamed] = [await makePublished("need", dealing.enterprise), await makePublished("need", dealing.enterprise, { anonymous: true, alias: "某企业" })];
    for (const need of [named, unnamed]) await makeMatch(need, achievement);
    const sidesFor = async (actor: Person, needId: string) => (await listDeskPairs(actor, { tab: "all", sort: "fit" }, { page: 1, size: 100 })).rows.filter((row) => row.needId === needId && row.achievementId === achievement.id)
      .map((row) => [row.need.organisationId, row.need.deal?.id ?? null, row.achievement.organisationId, row.achievement.deal]);
    expect(await sidesFor(between, named.id)).toEqual([[dealing.enterprise.organisationId, dealId, seller.organisationId, null]]);
    expect(await sidesFor(between, unnamed.id)).toEqual([[null, null, seller.organisationId, null]]);
    expect(await sidesFor(broker, named.id), "no deal of others").toEqual([[dealing.enterprise.organisationId, null, seller.organisationId, null]]);
    await dismissBroker(dealing.office, { dealId, userId: between.userId });
    expect((await sidesFor(await reload(between.userId), named.id))[0]?.[1]).toBeNull();
  });

  it("moves a pair by the broker's own marks and back by undoing", async () => {
    const pair = await makePair();
    const { markId } = await markPair(broker, { ...pair, kind: "aside" });
    expect(await tabOf(pair)).toBe("aside");
    await undoMark(broker, { markId });
    expect(await tabOf(pair)).toBe("today");
    await expect(undoMark(broker, { markId })).rejects.toBeInstanceOf(Conflict);
    const tomorrow = addDays(todayInHarbin(clock.now()), 1);
    await markPair(broker, { ...pair, kind: "later", dueOn: tomorrow });
    expect(await tabOf(pair)).toBe("later");
    await markPair(broker, { ...pair, kind: "contacted", note: "电话，请周五再打", dueOn: todayInHarbin(clock.now()) });
    expect(await tabOf(pair)).toBe("due");
    expect((await listDueMarks(broker)).map((mark) => mark.needId)).toContain(pair.needId);
    const past = (await pastOfPairs(broker, [pair])).get(pairKey(pair));
    expect(past?.map((fact) => fact.code)).toEqual(["marked", "marked"]);
  });

  it("promises what can be kept: a call about a record that left the market is none, one that fits less by now is", async () => {
    const [gone, less] = [await makePair(), await makePair()];
    for (const pair of [gone, less]) await markPair(broker, { ...pair, kind: "later", dueOn: addDays(todayInHarbin(clock.now()), 1) });
    await db().update(listings).set({ status: "withdrawn" }).where(eq(listings.id, gone.achievementId));
    await db().update(matches).set({ level: "fair" }).where(eq(matches.needId, less.needId));
    expect([await tabOf(gone), await tabOf(less)]).toEqual([null, "later"]);
    const due = (await listDueMarks(broker, 100)).map((mark) => mark.needId);
    expect([due.includes(gone.needId), due.includes(less.needId)]).toEqual([false, true]);
  });

  it("keeps the mark of one broker from another, and refuses a day that is over", async () => {
    const pair = await makePair();
    const { markId } = await markPair(broker, { ...pair, kind: "aside" });
    const other = await makeBroker();
    await expect(undoMark(other, { markId })).rejects.toBeInstanceOf(NotFound);
    expect((await pastOfPairs(other, [pair])).get(pairKey(pair))).toBeUndefined();
    await expect(markPair(broker, { ...pair, kind: "later", dueOn: "2020-01-01" })).rejects.toBeInstanceOf(Invalid);
    await expect(markPair(broker, { ...pair, kind: "contacted", note: " ", dueOn: "2020-01-01" }), "nor a contact of which nothing is said").rejects.toMatchObject({ fields: { note: { code: "required" }, dueOn: { code: "due_past" } } });
    await expect(markPair(sellerPerson, { ...pair, kind: "aside" })).rejects.toBeInstanceOf(NotFound);
  });

  it("leaves out what one side put aside, and shows nowhere what both did", async () => {
    const pair = await makePair();
    await dismiss(buyerPerson, { ...pair, reason: "too_early" });
    expect(await tabOf(pair)).toBeNull();
    await markPair(broker, { ...pair, kind: "contacted", note: "又通了电话" });
    expect(await tabOf(pair)).toBe("contacted");
    expect((await pastOfPairs(broker, [pair])).get(pairKey(pair))).toContainEqual(expect.objectContaining({ code: "dismissed", side: "need", reason: "too_early" }));
    const ofSeller = { ...broker, memberships: sellerPerson.memberships }, ofBuyer = { ...broker, memberships: buyerPerson.memberships };
    expect((await pastOfPairs(ofSeller, [pair])).get(pairKey(pair))?.map((fact) => fact.code), "not to the other side's people, brokers or not").toEqual(["marked"]);
    expect((await pastOfPairs(ofBuyer, [pair])).get(pairKey(pair))).toContainEqual(expect.objectContaining({ code: "dismissed" }));
    expect((await listMatches(broker, pair.needId)).hidden).toEqual([]);
    expect((await getMatch(broker, pair.needId, pair.achievementId)).match.dismissed).toBeNull();
    expect((await listMatches(buyerPerson, pair.needId)).hidden).toHaveLength(1);
    await dismiss(sellerPerson, { ...pair, reason: "price" });
    expect(await tabOf(pair)).toBeNull();
  });
});

describe("a recommendation", () => {
  it("reaches both sides once, with the broker's words", async () => {
    const pair = await makePair();
    await introduce(broker, { ...pair, side: "both", message: "两边都在松北，值得见一面。" });
    await follow();
    const told = await db().select().from(notifications).where(eq(notifications.kind, "pair.introduced"));
    expect(told.map((row) => row.userId).sort()).toEqual([sellerPerson.userId, buyerPerson.userId].sort());
    expect(told.find((row) => row.userId === buyerPerson.userId)?.href).toBe(`/o/${buyer.slug}/matches/${pair.needId}`);
    expect(await tabOf(pair)).toBe("contacted");
    await expect(introduce(broker, { ...pair, side: "need", message: "再推荐一次试试看。" })).rejects.toBeInstanceOf(Conflict);
    const seen = await listIntroductionsTo(sellerPerson, { id: pair.achievementId, kind: "achievement", organisationId: seller.organisationId });
    expect(seen).toMatchObject([{ message: "两边都在松北，值得见一面。", other: { id: pair.needId } }]);
    expect(await listIntroductionsTo(buyerPerson, { id: pair.achievementId, kind: "achievement", organisationId: seller.organisationId })).toEqual([]);
  });

  it("is not hidden behind newer ones of what is no longer offered", async () => {
    const achievement = await makePublished("achievement", seller), made: { id: string }[] = [];
    for (let n = 0; n < 21; n++) made.push(await makePublished("need", buyer));
    await db().insert(introductions).values(made.map(({ id }, n) => ({ id: newId(), brokerId: broker.brokerId, needId: id, achievementId: achievement.id, side: "both" as const, message: "值得见一面。", madeAt: new Date(n) })));
    await db().update(listings).set({ status: "closed" }).where(inArray(listings.id, made.slice(1).map(({ id }) => id)));
    const seen = await listIntroductionsTo(sellerPerson, { id: achievement.id, kind: "achievement", organisationId: seller.organisationId });
    expect(seen.map((one) => one.other.id)).toEqual([made[0]!.id]);
  });

  it("goes to one side alone if the broker wants so", async () => {
    const pair = await makePair();
    await introduce(broker, { ...pair, side: "need", message: "先问问需求方的意思。" });
    expect(await listIntroductionsTo(sellerPerson, { id: pair.achievementId, kind: "achievement", organisationId: seller.organisationId })).toEqual([]);
    expect(await listIntroductionsTo(buyerPerson, { id: pair.needId, kind: "need", organisationId: buyer.organisationId })).toHaveLength(1);
  });

  it("is refused once the need's deadline has passed: the pair is nobody's to recommend or to mark", async () => {
    const pair = await makePair();
    const [listing] = await db().select({ versionId: listings.publishedVersionId }).from(listings).where(eq(listings.id, pair.needId));
    await db().update(needVersions).set({ deadline: addDays(todayInHarbin(clock.now()), -1) }).where(eq(needVersions.versionId, listing!.versionId!));
    await expect(introduce(broker, { ...pair, side: "both", message: "值得看一看。" })).rejects.toBeInstanceOf(NotFound);
    await expect(markPair(broker, { ...pair, kind: "later" })).rejects.toBeInstanceOf(NotFound);
  });

  it("is refused against the word of a side, and beyond the number of a day", async () => {
    const pair = await makePair();
    await dismiss(buyerPerson, { ...pair, reason: "other" });
    await expect(introduce(broker, { ...pair, side: "both", message: "还是想推荐一下。" })).rejects.toBeInstanceOf(Conflict);
    expect(await db().$count(matchJudgements)).toBeGreaterThan(0);
    const busy = await makeBroker();
    const rows = await Promise.all(Array.from({ length: introductionsPerDay }, () => makePair()));
    await db().insert(introductions).values(rows.map((row) => ({ id: newId(), brokerId: busy.brokerId, ...row, side: "both" as const, message: "x", madeAt: clock.now() })));
    await expect(introduce(busy, { ...(await makePair()), side: "both", message: "今天的第二十一对。" })).rejects.toBeInstanceOf(LimitReached);
  });
});

describe("a broker who belongs to one side", () => {
  it("does not learn from the desk that the other side has put the pair aside, and recommends nothing of their own", async () => {
    const own = await makeBroker(seller);
    const seen = async (pair: { needId: string; achievementId: string }) => {
      const tabs = await Promise.all((["today", "all", "contacted"] as const).map(async (tab) => {
        const { rows, done } = await listDeskPairs(own, { tab, sort: "fit" }, { page: 1, size: 100 });
        return [...rows, ...done].filter((row) => pairKey(row) === pairKey(pair)).map((row) => [tab, row.refused, row.own]);
      }));
      const refusal = await introduce(own, { ...pair, side: "both", message: "两边都在松北，值得见一面。" }).catch((error: unknown) => (error as Conflict).code);
      return { tabs: tabs.flat(), refusal };
    };
    const [untouched, marked] = [await makePair(), await makePair()];
    await markPair(own, { ...marked, kind: "contacted", note: "通了电话" });
    const before = [await seen(untouched), await seen(marked)];
    expect(before.map((one) => one.refusal)).toEqual(["pair_own", "pair_own"]);
    expect(before[0]!.tabs).toContainEqual(["all", false, true]);
    expect(before[1]!.tabs).toContainEqual(["contacted", false, true]);
    for (const pair of [untouched, marked]) await dismiss(buyerPerson, { ...pair, reason: "too_early" });
    expect([await seen(untouched), await seen(marked)], "as if nothing had been said").toEqual(before);
    for (const pair of [untouched, marked]) await dismiss(sellerPerson, { ...pair, reason: "price" });
    expect((await seen(untouched)).tabs).toEqual([]);
    expect((await seen(marked)).tabs, "what their own side put aside").toContainEqual(["contacted", true, true]);
  });
});
