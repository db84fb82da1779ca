import { copyFileSync, existsSync, mkdirSync, renameSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { withClient } from "@/bin/services/databases";
import { progressLine } from "@/bin/services/progress";
import { appliedMigrations, hashFile, type Manifest, tableFile } from "./manifest";
import { copyIn, copyOut, ownTables, quote, verifyCopy } from "./tables";

/** Reads every byte of a backup and compares it with the manifest, before anything is touched. @throws Error naming the damage */
export async function verifyBackup(folder: string, manifest: Manifest): Promise<void> {
  const line = progressLine("check");
  const total = manifest.tables.length + manifest.files.length;
  let done = 0;
  for (const table of manifest.tables) {
    await verifyCopy(tableFile(folder, table.name), table);
    line.update(table.name, ++done, total);
  }
  for (const file of manifest.files) {
    const copy = path.join(folder, "files", file.path);
    if (!existsSync(copy) || (await hashFile(copy)) !== file.sha256) throw new Error(`${copy} is missing or damaged.`);
    line.update("files", ++done, total);
  }
  line.done("the backup is complete and undamaged");
}

/**
 * Replaces the content of the database by that of the backup, in one transaction: a restore that fails leaves what was
 * there. Foreign keys are taken off for the load and put back at its end, which checks every one of them.
 * @throws Error when backup and database were made by different migrations, or when a table does not come out the same
 */
export async function loadDatabase(folder: string, manifest: Manifest, ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const current = await appliedMigrations(client);
    if (current.join() !== manifest.migrations.join()) {
      const older = manifest.migrations.every((hash, index) => hash === current[index]);
      throw new Error(`The backup was made by ${older ? "an older" : "another"} version of the database schema (${manifest.migrations.length} migrations, here ${current.length}). Restore it with the version that made it, then upgrade.`);
    }
    await refuseWhileUsed(client);
    const line = progressLine("restore");
    await client.query("set timezone = 'UTC'"); // the text of a moment depends on it, and so do the hashes
    await client.query("begin");
    const tables = await ownTables(client);
    const keys = await client.query<{ owner: string; name: string; definition: string }>(
      "select conrelid::regclass::text as owner, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0",
    );
    for (const key of keys.rows) await client.query(`alter table ${key.owner} drop constraint ${key.name}`);
    // The append-only guards protect history against the site, not against its restoration by the owner.
    for (const table of tables) await client.query(`alter table ${quote(table.name)} disable trigger user`);
    await client.query(`truncate ${tables.map((table) => quote(table.name)).join(", ")}`);
    for (const [index, table] of manifest.tables.entries()) {
      await copyIn(client, tableFile(folder, table.name), table);
      line.update(table.name, index + 1, manifest.tables.length);
    }
    for (const table of tables) await client.query(`alter table ${quote(table.name)} enable trigger user`);
    for (const key of keys.rows) await client.query(`alter table ${key.owner} add constraint ${key.name} ${key.definition}`);
    for (const sequence of manifest.sequences) await client.query("select setval(('public.' || quote_ident($1))::regclass, $2::bigint)", [sequence.name, sequence.value]);
    for (const [index, expected] of manifest.tables.entries()) {
      const table = tables.find((one) => one.name === expected.name);
      const found = table ? await copyOut(client, table) : undefined;
      if (found?.rows !== expected.rows || found.sha256 !== expected.sha256) throw new Error(`Table ${expected.name} came out differently (${found?.rows ?? 0} rows, expected ${expected.rows}); nothing was changed.`);
      line.update(`proving ${expected.name}`, index + 1, manifest.tables.length);
    }
    await client.query("commit");
    line.done(`${manifest.tables.reduce((sum, table) => sum + table.rows, 0)} rows of ${manifest.tables.length} tables, each table with the same count and hash as in the backup`);
  });
}

/** A site that writes while its database is replaced would mix two histories. */
async function refuseWhileUsed(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ n: number }>("select count(*)::int as n from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()");
  if (rows[0]?.n) throw new Error(`${rows[0].n} other connections use this database. Stop web and worker first.`);
}

/** Puts back every file; those that are there already under the same hash stay. @returns how many were written */
export async function loadFiles(folder: string, manifest: Manifest, filesDir: string): Promise<number> {
  let written = 0;
  for (const file of manifest.files) {
    const target = path.join(filesDir, file.path);
    if (existsSync(target) && (await hashFile(target)) === file.sha256) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    copyFileSync(path.join(folder, "files", file.path), `${target}.part`);
    renameSync(`${target}.part`, target);
    written += 1;
  }
  return written;
}
