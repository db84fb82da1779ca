import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, test } from "vitest";
import { db } from "@/db/client";
import { digestMatches, dishonestyMarks, listings, listingVersions, matchedListings, matches, matchNews, needVersions } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { makeMatch, makePublished } from "@/db/testing/market";
import type { Membership, Person } from "@/lib/core/actor";
import { clock, withClock } from "@/lib/core/clock";
import { todayInHarbin } from "@/lib/core/dates";
import { newId } from "@/lib/core/id";
import { NotFound } from "@/lib/core/errors";
import { collectNews } from "@/lib/digests/collect";
import { dropStale } from "@/lib/digests/find-due";
import { readPostponed } from "@/lib/jobs/postponed";
import { memoryEngine } from "@/lib/engine/testing/memory-engine";
import type { SearchEngine } from "@/lib/engine/port";
import { publicDocumentsAfter } from "@/lib/listings/public-document";
import { endDishonesty } from "@/lib/organisations/end-dishonesty";
import graded from "./data/graded.json";
import { listMatchedListings } from "./overview";
import { getMatch, listMatches } from "./queries";
import { findRefreshState, refreshMatches } from "./refresh";
import { MATCHING_READER, rematch, rematchListing, rematchPublished, rematchReturned } from "./rematch";
import { achievementDocument, needDocument, type AchievementText, type NeedText } from "./texts";

useDatabase();

let seller: Membership, buyer: Membership, sellerPerson: Person, buyerPerson: Person;
const problem = "水下焊接机器人在浑浊水体中跟踪焊缝，需要激光视觉与水声定位";

beforeEach(async () => {
  for (const table of [matches, matchNews, matchedListings, digestMatches]) await db().delete(table);
  await db().execute("update listings set status = 'withdrawn'");
  [seller, buyer] = [await makeOrganisation(), await makeOrganisation({ kind: "enterprise" })];
  [sellerPerson, buyerPerson] = [await makePerson({ organisation: seller }), await makePerson({ organisation: buyer })];
});

/** Records of a market around ours, so that words have their rarity; they are in the index only and are matched with nobody. */
const around = [...(graded.achievements as AchievementText[]).map(achievementDocument), ...(graded.needs as NeedText[]).map(needDocument)].map((document) => ({ ...document, id: newId() }));
/** What the search server would hold of the market as it is now. */
const index = async (): Promise<SearchEngine> => memoryEngine([...around, ...await publicDocumentsAfter(db(), null, 1_000)]);
const makeNeed = (given = {}) => makePublished("need", buyer, { title: "水下焊接焊缝跟踪", problem, ...given });
const makeAchievement = (given = {}) => makePublished("achievement", seller, { title: "水下焊接机器人焊缝跟踪技术", summary: problem, ...given });
const rematchNow = async (id: string) => { const engine = await index(); return db().transaction((tx) => rematchListing(tx, engine, id)); };
const storedFor = (needId: string) => db().select().from(matches).where(eq(matches.needId, needId));

/** The need's owner says something else, and it is approved; nothing has been compared since. */
async function publishAnew(needId: string, content: Partial<typeof needVersions.$inferInsert>): Promise<void> {
  const versionId = newId(), at = clock.now(), ordinal = 1 + await db().$count(listingVersions, eq(listingVersions.listingId, needId));
  await db().update(listingVersions).set({ status: "superseded" }).where(eq(listingVersions.listingId, needId));
  await db().insert(listingVersions).values({ id: versionId, listingId: needId, ordinal, status: "published", createdAt: at, savedAt: at, decidedAt: at });
  await db().insert(needVersions).values({ versionId, title: "水下焊接焊缝跟踪", problem, ...content });
  await db().update(listings).set({ publishedVersionId: versionId }).where(eq(listings.id, needId));
}

describe("a pair", () => {
  it("stays as long as it is on the list of either side", async () => {
    const need = await makeNeed();
    for (let n = 0; n < 53; n++) await makeAchievement();
    // Achievements first, then the need: none of them may lose its only need.
    await refreshMatches(await index());
    const stored = await storedFor(need.id);
    expect(stored).toHaveLength(53);
    expect(stored.filter((row) => row.needRank !== null).map((row) => row.needRank!).sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    expect(stored.every((row) => row.achievementRank === 1)).toBe(true);
    expect(await db().select().from(matchedListings).where(eq(matchedListings.listingId, need.id))).toMatchObject([{ count: 53, high: stored.filter(({ level }) => level === "high").length }]);
    expect((await listMatches(buyerPerson, need.id)).shown).toHaveLength(53);
    const pages = await Promise.all([1, 2, 3, 4].map((page) => listMatches(buyerPerson, need.id, { page, size: 20 })));
    expect(pages.map(({ shown, total }) => [shown.length, total])).toEqual([[20, 53], [20, 53], [13, 53], [0, 53]]);
    expect(new Set(pages.flatMap(({ shown }) => shown.map((match) => match.other.id))).size).toBe(53);
    const last = pages[2]!.shown[12]!.other.id;
    expect((await getMatch(buyerPerson, need.id, last)).match.other.id).toBe(last);
    // A new version is compared with those as well that have it on their lists only; who fits no longer is gone at once.
    const publish = async (content: Partial<typeof needVersions.$inferInsert>) => { await publishAnew(need.id, content); const engine = await index(); await db().transaction((tx) => rematchPublished(tx, engine, need.id)); };
    await publish({ requiredMaturity: 6 });
    const { shown } = await listMatches(buyerPerson, need.id);
    expect(shown).toHaveLength(53);
    expect(shown.some((match) => match.changed)).toBe(false);
    await publish({ title: "大豆种子的储存", problem: "北方寒地大豆种子越冬储存时发芽率下降" });
    expect(await storedFor(need.id)).toEqual([]);
  }, 60_000);

  it("goes when it is on neither", async () => {
    const [need, achievement] = [await makeNeed(), await makeAchievement()];
    await refreshMatches(await index());
    expect(await storedFor(need.id)).toHaveLength(1);
    await publishAnew(need.id, { title: "大豆种子的储存", problem: "北方寒地大豆种子越冬储存时发芽率下降" });
    await rematchNow(need.id);
    await rematchNow(achievement.id);
    expect(await storedFor(need.id)).toEqual([]);
  });
});

describe("whoever asks", () => {
  it("gets one score for the same reasons: of what is asked and offered, not of who is called how", async () => {
    const named = await makeOrganisation({ kind: "enterprise", name: "水声定位示例设备有限公司" });
    const need = await makePublished("need", named, { title: "水下焊接焊缝跟踪", problem: "焊接机器人在浑浊水体中跟踪焊缝", budgetKind: "negotiable" });
    const achievement = await makeAchievement({ summary: "用水声定位跟踪焊缝的焊接机器人", priceKind: "negotiable" });
    const stored = async () => (await storedFor(need.id)).map(({ score, parts, reasons }) => ({ score, parts, reasons }))[0]!;
    await rematchNow(need.id);
    const asked = await stored();
    await db().delete(matches);
    await rematchNow(achievement.id);
    expect(await stored()).toEqual(asked);
    expect(JSON.stringify(asked.reasons)).not.toContain("水声定位");
    expect(asked.reasons.filter(({ code, values }) => code === "missing" && ["budget", "price"].includes(String(values?.field))), "what is negotiable is said").toEqual([]);
  });
});

describe("a need past its deadline", () => {
  it("is neither matched nor listed, and counts nowhere; its owner still sees why", async () => {
    const [need, achievement] = [await makeNeed({ deadline: todayInHarbin(clock.now()) }), await makeAchievement()];
    await rematchNow(need.id);
    expect((await listMatches(sellerPerson, achievement.id)).shown).toHaveLength(1);
    await withClock(new Date(Date.now() + 2 * 86_400_000), async () => {
      expect((await listMatches(sellerPerson, achievement.id)).shown).toEqual([]);
      expect(await listMatches(buyerPerson, need.id)).toMatchObject({ shown: [], listing: { state: "over" } });
      const page = { page: 1, size: 20 };
      expect((await listMatchedListings(sellerPerson, seller.organisationId, page)).rows).toMatchObject([{ count: 0, high: 0 }]);
      expect((await listMatchedListings(buyerPerson, buyer.organisationId, page)).rows).toMatchObject([{ count: 0, over: true }]);
      expect(await rematchNow(need.id)).toEqual([]);
      await rematchNow(achievement.id);
      expect(await storedFor(need.id)).toEqual([]);
    });
  });

  it("is not told of in a digest that waited for it", async () => {
    const [need, achievement] = [await makeNeed({ deadline: todayInHarbin(clock.now()) }), await makeAchievement()];
    const pair = await makeMatch(need, achievement);
    await db().insert(matchNews).values({ ...pair, level: "high", foundAt: clock.now() });
    await collectNews();
    await dropStale(db());
    expect(await db().$count(digestMatches, eq(digestMatches.needId, need.id))).toBe(2);
    await withClock(new Date(Date.now() + 2 * 86_400_000), () => dropStale(db()));
    expect(await db().$count(digestMatches, eq(digestMatches.needId, need.id))).toBe(0);
  });
});

describe("a reason never tells one side what the other keeps back", () => {
  const secrets = { budgetKind: "range" as const, budgetMinFen: 61_234_500, budgetMaxFen: 71_234_500, elements: { material: "碳化硅", method: "", effect: "", product: "", application: "" }, indicators: [] };
  const hidden = { budget: "bureau", elements: "bureau", indicators: "bureau" } as never;
  const tell = async (achievementId: string) => JSON.stringify((await listMatches(sellerPerson, achievementId)).shown);

  it("as what is not public reaches no reason", async () => {
    const [need, achievement] = [await makeNeed({ ...secrets, audience: hidden }), await makeAchievement({ priceKind: "fixed", priceFen: 60_000_000, scenes: ["碳化硅"] })];
    await rematchNow(need.id);
    const said = await tell(achievement.id);
    expect(said).toContain("shared_words");
    expect(said).not.toMatch(/61234500|71234500|money_|element_|碳化硅/);
    const [{ parts } = { parts: {} }] = await storedFor(need.id);
    expect(Object.keys(parts)).not.toContain("money");
  });

  it("also when it was public in a version before, until the two are compared anew", async () => {
    const [need, achievement] = [await makeNeed(secrets), await makeAchievement({ priceKind: "fixed", priceFen: 60_000_000, scenes: ["碳化硅"] })];
    const old = await index();
    await rematchNow(need.id);
    expect(await tell(achievement.id)).toMatch(/money_within.*71234500/);
    await publishAnew(need.id, { ...secrets, audience: hidden });
    const [changed] = (await listMatches(sellerPerson, achievement.id)).shown;
    expect(changed).toMatchObject({ needId: need.id, changed: true, reasons: [], parts: {}, score: null });
    // The search server is behind: what it still holds of the old version is put down as the old version's.
    await db().transaction((tx) => rematchListing(tx, old, achievement.id));
    expect(await tell(achievement.id)).not.toMatch(/71234500|money|碳化硅/);
    await rematchNow(need.id);
    const said = await tell(achievement.id);
    expect(said).toContain("shared_words");
    expect(said).not.toMatch(/71234500|money|碳化硅/);
  });
});

describe("what the night finds", () => {
  const tonight = async () => { await refreshMatches(await index()); return db().select().from(matchNews); };
  const months = new Date(Date.now() - 60 * 86_400_000);

  it("is news once where both records had been compared before without it", async () => {
    const [need, achievement] = [await makeNeed({ at: months, title: "大豆种子的储存", problem: "北方寒地大豆种子越冬储存时发芽率下降" }), await makeAchievement({ at: months })];
    await withClock(new Date(Date.now() - 86_400_000), async () => refreshMatches(await index()));
    expect(await db().select().from(matches)).toEqual([]);
    // The statistics and the words of the market have changed so that the two meet.
    await db().update(needVersions).set({ title: "水下焊接焊缝跟踪", problem }).where(eq(needVersions.title, "大豆种子的储存"));
    expect(await tonight()).toMatchObject([{ needId: need.id, achievementId: achievement.id, collectedAt: null }]);
    await collectNews();
    expect(await db().$count(digestMatches, eq(digestMatches.needId, need.id))).toBe(2);
    await db().delete(matches);
    expect(await tonight()).toMatchObject([{ collectedAt: expect.any(Date) }]);
  });

  it("is no news where a whole market is compared for the first time, nor when a known pair comes back", async () => {
    const [need, achievement] = [await makeNeed({ at: months }), await makeAchievement({ at: months })];
    const past = (days: number) => new Date(Date.now() - days * 86_400_000);
    await withClock(past(3), async () => expect(await tonight()).toEqual([]));
    expect(await storedFor(need.id)).toHaveLength(1);
    const engine = await index();
    await engine.deleteDocuments([need.id, achievement.id]);
    await withClock(past(2), () => refreshMatches(engine));
    expect(await storedFor(need.id)).toEqual([]);
    expect((await tonight()).every((row) => row.collectedAt !== null)).toBe(true);
    expect(await storedFor(need.id)).toHaveLength(1);
  });

  it("is news where a record is new and its own matching came too late", async () => {
    await makeAchievement({ at: months });
    await makeNeed();
    expect(await tonight()).toHaveLength(1);
  });
});

it("a night that is too short goes on in the next one, with what was compared longest ago", async () => {
  const operator = await makePerson({ operator: true });
  const records = [await makeNeed(), await makeNeed(), await makeNeed()], engine = await index();
  const comparedAt = async () => new Map((await db().select().from(matchedListings)).map((row) => [row.listingId, row.matchedAt]));
  const day = (n: number) => new Date(Date.now() + n * 86_400_000);
  const [first, second, third] = records.map(({ id }) => id);
  await withClock(day(0), () => db().transaction((tx) => rematchListing(tx, engine, second!)));
  await withClock(day(-1), () => db().transaction((tx) => rematchListing(tx, engine, third!)));
  expect(await findRefreshState(operator)).toEqual({ total: 3, left: 1, oldest: null });
  expect(await refreshMatches(engine, 0)).toBe(0);
  let seconds = 0;
  expect(await withClock(day(1), () => refreshMatches(engine, 2_500, () => seconds++ * 1_000)), "two of them take the night").toBe(2);
  const after = await comparedAt();
  expect([first, third].every((id) => after.get(id!)!.getTime() > Date.now() + 80_000_000), "the one that never was, and the oldest").toBe(true);
  expect(after.get(second!)!.getTime()).toBeLessThan(Date.now() + 1_000);
  expect(await withClock(day(2), () => findRefreshState(operator))).toMatchObject({ total: 3, left: 1, oldest: after.get(second!) });
  expect(await withClock(day(2), () => refreshMatches(engine)), "and the next night goes on").toBe(3);
  expect(await withClock(day(2), () => findRefreshState(operator))).toMatchObject({ left: 0 });
  await expect(findRefreshState(sellerPerson)).rejects.toThrow(NotFound);
});

test("the records of an organisation that is back are matched a slice at a time, also after a worker died over one", async () => {
  const need = await makeNeed();
  for (let n = 0; n < 3; n += 1) await makeAchievement();
  const engine = await index(), at = clock.now();
  const restored = { position: 1, at, id: newId(), name: "organisation.restored" as const, actorId: null, organisationId: null, facts: {}, subjects: [{ kind: "organisation" as const, id: seller.organisationId }] };
  await db().transaction((tx) => rematch(tx, [restored], engine));
  expect(await storedFor(need.id), "the event itself is passed at once").toEqual([]);
  const matched = (size: number) => readPostponed(MATCHING_READER, size, (tx, slice) => rematchReturned(tx, slice, engine));
  await expect(readPostponed(MATCHING_READER, 2, async (tx, slice) => { await rematchReturned(tx, slice, engine); throw new Error("killed"); })).rejects.toThrow("killed");
  expect(await storedFor(need.id)).toEqual([]);
  expect([await matched(2), (await storedFor(need.id)).length]).toEqual([2, 2]);
  expect([await matched(2), (await storedFor(need.id)).length, await matched(2)]).toEqual([1, 3, 0]);
});

it("a record that was compared and has no match is not said to wait", async () => {
  const need = await makeNeed();
  expect((await listMatches(buyerPerson, need.id)).listing).toMatchObject({ state: "waiting", matchedAt: null });
  await withClock(new Date(Date.now() + 3_600_000), async () => expect((await listMatches(buyerPerson, need.id)).listing.state).toBe("late"));
  await rematchNow(need.id);
  expect(await listMatches(buyerPerson, need.id)).toMatchObject({ shown: [], listing: { state: "compared", matchedAt: expect.any(Date) } });
  await publishAnew(need.id, {});
  expect((await listMatches(buyerPerson, need.id)).listing.state).toBe("waiting");
});

test("with who is on the list of serious dishonesty nobody is matched, until it is taken off", async () => {
  const [need, achievement] = [await makeNeed(), await makeAchievement()];
  const [id, bureau] = [newId(), await makePerson({ organisation: await makeOrganisation({ kind: "bureau" }), roles: ["director"] })];
  await db().insert(dishonestyMarks).values({ id, organisationId: seller.organisationId, reason: "x", source: "x", listedOn: todayInHarbin(clock.now()), markedBy: bureau.userId, markedAt: clock.now() });
  await rematchNow(need.id);
  await rematchNow(achievement.id);
  expect(await storedFor(need.id)).toEqual([]);
  await endDishonesty(bureau, { markId: id, ending: "repaired", note: "已修复" });
  await rematchNow(achievement.id);
  expect(await storedFor(need.id)).toHaveLength(1);
});
