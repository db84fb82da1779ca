import { and, count, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { files } from "@/db/schema";
import { Invalid, LimitReached, NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { checkFile, safeName } from "./rules";
import { storeBytes } from "./storage";

export type FileSubject = { kind: string; id: string };
type Audience = (typeof files.$inferSelect)["audience"];
export type NewFile = { name: string; bytes: Uint8Array; audience: Audience; userId: string | null; at: Date };

const maxFiles = 30;

/**
 * Attaches an upload to something known by kind + id. A plain function; the act is its owner's.
 * @throws Invalid on the field `file` for a wrong kind, size or content
 */
export async function attachFile(tx: Tx, subject: FileSubject, { name, bytes, audience, userId, at }: NewFile): Promise<{ fileId: string; name: string }> {
  const checked = checkFile(name, bytes);
  if ("problem" in checked) throw new Invalid({ file: checked.problem });
  const [held] = await tx.select({ n: count() }).from(files).where(and(eq(files.subjectKind, subject.kind), eq(files.subjectId, subject.id), isNull(files.removedAt)));
  if ((held?.n ?? 0) >= maxFiles) throw new LimitReached("too_many_files", { max: maxFiles });
  const hash = await storeBytes(bytes);
  const id = newId(at);
  const shown = safeName(name);
  await tx.insert(files).values({ id, subjectKind: subject.kind, subjectId: subject.id, name: shown, mediaType: checked.mediaType, size: bytes.length, sha256: hash, audience, uploadedBy: userId, uploadedAt: at });
  return { fileId: id, name: shown };
}

/** Takes a file off its subject. The bytes stay: other versions may hold them. */
export async function removeFile(tx: Tx, subject: FileSubject, fileId: string, at: Date): Promise<void> {
  const [removed] = await tx
    .update(files)
    .set({ removedAt: at })
    .where(and(eq(files.id, fileId), eq(files.subjectKind, subject.kind), eq(files.subjectId, subject.id), isNull(files.removedAt)))
    .returning({ id: files.id });
  if (!removed) throw new NotFound();
}

/** The same attachments on another subject (a new version of the same record). */
export async function copyFiles(tx: Tx, from: FileSubject, to: FileSubject): Promise<void> {
  const held = await tx.select().from(files).where(and(eq(files.subjectKind, from.kind), eq(files.subjectId, from.id), isNull(files.removedAt)));
  if (held.length > 0) await tx.insert(files).values(held.map((file) => ({ ...file, id: newId(), subjectKind: to.kind, subjectId: to.id })));
}
