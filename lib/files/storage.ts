import { createReadStream, type ReadStream } from "node:fs";
import { access, mkdir, open, rename } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/core/env";
import { newId, sha256 } from "@/lib/core/id";

/** Bytes lie under their hash, so a file is written once and never changed. */
function folder(): string {
  return env().filesDir;
}

function pathOf(hash: string): string {
  return path.join(/* turbopackIgnore: true */ folder(), hash.slice(0, 2), hash);
}

/**
 * Writes before the act commits: a rolled-back act leaves an orphan behind, but a committed row never lacks its bytes.
 * Written aside, flushed and renamed, so that a killed process leaves no half file under the hash.
 */
export async function storeBytes(bytes: Uint8Array): Promise<string> {
  const hash = sha256(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  const target = pathOf(hash);
  if (await exists(target)) return hash;
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
  return hash;
}

async function exists(target: string): Promise<boolean> {
  return access(target).then(() => true, () => false);
}

/** @returns null when the bytes are not there (a restore without files) */
export async function readBytes(hash: string): Promise<ReadStream | null> {
  const target = pathOf(hash);
  return (await exists(target)) ? createReadStream(target) : null;
}
