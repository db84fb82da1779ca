import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { brokers, matches } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { makeBroker, makeMatch, makePublished } from "@/db/testing/market";
import { loadCodes } from "@/lib/codes/load";
import type { Membership, Person } from "@/lib/core/actor";
import { withClock } from "@/lib/core/clock";
import { addDays, todayInHarbin } from "@/lib/core/dates";
import { dismiss } from "@/lib/matching/dismiss";
import { introduce } from "./introduce";
import { markPair } from "./mark";
import { newestChange } from "./pairs";
import { listDeskPairs } from "./queries";
import { undoMark } from "./undo-mark";
import { pairKey, shortlistPerRecord, shortlistSize } from "./states";

useDatabase();

const page = { page: 1, size: 20 };
const dawn = new Date("2026-06-09T16:00:00Z"); // 00:00 of 10 June in Harbin
const at = (hours: number) => new Date(dawn.getTime() + hours * 3_600_000);
let seller: Membership, buyer: Membership, buyerPerson: Person, broker: Person & { brokerId: string };

beforeAll(() => loadCodes(db()));

beforeEach(async () => {
  await db().delete(matches);
  [seller, buyer, broker] = [await makeOrganisation(), await makeOrganisation({ kind: "enterprise" }), await makeBroker()];
  buyerPerson = await makePerson({ organisation: buyer });
});

const record = (kind: "need" | "achievement", given: Parameters<typeof makePublished>[2] = {}) => makePublished(kind, kind === "need" ? buyer : seller, { at: at(-48), ...given });

async function makePair(score = 80, given: Parameters<typeof makePublished>[2] = {}) {
  return makeMatch(await record("need", given), await record("achievement", given), score >= 72 ? "high" : "good", score);
}

const read = (hours: number, who = broker) => withClock(at(hours), () => listDeskPairs(who, { tab: "today", sort: "fit" }, page));
const keys = (rows: { needId: string; achievementId: string }[]) => rows.map(pairKey);

describe("the day's list", () => {
  it("holds twenty pairs at most, the best first, and the rest stands behind the conditions with its count and pages", async () => {
    const pairs = [];
    for (let n = 0; n < shortlistSize + 5; n += 1) pairs.push(await makePair(60 + n, { fieldCode: n % 2 ? "EQ02" : null, industryCode: n % 2 ? "EQ" : null }));
    const list = await read(9);
    expect(keys(list.rows)).toEqual(keys(pairs.reverse().slice(0, shortlistSize)));
    expect(list.counts).toMatchObject({ today: shortlistSize, all: shortlistSize + 5 });
    const rest = await withClock(at(9), () => listDeskPairs(broker, { tab: "all", sort: "fit" }, { page: 2, size: 20 }));
    expect(keys(rest.rows)).toEqual(keys(pairs.slice(shortlistSize)));
    const second = await withClock(at(9), () => listDeskPairs(broker, { tab: "today", sort: "fit" }, { page: 2, size: 10 }));
    expect([second.total, keys(second.rows)]).toEqual([shortlistSize, keys(list.rows).slice(10)]);
    const field = await withClock(at(9), () => listDeskPairs(broker, { tab: "all", sort: "fit", field: "EQ02", level: "high" }, page));
    expect([field.total, field.rows.every((row) => row.level === "high")]).toEqual([6, true]);
  });

  it("holds two pairs of one need and two of one achievement at most, however many better ones they have", async () => {
    const [need, achievement] = [await record("need"), await record("achievement")];
    for (let n = 0; n < 5; n += 1) {
      await makeMatch(need, await record("achievement"), "high", 95 - n);
      await makeMatch(await record("need"), achievement, "high", 90 - n);
    }
    const other = await makePair(60);
    const { rows } = await read(9);
    expect(rows.filter((row) => row.needId === need.id).map((row) => row.score)).toEqual([95, 94]);
    expect(rows.filter((row) => row.achievementId === achievement.id).map((row) => row.score)).toEqual([90, 89]);
    expect(keys(rows)).toContain(pairKey(other));
    expect(rows).toHaveLength(2 * shortlistPerRecord + 1);
  });

  it("stays the same all day: what is done is done, nothing takes its place, and tomorrow brings the next ones", async () => {
    const pairs = [];
    for (let n = 0; n < shortlistSize + 4; n += 1) pairs.push(await makePair(95 - n));
    const [first, second, third, fourth] = pairs as [typeof pairs[0], typeof pairs[0], typeof pairs[0], typeof pairs[0]];
    const morning = keys((await read(8)).rows);
    await withClock(at(9), () => markPair(broker, { ...first, kind: "contacted", note: "通过电话" }));
    await withClock(at(9), () => introduce(broker, { ...second, side: "both", message: "两边正好对得上。" }));
    await withClock(at(9), () => dismiss(buyerPerson, { ...third, reason: "price" }));
    const late = await makeMatch(await record("need", { at: at(10) }), await record("achievement"), "high", 99);
    const noon = await read(12);
    expect(keys(noon.rows)).toEqual(morning.filter((key) => ![first, second, third].map(pairKey).includes(key)));
    expect(keys(noon.done)).toEqual([first, second].map(pairKey));
    const { markId } = await withClock(at(13), () => markPair(broker, { ...fourth, kind: "aside" }));
    await withClock(at(14), () => undoMark(broker, { markId }));
    expect(keys((await read(15)).rows)).toEqual(keys(noon.rows));
    const tomorrow = keys((await read(24 + 8)).rows);
    expect(tomorrow).toHaveLength(shortlistSize);
    expect(tomorrow[0]).toBe(pairKey(late));
    for (const gone of [first, second, third]) expect(tomorrow).not.toContain(pairKey(gone));
  });

  it("takes what came today only where places would stay empty", async () => {
    const old = await makePair(60);
    const young = await makePair(90, { at: at(8) });
    expect(keys((await read(9)).rows)).toEqual(keys([young, old]));
  });

  it("prefers the fields of the broker's profile, and what nobody has recommended yet", async () => {
    await db().update(brokers).set({ fieldCodes: ["EQ02"] }).where(eq(brokers.id, broker.brokerId));
    const another = await makeBroker();
    const taken = await makePair(99);
    await withClock(at(-3), () => introduce(another, { ...taken, side: "need", message: "先问需求方。" }));
    const own = await makePair(60, { industryCode: "EQ", fieldCode: "EQ02" });
    for (let n = 0; n < shortlistSize - 1; n += 1) await makePair(70 + n);
    const { rows } = await read(9);
    expect(keys(rows)).toContain(pairKey(own));
    expect(rows.find((row) => row.needId === own.needId)?.ownField).toBe(true);
    expect(keys(rows)).not.toContain(pairKey(taken));
    // To the other broker it is no new call either, but one of those who have time may take it up.
    await db().delete(matches).where(eq(matches.score, 75));
    expect(keys((await read(9)).rows)).toContain(pairKey(taken));
  });

  it("says what changed last, and finds a promise that is due under its own tab", async () => {
    const pair = await makeMatch(await record("need", { at: at(-30) }), await record("achievement"), "high", 80);
    const [row] = (await read(9)).rows;
    expect(newestChange(row!)).toEqual({ kind: "need", revised: false, on: "2026-06-08" });
    await withClock(at(9), () => markPair(broker, { ...pair, kind: "later", dueOn: addDays(todayInHarbin(at(9)), 1) }));
    const due = await withClock(at(33), () => listDeskPairs(broker, { tab: "due", sort: "fit" }, page));
    expect([keys(due.rows), due.counts.later, due.counts.all]).toEqual([[pairKey(pair)], 0, 0]);
  });
});
