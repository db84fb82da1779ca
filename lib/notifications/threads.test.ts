import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { notifications } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makePerson } from "@/db/testing/factories";
import type { Person } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { countUnread, listNewest, listNotifications, listThreads, markRead, newestNotice, openNotice, threadRows } from "./queries";

useDatabase();

const start = new Date("2026-06-10T02:00:00Z").getTime();

async function tell(person: Person, subjectId: string, minute: number, needsAction = false): Promise<void> {
  const at = new Date(start + minute * 60_000);
  await db().insert(notifications).values({ id: newId(at), userId: person.userId, eventId: newId(), eventAt: at, kind: `deal.message_sent`, needsAction: needsAction ? 1 : 0, subjectKind: "deal", subjectId, href: `/${minute}`, createdAt: at });
}

const page = (size: number, number = 1) => ({ page: number, size });
const lines = async (person: Person, tab: "todo" | "known", request = page(20)) => (await listThreads(person, tab, request)).rows.map((thread) => thread.rows.map((row) => row.href).join(" "));

test("what is told of one thing stands together, in the place of the newest; a page counts things", async () => {
  const [person, other] = [await makePerson(), await makePerson()];
  const [a, b, c] = [newId(), newId(), newId()];
  for (const [minute, id] of [[1, a], [2, b], [3, a], [4, c], [5, a]] as const) await tell(person, id, minute);
  await tell(other, b, 9);
  expect(await lines(person, "known")).toEqual(["/5 /3 /1", "/4", "/2"]);
  expect(await lines(person, "known", page(2, 2))).toEqual(["/2"]);
  expect(await listThreads(person, "known", page(2))).toMatchObject({ total: 3, rows: [{ total: 3, unread: 3 }, { total: 1, unread: 1 }] });
});

test("nothing is out of reach: of many lines the newest stand there, all of them under the thing itself", async () => {
  const person = await makePerson();
  const [id, other] = [newId(), newId()];
  for (let minute = 0; minute < threadRows + 5; minute += 1) await tell(person, id, minute);
  await tell(person, other, 0);
  const [thread] = (await listThreads(person, "known", page(20))).rows;
  expect([thread!.total, thread!.rows.length]).toEqual([threadRows + 5, threadRows]);
  expect(await listNotifications(person, "known", page(100), thread!.subject)).toMatchObject({ total: threadRows + 5 });
  expect((await listNotifications(person, "known", page(100), { kind: "deal", id: "no id" })).rows).toEqual([]);
});

test("what waits is a list of its own; one thing, or all of them, are marked as read", async () => {
  const person = await makePerson();
  const [a, b] = [newId(), newId()];
  await tell(person, a, 1);
  await tell(person, a, 2, true);
  await tell(person, b, 3);
  expect(await lines(person, "todo")).toEqual(["/2"]);
  expect(await lines(person, "known")).toEqual(["/3", "/2 /1"]);
  await markRead(person, new Date(), { about: { kind: "deal", id: a } });
  expect(await countUnread(person)).toBe(1);
  await markRead(person, new Date());
  expect(await countUnread(person)).toBe(0);
  expect((await db().select().from(notifications).where(eq(notifications.userId, person.userId))).every((row) => row.readAt !== null)).toBe(true);
});

test("what waited and is done looks as it is counted: not unread, though nobody opened it", async () => {
  const person = await makePerson();
  const [waiting, done] = [newId(), newId()];
  await tell(person, waiting, 1, true);
  await tell(person, done, 2, true);
  await db().update(notifications).set({ doneAt: new Date() }).where(eq(notifications.subjectId, done));
  expect((await listThreads(person, "known", page(20))).rows.map(({ unread, rows }) => ({ unread, needsAction: rows[0]!.needsAction, read: rows[0]!.read }))).toEqual([
    { unread: 0, needsAction: false, read: true },
    { unread: 0, needsAction: true, read: false },
  ]);
});

test("however much waits, the newest of what is told are told", async () => {
  const person = await makePerson();
  const [known, done] = [newId(), newId()];
  await tell(person, known, 1);
  await tell(person, done, 2, true);
  await db().update(notifications).set({ doneAt: new Date() }).where(eq(notifications.subjectId, done));
  for (let minute = 3; minute < 8; minute += 1) await tell(person, newId(), minute, true);
  const newest = async (which: "todo" | "told") => (await listNewest(person, which, 2)).map((row) => row.href);
  expect([await newest("told"), await newest("todo")]).toEqual([["/2", "/1"], ["/7", "/6"]]);
});

test("following a notice reads what is told of that thing; nobody follows somebody else's", async () => {
  const person = await makePerson();
  const [a, b] = [newId(), newId()];
  for (const minute of [1, 2]) await tell(person, a, minute);
  await tell(person, b, 3);
  const about = (await listThreads(person, "known", page(20))).rows.find(({ subject }) => subject.id === a)!;
  expect(await openNotice(person, about.rows[0]!.id, new Date())).toBe("/2");
  expect(await countUnread(person)).toBe(1);
  await expect(openNotice(await makePerson(), about.rows[0]!.id, new Date())).rejects.toBeInstanceOf(NotFound);
  await expect(openNotice(person, "no id", new Date())).rejects.toBeInstanceOf(NotFound);
});

test("an address that names no thing finds nothing", async () => {
  const person = await makePerson();
  await tell(person, newId(), 1);
  expect((await listNotifications(person, "known", page(20), { kind: "\u0000", id: "deal" })).total).toBe(0);
});

test("all is read that stood on the page: what came since waits to be read, also of an earlier moment", async () => {
  const person = await makePerson();
  expect(await newestNotice(person)).toBeNull();
  const id = newId();
  await tell(person, id, 5);
  const until = (await newestNotice(person))!;
  const late = newId();
  await db().insert(notifications).values({ id: late, userId: person.userId, eventId: newId(), eventAt: new Date(start), kind: "deal.message_sent", needsAction: 0, subjectKind: "deal", subjectId: id, href: "/late", createdAt: new Date(start) });
  for (const about of [{ about: { kind: "deal", id } }, {}]) {
    await markRead(person, new Date(), { until, ...about });
    expect((await listNotifications(person, "known", page(20))).rows.map(({ href, read }) => [href, read])).toEqual([["/5", true], ["/late", false]]);
  }
  await markRead(person, new Date());
  expect(await countUnread(person)).toBe(0);
});
