import { existsSync, mkdtempSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { db } from "@/db/client";
import { files } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation } from "@/db/testing/factories";
import type { Membership } from "@/lib/core/actor";
import { newId } from "@/lib/core/id";
import { attachFile, copyFiles, removeFile, type FileSubject } from "./attach";
import { removedKeptDays } from "./rules";
import { digestOf, storeBytes } from "./storage";
import { sweepBytes } from "./sweep";

useDatabase();

let owner: Membership;
beforeAll(async () => {
  owner = await makeOrganisation();
});
beforeEach(() => {
  process.env.FILES_DIR = mkdtempSync(path.join(tmpdir(), "sweep-"));
  process.env.FILES_QUOTA_MB = "";
});

const dayMs = 86_400_000;
const now = () => new Date();
const inDays = (days: number) => new Date(Date.now() + days * dayMs);
const subject = (): FileSubject => ({ kind: "deal", id: newId() });
const bytesOf = (text: string, size = 0) => new Uint8Array(Buffer.concat([Buffer.from(`%PDF-1.4 ${text}`), Buffer.alloc(size)]));
const placeOf = (bytes: Uint8Array) => path.join(process.env.FILES_DIR!, digestOf(bytes).slice(0, 2), digestOf(bytes));
const attach = (to: FileSubject, bytes: Uint8Array, organisation: Membership = owner) => db().transaction((tx) =>
  attachFile(tx, to, { name: "草案.pdf", bytes, audience: "deal", owner: { organisationId: organisation.organisationId, userId: null }, event: { id: newId(), at: now() } }));

it("sweeps bytes of acts that did not happen once they have rested for a day, half-written ones too", async () => {
  const bytes = bytesOf("orphan");
  await storeBytes(digestOf(bytes), bytes);
  const half = `${placeOf(bytes)}.x.part`;
  writeFileSync(half, "half");
  expect(await sweepBytes(now())).toBe(0);
  utimesSync(half, inDays(-2), inDays(-2));
  expect(await sweepBytes(now())).toBe(1);
  expect(await sweepBytes(inDays(2))).toBe(1);
  expect([existsSync(placeOf(bytes)), existsSync(half)]).toEqual([false, false]);
});

it("keeps what a file needs, a removed one for its time, and what another file shares for ever", async () => {
  const [alone, shared, kept] = [bytesOf("alone"), bytesOf("shared"), bytesOf("kept")], [one, two] = [subject(), subject()];
  const { fileId } = await attach(one, alone);
  const common = await attach(one, shared);
  await attach(one, kept);
  await db().transaction((tx) => copyFiles(tx, one, two));
  await db().delete(files).where(sql`${eq(files.subjectId, two.id)} and ${eq(files.sha256, digestOf(alone))}`);
  await db().transaction(async (tx) => {
    for (const id of [fileId, common.fileId]) await removeFile(tx, one, id, now());
  });
  expect(await sweepBytes(inDays(removedKeptDays - 1))).toBe(0);
  expect(await sweepBytes(inDays(removedKeptDays + 1))).toBe(1);
  expect([alone, shared, kept].map((bytes) => existsSync(placeOf(bytes)))).toEqual([false, true, true]);
});

it("waits for whoever attaches the same content at this moment", async () => {
  const bytes = bytesOf("again");
  await storeBytes(digestOf(bytes), bytes);
  let sweeping: Promise<number> | undefined;
  await db().transaction(async (tx) => {
    await attachFile(tx, subject(), { name: "草案.pdf", bytes, audience: "deal", owner: { organisationId: owner.organisationId, userId: null }, event: { id: newId(), at: now() } });
    sweeping = sweepBytes(inDays(2));
    await expect.poll(async () => (await db().execute(sql`select 1 from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`)).rows.length, { timeout: 10_000 }).toBe(1);
  });
  expect(await sweeping).toBe(0);
  expect(existsSync(placeOf(bytes))).toBe(true);
});

it("what one organisation stores is limited, removed files with it and each content once", async () => {
  process.env.FILES_QUOTA_MB = "50";
  const [organisation, other] = [await makeOrganisation(), await makeOrganisation()];
  const megabytes = (text: string, n: number) => bytesOf(text, n * 1024 * 1024);
  const first = subject(), big = megabytes("big", 30);
  const { fileId } = await attach(first, big, organisation);
  await attach(subject(), big, organisation);
  await expect(attach(subject(), megabytes("more", 20), organisation)).rejects.toMatchObject({ name: "LimitReached", code: "storage_full", values: { max: 50 } });
  await db().transaction((tx) => removeFile(tx, first, fileId, now()));
  await expect(attach(subject(), megabytes("still", 20), organisation), "removed, and its bytes are there").rejects.toMatchObject({ code: "storage_full" });
  await attach(subject(), megabytes("more", 20), other);
});
