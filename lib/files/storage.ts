import { createReadStream, type ReadStream } from "node:fs";
import { access, mkdir, open, readdir, rename, stat, unlink } from "node:fs/promises";
import path from "node:path";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { env } from "@/lib/core/env";
import { newId, sha256 } from "@/lib/core/id";

/** Bytes lie under their hash, so a file is written once and never changed. */
function folder(): string {
  return env().filesDir;
}

function pathOf(hash: string): string {
  return path.join(/* turbopackIgnore: true */ folder(), hash.slice(0, 2), hash);
}

export function digestOf(bytes: Uint8Array): string {
  return sha256(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
}

/** Holds bytes for the rest of a transaction: nobody sweeps them while somebody is about to write the row that needs them. */
export async function lockBytes(tx: Tx, hash: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`bytes:${hash}`}))`);
}

/**
 * Writes before the act commits: a rolled-back act leaves an orphan behind (`sweep.ts` finds it), but a committed row never lacks its bytes.
 * Written aside, flushed and renamed, so that a killed process leaves no half file under the hash.
 */
export async function storeBytes(hash: string, bytes: Uint8Array): Promise<void> {
  const target = pathOf(hash);
  if (await exists(target)) return;
  await mkdir(path.dirname(target), { recursive: true });
  const aside = `${target}.${newId()}.part`;
  const handle = await open(aside, "wx");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(aside, target);
}

async function exists(target: string): Promise<boolean> {
  return access(target).then(() => true, () => false);
}

/** @returns null when the bytes are not there (a restore without files) */
export async function readBytes(hash: string): Promise<ReadStream | null> {
  const target = pathOf(hash);
  return (await exists(target)) ? createReadStream(target) : null;
}

/** What lies in the storage: whole files (by their `hash`) and half-written ones (null). */
export type StoredBytes = { path: string; hash: string | null; writtenAt: Date };

/** Folder by folder: there may be many. */
export async function* storedFolders(): AsyncGenerator<StoredBytes[]> {
  const names = await readdir(/* turbopackIgnore: true */ folder()).catch(whereNone<string[]>([]));
  for (const name of names.filter((one) => /^[0-9a-f]{2}$/.test(one))) {
    const below = path.join(/* turbopackIgnore: true */ folder(), name);
    const found = await Promise.all((await readdir(below)).map(async (file) => {
      const at = path.join(below, file);
      const written = await stat(at).catch(whereNone(null));
      return written ? [{ path: at, hash: /^[0-9a-f]{64}$/.test(file) ? file : null, writtenAt: written.mtime }] : [];
    }));
    yield found.flat();
  }
}

export async function forgetBytes(stored: StoredBytes): Promise<void> {
  await unlink(stored.path).catch(whereNone(undefined));
}

/** Nothing was ever stored, or somebody else has renamed or removed it meanwhile. */
function whereNone<T>(nothing: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code !== "ENOENT") throw error;
    return nothing;
  };
}
