import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { z } from "zod";

const format = 1;

const schema = z.object({
  format: z.literal(format),
  madeAt: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string().regex(/^[a-z0-9_]+$/), columns: z.array(z.string()), rows: z.number().int(), sha256: z.string() })),
  sequences: z.array(z.object({ name: z.string(), value: z.string() })),
  files: z.array(z.object({ path: z.string(), size: z.number().int(), sha256: z.string() })),
});

export type Manifest = z.infer<typeof schema>;
export const manifestFormat = format;

/** The last file of a backup: where it is missing, the backup was not finished. */
export const manifestFile = (folder: string): string => path.join(folder, "manifest.json");
export const tableFile = (folder: string, table: string): string => path.join(folder, "tables", `${table}.jsonl.gz`);

/** @throws Error when this is no complete backup */
export function readManifest(folder: string): Manifest {
  if (!existsSync(manifestFile(folder))) throw new Error(`${folder} holds no complete backup (manifest.json is missing).`);
  const parsed = schema.safeParse(JSON.parse(readFileSync(manifestFile(folder), "utf8")));
  if (!parsed.success) throw new Error(`${manifestFile(folder)} is not a manifest of this product.`);
  for (const file of parsed.data.files) if (path.isAbsolute(file.path) || file.path.split(/[\\/]/).includes("..")) throw new Error(`The manifest names a file outside the backup: ${file.path}`);
  return parsed.data;
}

/** Hashes of the migrations that made this database, oldest first. */
export async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ hash: string }>("select hash from drizzle.__drizzle_migrations order by id");
  return rows.map((row) => row.hash);
}

export async function hashFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

/** Every finished file below a folder, as relative paths. Half-written uploads (*.part) belong to nobody yet. */
export function filesBelow(folder: string, prefix = ""): string[] {
  if (!existsSync(path.join(folder, prefix))) return [];
  return readdirSync(path.join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const name = prefix ? `${prefix}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return filesBelow(folder, name);
    return entry.isFile() && !entry.name.endsWith(".part") ? [name] : [];
  }).sort();
}
