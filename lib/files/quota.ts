import { and, eq, gt, isNull, ne, or, sql, sum } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { files } from "@/db/schema";
import { env } from "@/lib/core/env";
import { LimitReached } from "@/lib/core/errors";
import { removedKeptDays } from "./rules";

/** Whose space a file takes: the organisation's for which it is uploaded, or of somebody who acts for none their own. */
export type FileOwner = { organisationId: string | null; userId: string | null };

/** Files removed after this moment still have their bytes. */
export function keptSince(now: Date): Date {
  return new Date(now.getTime() - removedKeptDays * 86_400_000);
}

/**
 * All files of one owner together, each content once, with those removed whose bytes are still there: otherwise removing would make room that there is not.
 * One upload of an owner is counted after the other.
 * @throws LimitReached
 */
export async function assertSpaceFor(tx: Tx, { organisationId, userId }: FileOwner, file: { sha256: string; size: number }, at: Date): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`files:${organisationId ?? userId ?? ""}`}))`);
  const own = organisationId ? eq(files.organisationId, organisationId) : and(isNull(files.organisationId), userId ? eq(files.uploadedBy, userId) : isNull(files.uploadedBy));
  const others = tx.selectDistinct({ sha256: files.sha256, size: files.size }).from(files)
    .where(and(own, ne(files.sha256, file.sha256), or(isNull(files.removedAt), gt(files.removedAt, keptSince(at))))).as("others");
  const [held] = await tx.select({ bytes: sum(others.size).mapWith(Number) }).from(others);
  const { filesQuotaBytes: most } = env();
  if ((held?.bytes ?? 0) + file.size > most) throw new LimitReached("storage_full", { max: Math.floor(most / 1024 / 1024), days: removedKeptDays });
}
