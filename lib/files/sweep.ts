import { and, gt, inArray, isNull, or } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { files } from "@/db/schema";
import { keptSince } from "./quota";
import { forgetBytes, lockBytes, storedFolders, type StoredBytes } from "./storage";

/** Younger ones may belong to an act that has not ended. */
const restingMs = 86_400_000;

/**
 * Nightly: bytes that no file needs, left behind by acts that did not happen or of files removed long ago. One content may belong to several files, so it
 * goes only when none is left. @returns how many
 */
export async function sweepBytes(now: Date): Promise<number> {
  let swept = 0;
  for await (const folder of storedFolders()) {
    const resting = folder.filter(({ writtenAt }) => now.getTime() - writtenAt.getTime() > restingMs);
    const needed = await neededAmong(db(), resting.flatMap(({ hash }) => hash ?? []), now);
    for (const stored of resting) if (!stored.hash || !needed.has(stored.hash)) swept += await sweepOne(stored, now);
  }
  return swept;
}

/** Asked once more under the lock of whoever attaches the same content at this moment. */
async function sweepOne(stored: StoredBytes, now: Date): Promise<number> {
  const { hash } = stored;
  return db().transaction(async (tx) => {
    if (hash) {
      await lockBytes(tx, hash);
      if ((await neededAmong(tx, [hash], now)).size > 0) return 0;
    }
    await forgetBytes(stored);
    return 1;
  });
}

async function neededAmong(reader: Reader, hashes: string[], now: Date): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await reader.selectDistinct({ hash: files.sha256 }).from(files).where(and(inArray(files.sha256, hashes), or(isNull(files.removedAt), gt(files.removedAt, keptSince(now)))));
  return new Set(rows.map((row) => row.hash));
}
