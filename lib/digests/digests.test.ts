import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { digestMatches, mails, matches, matchNews, notifications } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { makeMatch, makePublished } from "@/db/testing/market";
import type { Membership, Person } from "@/lib/core/actor";
import { withClock } from "@/lib/core/clock";
import { addDays, endOfDayInHarbin, todayInHarbin } from "@/lib/core/dates";
import { NotFound } from "@/lib/core/errors";
import { dismiss } from "@/lib/matching/dismiss";
import { noteFinds, noteNews } from "@/lib/matching/news";
import { wordMail } from "@/lib/notifications/word-mail";
import { follow } from "@/lib/worker/follow";
import { changeSetting } from "./change-setting";
import { getDigest, listSettings } from "./queries";
import { forgetStale, sendDigests, tellDigest } from "./tell";

useDatabase();

/** Noon: the morning's digests of the day lie twenty hours ahead, whenever the test runs. */
const noon = new Date(endOfDayInHarbin(addDays(todayInHarbin(new Date()), -1)).getTime() + 12 * 3_600_000);
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
let seller: Membership, buyer: Membership, sellerPerson: Person, buyerPerson: Person, viewer: Person;

beforeAll(async () => {
  [seller, buyer] = [await makeOrganisation(), await makeOrganisation({ kind: "enterprise" })];
  [sellerPerson, buyerPerson, viewer] = [await makePerson({ organisation: seller }), await makePerson({ organisation: buyer }), await makePerson({ organisation: buyer, roles: ["viewer"] })];
});

/** A pair that the matching has just found, with its versions decided `daysAgo`. */
async function makeNews(level: "high" | "good" = "high", daysAgo = 0) {
  const at = new Date(noon.getTime() - daysAgo * 86_400_000);
  const [need, achievement] = [await makePublished("need", buyer, { at }), await makePublished("achievement", seller, { at })];
  // What stands in a match are the versions that were compared.
  const pair = await makeMatch(need, achievement, level);
  await db().execute(`update matches m set need_version_id = n.published_version_id, achievement_version_id = a.published_version_id from listings n, listings a where n.id = m.need_id and a.id = m.achievement_id`);
  await withClock(noon, () => db().transaction((tx) => noteNews(tx, need.id)));
  return pair;
}

const told = (person: Person) => db().select().from(notifications).where(and(eq(notifications.kind, "digest.told"), eq(notifications.userId, person.userId)));

describe("new matches", () => {
  it("are told to both sides once, in one digest with a mail that lists them", async () => {
    const [first, second] = [await makeNews("high"), await makeNews("good")];
    expect(await withClock(noon, sendDigests)).toBe(0); // they gather first
    expect(await withClock(later(2), sendDigests)).toBe(2);
    await follow();
    const [notice, ...more] = await told(buyerPerson);
    expect(more).toEqual([]);
    expect(notice?.values).toMatchObject({ matches: 2, hits: 0 });
    expect(await told(viewer)).toEqual([]);
    const digest = await getDigest(buyerPerson, notice!.subjectId);
    expect(digest.matches.map((one) => one.own.id).sort()).toEqual([first.needId, second.needId].sort());
    expect(digest.matches[0]?.level).toBe("high");
    await expect(getDigest(sellerPerson, notice!.subjectId)).rejects.toBeInstanceOf(NotFound);
    const [mail] = await db().select().from(mails).where(eq(mails.id, notice!.id));
    const { subject, text } = wordMail(mail!);
    expect(subject).toBe("2项新匹配");
    expect(text).toContain("高度契合");
    expect(text).toContain("/me/inbox/settings");
    expect(await withClock(later(60), sendDigests)).toBe(0);
  });

  it("are not told again when the night computes them anew, nor when they are old", async () => {
    const before = await db().$count(matchNews);
    await withClock(noon, () => db().transaction(async (tx) => {
      await noteFinds(tx, await tx.select({ needId: matchNews.needId, achievementId: matchNews.achievementId }).from(matchNews));
    }));
    expect(await db().$count(matchNews)).toBe(before);
    await makeNews("high", 30);
    expect(await db().$count(matchNews)).toBe(before);
    expect(await withClock(later(120), sendDigests)).toBe(0);
  });

  it("wait for the pause, and for the level and the day that somebody set", async () => {
    await changeSetting(buyerPerson, { organisationId: buyer.organisationId, threshold: "high", frequency: "daily" });
    expect((await listSettings(buyerPerson))[0]).toMatchObject({ threshold: "high", frequency: "daily" });
    await makeNews("good");
    const high = await makeNews("high");
    expect(await withClock(later(3), sendDigests)).toBe(0); // the seller had a digest a moment ago, the buyer waits for the morning
    expect(await withClock(later(40), sendDigests)).toBe(1);
    expect(await withClock(later(25 * 60), sendDigests)).toBe(1);
    await follow();
    const notices = await told(buyerPerson);
    expect(notices).toHaveLength(2);
    const digest = await getDigest(buyerPerson, notices.find((one) => one.values.matches === 1)!.subjectId);
    expect(digest.matches.map((one) => one.own.id)).toEqual([high.needId]);
  });

  it("are dropped when the pair was put aside while they waited", async () => {
    await changeSetting(viewer, { organisationId: buyer.organisationId, threshold: "good", frequency: "at_once" });
    const pair = await makeNews("high");
    await withClock(noon, sendDigests);
    expect(await db().$count(digestMatches, and(eq(digestMatches.userId, viewer.userId), eq(digestMatches.needId, pair.needId)))).toBe(1);
    await dismiss(buyerPerson, { ...pair, reason: "wrong_field" });
    await withClock(later(26 * 60), sendDigests);
    await follow();
    expect(await told(viewer)).toEqual([]);
  });

  it("are not told where the pair matches no longer, and no digest leads to it; when it is back, it is", async () => {
    const reader = await makePerson({ organisation: buyer });
    await changeSetting(reader, { organisationId: buyer.organisationId, threshold: "good", frequency: "weekly" });
    const [gone, less, stays] = [await makeNews("high"), await makeNews("high"), await makeNews("high")];
    await withClock(noon, sendDigests);
    const rowsOf = (pair: typeof gone) => and(eq(matches.needId, pair.needId), eq(matches.achievementId, pair.achievementId));
    const [row] = await db().delete(matches).where(rowsOf(gone)).returning();
    await db().update(matches).set({ level: "fair" }).where(rowsOf(less));
    await withClock(later(8 * 24 * 60), sendDigests);
    await follow();
    const readIn = async (at: number) => (await getDigest(reader, (await told(reader))[at]!.subjectId)).matches.map((one) => one.own.id);
    expect((await readIn(0)).filter((id) => [gone, less, stays].some((pair) => pair.needId === id))).toEqual([stays.needId]);
    await db().insert(matches).values(row!);
    await withClock(later(16 * 24 * 60), sendDigests);
    await follow();
    expect((await told(reader)).map(({ values }) => values.matches).sort()).toContain(1);
    await db().delete(matches).where(rowsOf(stays));
    expect((await Promise.all([0, 1].map(readIn))).flat(), "what has left both lists since is not linked").not.toContain(stays.needId);
  });

  it("are not told to whoever said meanwhile that they want none", async () => {
    const reader = await makePerson({ organisation: buyer });
    await changeSetting(reader, { organisationId: buyer.organisationId, threshold: "good", frequency: "weekly" });
    await makeNews("high");
    await withClock(noon, sendDigests);
    expect(await db().$count(digestMatches, eq(digestMatches.userId, reader.userId)), "it waits for the week's end").toBeGreaterThan(0);
    await changeSetting(reader, { organisationId: buyer.organisationId, threshold: "none", frequency: "weekly" });
    await withClock(later(9 * 24 * 60), sendDigests);
    await follow();
    expect(await told(reader)).toEqual([]);
  });

  it("that are gone keep nobody waiting, and are forgotten by the night where nobody is to be told", async () => {
    const [weekly, soon] = [await makePerson({ organisation: buyer }), await makePerson({ organisation: buyer })];
    await changeSetting(weekly, { organisationId: buyer.organisationId, threshold: "good", frequency: "weekly" });
    const gone = await makeNews("high");
    await withClock(noon, sendDigests);
    await db().execute(sql`update listings set status = 'withdrawn' where id = ${gone.achievementId}`);
    const waits = async (person: Person) => db().$count(digestMatches, and(eq(digestMatches.userId, person.userId), eq(digestMatches.needId, gone.needId)));
    await withClock(later(3), sendDigests);
    await follow();
    expect([await waits(soon), (await told(soon)).length], "whoever would be told now").toEqual([0, 0]);
    expect(await waits(weekly)).toBe(1);
    await withClock(later(4), forgetStale);
    expect(await waits(weekly)).toBe(0);
  });

  it("are the platform's own work to tell", async () => {
    await expect(tellDigest(buyerPerson, { userId: buyerPerson.userId })).rejects.toBeInstanceOf(NotFound);
    await expect(changeSetting(sellerPerson, { organisationId: buyer.organisationId, threshold: "none", frequency: "weekly" })).rejects.toBeInstanceOf(NotFound);
  });
});
