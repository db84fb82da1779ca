import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { files, users } from "@/db/schema";
import { NotFound } from "@/lib/core/errors";
import { isId } from "@/lib/core/id";
import type { FileSubject } from "./attach";

export type StoredFile = typeof files.$inferSelect;
/** `uploadedBy` is a name; `uploaderId` and `organisationId` say whose it is. */
export type SharedFile = FileView & { uploadedBy: string | null; uploaderId: string | null; organisationId: string | null; removedAt: Date | null };
export type FileView = { id: string; name: string; mediaType: string; size: number; audience: StoredFile["audience"]; uploadedAt: Date };

const shown = { id: files.id, name: files.name, mediaType: files.mediaType, size: files.size, audience: files.audience, uploadedAt: files.uploadedAt };
const evenRemoved = (subject: FileSubject) => and(eq(files.subjectKind, subject.kind), eq(files.subjectId, subject.id));
const of = (subject: FileSubject) => and(evenRemoved(subject), isNull(files.removedAt));
const oldestFirst = [asc(files.uploadedAt), asc(files.id)];

/** Attachments of a subject, oldest first. Whether a reader may open one is the question of the subject's room. */
export async function filesOf(reader: Reader, subject: FileSubject): Promise<FileView[]> {
  return reader.select(shown).from(files).where(of(subject)).orderBy(...oldestFirst);
}

/** The same with the person who put each there, for those who work on the subject together; instead those removed since a moment. */
export async function sharedFilesOf(reader: Reader, subject: FileSubject, removedSince?: Date): Promise<SharedFile[]> {
  return reader.select({ ...shown, uploadedBy: users.name, uploaderId: files.uploadedBy, organisationId: files.organisationId, removedAt: files.removedAt }).from(files)
    .leftJoin(users, eq(users.id, files.uploadedBy)).where(removedSince ? and(evenRemoved(subject), gt(files.removedAt, removedSince)) : of(subject)).orderBy(...oldestFirst);
}

/** One that is or was on this subject. @throws NotFound */
export async function getFileOf(reader: Reader, subject: FileSubject, fileId: string): Promise<StoredFile> {
  const [file] = isId(fileId) ? await reader.select().from(files).where(and(evenRemoved(subject), eq(files.id, fileId))) : [];
  if (!file) throw new NotFound();
  return file;
}

/** Without any check of rights: only for the download route, which asks the subject's room. */
export async function findFile(fileId: string): Promise<StoredFile | null> {
  const [file] = isId(fileId) ? await db().select().from(files).where(and(eq(files.id, fileId), isNull(files.removedAt))) : [];
  return file ?? null;
}
