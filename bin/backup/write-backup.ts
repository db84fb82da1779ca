import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { withClient } from "@/bin/services/databases";
import { progressLine } from "@/bin/services/progress";
import { appliedMigrations, filesBelow, hashFile, type Manifest, manifestFile, manifestFormat, tableFile } from "./manifest";
import { copyOut, keptTables, sequences } from "./tables";

/**
 * Copies database and files into a new folder while the site runs. The database is read in one snapshot; files come
 * afterwards: they are written once under their hash and never changed, so every file that a row names is there.
 * The folder appears under its name only when it is complete.
 * @throws Error when the folder exists and is not empty
 */
export async function writeBackup(folder: string, ownerUrl: string, filesDir: string): Promise<Manifest> {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`${folder} is not empty. Name a new folder for each backup.`);
  const half = `${folder}.unfinished`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(path.join(half, "tables"), { recursive: true, mode: 0o700 }); // holds personal data
  const line = progressLine("backup");
  const database = await withClient(ownerUrl, async (client) => {
    await client.query("set timezone = 'UTC'"); // the text of a moment depends on it, and so do the hashes
    await client.query("begin isolation level repeatable read read only");
    const tables = await keptTables(client);
    const copies: Manifest["tables"] = [];
    for (const [index, table] of tables.entries()) {
      copies.push(await copyOut(client, table, tableFile(half, table.name)));
      line.update(table.name, index + 1, tables.length);
    }
    const rest = { migrations: await appliedMigrations(client), sequences: await sequences(client) };
    await client.query("commit");
    return { tables: copies, ...rest };
  });
  const names = filesBelow(filesDir);
  const files: Manifest["files"] = [];
  for (const [index, name] of names.entries()) {
    const copy = path.join(half, "files", name);
    mkdirSync(path.dirname(copy), { recursive: true });
    if (!copiedAsLongAsItIs(path.join(filesDir, name), copy)) continue;
    files.push({ path: name, size: statSync(copy).size, sha256: await hashFile(copy) });
    line.update("files", index + 1, names.length);
  }
  const manifest: Manifest = { format: manifestFormat, madeAt: new Date().toISOString(), ...database, files };
  writeFileSync(manifestFile(half), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  rmSync(folder, { recursive: true, force: true });
  renameSync(half, folder);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  line.done(`${rows} rows of ${manifest.tables.length} tables and ${files.length} files in ${folder}`);
  return manifest;
}

/** The nightly sweep may have taken it meanwhile, because no file needed it any more. */
function copiedAsLongAsItIs(file: string, copy: string): boolean {
  try {
    copyFileSync(file, copy);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return false;
  }
}
