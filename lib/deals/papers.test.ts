import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { deals, events, notifications } from "@/db/schema";
import { makeBrokerOf, makeDealing, openOne, type Dealing } from "@/db/testing/dealing";
import { useDatabase } from "@/db/testing/database";
import { makePerson } from "@/db/testing/factories";
import { queueBehind } from "@/db/testing/queue";
import type { Person } from "@/lib/core/actor";
import { withClock } from "@/lib/core/clock";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { findFile } from "@/lib/files/queries";
import { follow } from "@/lib/worker/follow";
import { attachDealFile } from "./attach-file";
import { endDeal } from "./end";
import { restorePaperDays } from "./policy";
import { canReadDealFile, listDealFiles, listDealHistory, listRestorableFiles } from "./queries";
import { removeDealFile } from "./remove-file";
import { restoreDealFile } from "./restore-file";
import { sendMessage } from "./send-message";

useDatabase();

let dealing: Dealing, dealId: string, broker: Person;
beforeAll(async () => {
  process.env.FILES_DIR = mkdtempSync(path.join(tmpdir(), "papers-"));
  dealing = await makeDealing();
  dealId = await openOne(dealing);
  broker = await makeBrokerOf(dealing, dealId);
});

let made = 0;
const pdf = () => new File([`%PDF-1.4 ${(made += 1)}`], "草案.pdf", { type: "application/pdf" });
const attach = async (actor: Person) => (await attachDealFile(actor, { dealId, file: pdf() })).fileId;
const namesOf = async (actor: Person) => (await listDealFiles(actor, dealId)).map((file) => file.id);
const told = async (person: Person, name: string) => (await db().select().from(notifications).where(eq(notifications.userId, person.userId))).filter((row) => row.kind === name);

it("a paper is taken out of the room by the side that put it there, or by the broker whose it is, and by nobody else", async () => {
  const [ofSeller, ofBroker] = [await attach(dealing.office), await attach(broker)];
  const [colleague, reader] = [await makePerson({ organisation: dealing.university, roles: ["editor"] }), await makePerson({ organisation: dealing.university, roles: ["viewer"] })];
  for (const [actor, fileId] of [[dealing.buyer, ofSeller], [broker, ofSeller], [reader, ofSeller], [dealing.buyer, ofBroker], [dealing.office, ofBroker]] as const) {
    await expect(removeDealFile(actor, { dealId, fileId })).rejects.toBeInstanceOf(Forbidden);
  }
  await expect(removeDealFile(dealing.stranger, { dealId, fileId: ofSeller })).rejects.toBeInstanceOf(NotFound);
  await expect(removeDealFile(dealing.office, { dealId: await openOne(dealing), fileId: ofSeller }), "nor through another deal").rejects.toBeInstanceOf(NotFound);
  await removeDealFile(colleague, { dealId, fileId: ofSeller });
  await removeDealFile(broker, { dealId, fileId: ofBroker });
  expect(await namesOf(dealing.buyer)).toEqual([]);
  await expect(removeDealFile(colleague, { dealId, fileId: ofSeller })).rejects.toBeInstanceOf(NotFound);
});

it("everybody else in the room is told, the timeline names the paper, and it is put back for some days", async () => {
  const fileId = await attach(dealing.office);
  await removeDealFile(dealing.office, { dealId, fileId });
  await follow();
  for (const person of [dealing.buyer, broker]) expect((await told(person, "deal.file_removed")).at(-1)?.values).toMatchObject({ file: "草案.pdf" });
  const [removal] = await listDealHistory(dealing.buyer, dealId);
  expect(removal).toMatchObject({ name: "deal.file_removed", facts: { fileId, fileName: "草案.pdf" } });
  expect((await listRestorableFiles(dealing.office, dealId)).map((file) => file.id)).toContain(fileId);
  expect((await listRestorableFiles(dealing.buyer, dealId)).map((file) => file.id)).not.toContain(fileId);
  for (const actor of [dealing.buyer, broker]) await expect(restoreDealFile(actor, { dealId, fileId })).rejects.toBeInstanceOf(Forbidden);
  await expect(withClock(new Date(Date.now() + (restorePaperDays + 1) * 86_400_000), () => restoreDealFile(dealing.office, { dealId, fileId }))).rejects.toMatchObject({ code: "file_not_restorable" });
  const outcomes = await Promise.allSettled([restoreDealFile(dealing.office, { dealId, fileId }), restoreDealFile(dealing.office, { dealId, fileId })]);
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await findFile(fileId)).toMatchObject({ id: fileId });
  await follow();
  expect(await told(broker, "deal.file_restored")).toHaveLength(1);
});

it("what a finished deal was made with stays", async () => {
  const fileId = await attach(dealing.office);
  await db().update(deals).set({ status: "completed", endedAt: new Date() }).where(eq(deals.id, dealId));
  await expect(removeDealFile(dealing.office, { dealId, fileId })).rejects.toMatchObject({ name: "Conflict", code: "deal_papers_kept" });
  await db().update(deals).set({ status: "open", endedAt: null }).where(eq(deals.id, dealId));
});

it("nothing is said or put into a room that is being closed: whoever waits for it is refused", async () => {
  const over = await openOne(dealing);
  const outcomes = await queueBehind(sql`select 1 from deals where id = ${over} for update`,
    () => endDeal(dealing.office, { dealId: over, reason: "price" }), () => sendMessage(dealing.buyer, { dealId: over, text: "还在吗？" }), () => attachDealFile(dealing.buyer, { dealId: over, file: pdf() }));
  expect(outcomes).toMatchObject([{ status: "fulfilled" }, { status: "rejected", reason: { name: "Forbidden" } }, { status: "rejected", reason: { name: "Forbidden" } }]);
});

it("an act that is only rehearsed writes no bytes", async () => {
  const before = [await db().$count(events), readdirSync(process.env.FILES_DIR!, { recursive: true }).length];
  await attachDealFile.rehearse(dealing.office, { dealId, file: pdf() });
  expect([await db().$count(events), readdirSync(process.env.FILES_DIR!, { recursive: true }).length]).toEqual(before);
});

it("a fault is no refusal", async () => {
  expect(await canReadDealFile(dealing.stranger, dealId)).toBe(false);
  await expect(canReadDealFile(undefined as never, dealId)).rejects.toBeInstanceOf(TypeError);
});
