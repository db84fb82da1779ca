import { and, asc, eq, isNull } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { files, users } from "@/db/schema";
import { isId } from "@/lib/core/id";
import type { FileSubject } from "./attach";

export type StoredFile = typeof files.$inferSelect;
export type SharedFile = FileView & { uploadedBy: string | null };
export type FileView = { id: string; name: string; mediaType: string; size: number; audience: StoredFile["audience"]; uploadedAt: Date };

const shown = { id: files.id, name: files.name, mediaType: files.mediaType, size: files.size, audience: files.audience, uploadedAt: files.uploadedAt };
const of = (subject: FileSubject) => and(eq(files.subjectKind, subject.kind), eq(files.subjectId, subject.id), isNull(files.removedAt));
const oldestFirst = [asc(files.uploadedAt), asc(files.id)];

/** Attachments of a subject, oldest first. Whether a reader may open one is the question of the subject's room. */
export async function filesOf(reader: Reader, subject: FileSubject): Promise<FileView[]> {
  return reader.select(shown).from(files).where(of(subject)).orderBy(...oldestFirst);
}

/** The same with the person who put each there, for those who work on the subject together. */
export async function sharedFilesOf(reader: Reader, subject: FileSubject): Promise<SharedFile[]> {
  return reader.select({ ...shown, uploadedBy: users.name }).from(files).leftJoin(users, eq(users.id, files.uploadedBy)).where(of(subject)).orderBy(...oldestFirst);
}

/** Without any check of rights: only for the download route, which asks the subject's room. */
export async function findFile(fileId: string): Promise<StoredFile | null> {
  const [file] = isId(fileId) ? await db().select().from(files).where(and(eq(files.id, fileId), isNull(files.removedAt))) : [];
  return file ?? null;
}
