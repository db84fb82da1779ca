import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { events, mails } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makePerson } from "@/db/testing/factories";
import { queueBehind } from "@/db/testing/queue";
import { NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { listMails } from "./mail-log";
import { sendAgain } from "./send-again";
import { mailsAreDue } from "./send-mails";

useDatabase();

const longAgo = new Date("2026-06-01T00:00:00Z");
const hourAhead = () => new Date(Date.now() + 3_600_000);

async function failed(state: Partial<typeof mails.$inferInsert>): Promise<string> {
  const id = newId();
  await db().insert(mails).values({ id, toAddress: "somebody@example.test", template: "notice", values: {}, createdAt: longAgo, attempts: 9, lastError: "550", ...state });
  return id;
}

const read = async (id: string) => (await db().select().from(mails).where(eq(mails.id, id)))[0]!;

test("an operator has a mail tried again that waits or was given up; the history keeps who did, not to whom it goes", async () => {
  const operator = { ...(await makePerson()), operator: true };
  for (const state of [{ givenUpAt: longAgo }, { nextAttemptAt: hourAhead() }]) {
    const mailId = await failed(state);
    expect(await mailsAreDue()).toBe(false);
    await sendAgain(operator, { mailId });
    expect(await read(mailId)).toMatchObject({ nextAttemptAt: null, givenUpAt: null, attempts: 9 });
    expect(await mailsAreDue()).toBe(true);
    await db().update(mails).set({ sentAt: new Date() }).where(eq(mails.id, mailId));
  }
  const recorded = await db().select().from(events).where(eq(events.name, "mail.sending_requested"));
  expect(recorded.map(({ actorId }) => actorId)).toEqual([operator.userId, operator.userId]);
  expect(JSON.stringify(recorded)).not.toContain("somebody@example.test");
});

test("what is sent or due already is not asked for again", async () => {
  const operator = { ...(await makePerson()), operator: true };
  for (const mailId of [await failed({ sentAt: longAgo }), await failed({})]) await expect(sendAgain(operator, { mailId })).rejects.toMatchObject({ code: "changed_meanwhile" });
  await expect(sendAgain(operator, { mailId: newId() })).rejects.toBeInstanceOf(NotFound);
  await expect(sendAgain(await makePerson(), { mailId: await failed({ givenUpAt: longAgo }) })).rejects.toBeInstanceOf(NotFound);
});

test("of two operators who ask at once the second is told", async () => {
  const operator = { ...(await makePerson()), operator: true };
  const mailId = await failed({ givenUpAt: longAgo });
  const ask = () => sendAgain(operator, { mailId });
  const [first, second] = await queueBehind(sql`select 1 from mails where id = ${mailId} for update`, ask, ask);
  expect(first).toMatchObject({ status: "fulfilled" });
  expect(second).toMatchObject({ status: "rejected", reason: { code: "changed_meanwhile" } });
});

test("operators read what did not leave before what did", async () => {
  const operator = { ...(await makePerson()), operator: true };
  const unsent = await failed({ givenUpAt: longAgo });
  await failed({ createdAt: new Date(), sentAt: new Date() });
  const { rows } = await listMails(operator, { page: 1, size: 100 });
  const left = rows.map((row) => row.sentAt !== null);
  expect(left).toEqual([...left].sort());
  expect(rows.find((row) => row.id === unsent)).toMatchObject({ givenUpAt: longAgo, lastError: "550" });
});
