import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { dishonestyMarks, events, notifications, organisations } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson, reload } from "@/db/testing/factories";
import type { Membership, Person } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { addDays, todayInHarbin } from "@/lib/core/dates";
import { Conflict, Forbidden, NotFound, type Invalid } from "@/lib/core/errors";
import { follow } from "@/lib/worker/follow";
import { barredAmong, findStandingMark, findToMark, listMarks } from "./dishonesty";
import { endDishonesty } from "./end-dishonesty";
import { markDishonest } from "./mark-dishonest";

useDatabase();

const today = () => todayInHarbin(clock.now());
const page = { page: 1, size: 20 };
let director: Person, reviewer: Person, bureau: Membership;

beforeAll(async () => {
  bureau = await makeOrganisation({ kind: "bureau" });
  [director, reviewer] = [await makePerson({ organisation: bureau, roles: ["director"] }), await makePerson({ organisation: bureau, roles: ["reviewer"] })];
});

const finding = (organisation: Membership, more: object = {}) => ({ organisationId: organisation.organisationId, reason: "虚构交易骗取补助", source: "某局决定书1号", listedOn: today(), ...more });

test("a mark stands from its day on, is told, counts once, and is ended with its reason", async () => {
  const firm = await makeOrganisation({ kind: "enterprise" });
  const owner = await makePerson({ organisation: firm });
  const { markId } = await markDishonest(director, finding(firm));
  expect(await barredAmong(db(), [firm.organisationId, bureau.organisationId, null])).toEqual([firm.organisationId]);
  expect(await findStandingMark(firm.organisationId)).toMatchObject({ source: "某局决定书1号", untilOn: null });
  await expect(markDishonest(director, finding(firm))).rejects.toMatchObject({ code: "marked_already" });
  await follow();
  const told = await db().select().from(notifications).where(eq(notifications.userId, owner.userId));
  expect(told.map((row) => row.kind)).toContain("organisation.dishonesty_marked");
  expect((await listMarks(director, { state: "standing" }, page)).rows.map((row) => row.id)).toContain(markId);
  await endDishonesty(director, { markId, ending: "mistaken", note: "同名单位" });
  expect(await barredAmong(db(), [firm.organisationId])).toEqual([]);
  await expect(endDishonesty(director, { markId, ending: "mistaken", note: "同名单位" })).rejects.toBeInstanceOf(Conflict);
  expect((await listMarks(director, { state: "mistaken", q: firm.name }, page)).rows[0]).toMatchObject({ id: markId, endingNote: "同名单位" });
  await markDishonest(director, finding(firm));
  expect((await listMarks(director, { q: firm.name }, page)).total).toBe(2);
});

test("its last day ends it by itself", async () => {
  const firm = await makeOrganisation({ kind: "enterprise" });
  const { markId } = await markDishonest(director, finding(firm, { listedOn: addDays(today(), -30), untilOn: today() }));
  expect(await barredAmong(db(), [firm.organisationId])).toEqual([firm.organisationId]);
  await db().update(dishonestyMarks).set({ untilOn: addDays(today(), -1) }).where(eq(dishonestyMarks.id, markId));
  expect(await barredAmong(db(), [firm.organisationId])).toEqual([]);
  expect((await listMarks(director, { state: "over", q: firm.name }, page)).total).toBe(1);
  await markDishonest(director, finding(firm));
});

test("days that make no sense are refused in words", async () => {
  const firm = await makeOrganisation({ kind: "enterprise" });
  const fields = async (more: object) => markDishonest(director, finding(firm, more)).then(() => null, (error: Invalid) => error.fields);
  expect(await fields({ listedOn: addDays(today(), 1) })).toMatchObject({ listedOn: { code: "future_date" } });
  expect(await fields({ untilOn: addDays(today(), -1) })).toMatchObject({ untilOn: { code: "until_before_listed" } });
  expect(await fields({ listedOn: addDays(today(), -9), untilOn: addDays(today(), -1) })).toMatchObject({ untilOn: { code: "until_past" } });
  expect(await fields({ reason: "" })).toHaveProperty("reason");
});

test("it is those who answer for the bureau who keep the list, never of an own organisation", async () => {
  const firm = await makeOrganisation({ kind: "enterprise" });
  const both = await makePerson({ in: [{ organisation: bureau, roles: ["director"] }, { organisation: firm, roles: ["viewer"] }] });
  const own = await makePerson({ organisation: firm });
  for (const actor of [reviewer, both, own]) await expect(markDishonest(actor, finding(firm))).rejects.toBeInstanceOf(Forbidden);
  await db().update(organisations).set({ suspendedAt: new Date() }).where(eq(organisations.id, firm.organisationId));
  await expect(markDishonest(await reload(both.userId), finding(firm)), "also while it is suspended").rejects.toBeInstanceOf(Forbidden);
  await db().update(organisations).set({ suspendedAt: null }).where(eq(organisations.id, firm.organisationId));
  await expect(markDishonest(director, finding(bureau))).rejects.toBeInstanceOf(Forbidden);
  const { markId } = await markDishonest(director, finding(firm));
  const before = await db().$count(events);
  await expect(endDishonesty(reviewer, { markId, ending: "mistaken", note: "不对" })).rejects.toBeInstanceOf(Forbidden);
  await expect(endDishonesty(own, { markId, ending: "mistaken", note: "不对" })).rejects.toBeInstanceOf(NotFound);
  await expect(listMarks(own, {}, page)).rejects.toBeInstanceOf(NotFound);
  await expect(findToMark(own, { q: "x" })).rejects.toBeInstanceOf(NotFound);
  expect((await findToMark(reviewer, { q: firm.name })).map((row) => row.id)).toEqual([firm.organisationId]);
  expect(await db().$count(events)).toBe(before);
});
