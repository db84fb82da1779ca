import { and, count, eq, gt, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { files } from "@/db/schema";
import { Conflict, Invalid, LimitReached, NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import type { EventRef } from "@/lib/events/record";
import { assertSpaceFor, type FileOwner } from "./quota";
import { checkFile, safeName } from "./rules";
import { digestOf, lockBytes, storeBytes } from "./storage";

export type FileSubject = { kind: string; id: string };
type Audience = (typeof files.$inferSelect)["audience"];
export type NewFile = { name: string; bytes: Uint8Array; audience: Audience; owner: FileOwner; event: EventRef };

const maxFiles = 30;

const of = (subject: FileSubject) => and(eq(files.subjectKind, subject.kind), eq(files.subjectId, subject.id));

/**
 * Attaches an upload to something known by kind + id. A plain function; the act is its owner's, and holds the subject, so that two uploads are counted one
 * after the other.
 * @throws Invalid on the field `file` for a wrong kind, size or content
 */
export async function attachFile(tx: Tx, subject: FileSubject, { name, bytes, audience, owner, event }: NewFile): Promise<{ fileId: string; name: string }> {
  const checked = checkFile(name, bytes);
  if ("problem" in checked) throw new Invalid({ file: checked.problem });
  await assertPlaceOn(tx, subject);
  const sha256 = digestOf(bytes);
  await assertSpaceFor(tx, owner, { sha256, size: bytes.length }, event.at);
  await lockBytes(tx, sha256);
  if (!event.rehearsed) await storeBytes(sha256, bytes);
  const id = newId(event.at);
  const shown = safeName(name);
  await tx.insert(files).values({
    id, subjectKind: subject.kind, subjectId: subject.id, name: shown, mediaType: checked.mediaType, size: bytes.length, sha256, audience,
    organisationId: owner.organisationId, uploadedBy: owner.userId, uploadedAt: event.at,
  });
  return { fileId: id, name: shown };
}

async function assertPlaceOn(tx: Tx, subject: FileSubject): Promise<void> {
  const [held] = await tx.select({ n: count() }).from(files).where(and(of(subject), isNull(files.removedAt)));
  if ((held?.n ?? 0) >= maxFiles) throw new LimitReached("too_many_files", { max: maxFiles });
}

/** Takes a file off its subject. The bytes stay for a while (`sweep.ts`), and as long as other versions hold them. */
export async function removeFile(tx: Tx, subject: FileSubject, fileId: string, at: Date): Promise<void> {
  const [removed] = await tx.update(files).set({ removedAt: at }).where(and(eq(files.id, fileId), of(subject), isNull(files.removedAt))).returning({ id: files.id });
  if (!removed) throw new NotFound();
}

/** Puts one back that was removed after `since`. @throws Conflict */
export async function restoreFile(tx: Tx, subject: FileSubject, fileId: string, since: Date): Promise<void> {
  await assertPlaceOn(tx, subject);
  const [back] = await tx.update(files).set({ removedAt: null }).where(and(eq(files.id, fileId), of(subject), gt(files.removedAt, since))).returning({ id: files.id });
  if (!back) throw new Conflict("file_not_restorable");
}

/** The same attachments on another subject (a new version of the same record). */
export async function copyFiles(tx: Tx, from: FileSubject, to: FileSubject): Promise<void> {
  const held = await tx.select().from(files).where(and(of(from), isNull(files.removedAt)));
  if (held.length > 0) await tx.insert(files).values(held.map((file) => ({ ...file, id: newId(), subjectKind: to.kind, subjectId: to.id })));
}
