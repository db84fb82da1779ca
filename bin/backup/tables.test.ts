import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, expect, it } from "vitest";
import { loadDatabase } from "@/bin/backup/load-backup";
import { copyIn, copyOut, ownTables, verifyCopy } from "@/bin/backup/tables";
import { writeBackup } from "@/bin/backup/write-backup";
import { cloneDatabase } from "@/db/testing/database";

const folder = mkdtempSync(path.join(tmpdir(), "platform-backup-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("brings every kind of value back exactly", async () => {
  const clone = await cloneDatabase();
  const client = new pg.Client({ connectionString: clone.ownerUrl });
  await client.connect();
  try {
    await client.query(`create table "Odd" (id bigint generated always as identity primary key, fen bigint, at timestamptz, words text[], j jsonb, raw bytea, note text, doubled bigint generated always as (fen * 2) stored)`);
    await client.query(
      `insert into "Odd" (fen, at, words, j, raw, note) values (9007199254740991, '2026-11-24 02:03:04.123456+08', $1, $2, '\\x00ff', $3), (null, null, '{}', null, null, '')`,
      [["甲", 'a"b', "c,d"], JSON.stringify({ n: 1.1, list: [null, true] }), "line\nbreak \u2028 and \\ 技术"],
    );
    await client.query(`insert into "Odd" (note) select repeat('长', 100) || g from generate_series(1, 2500) g`);
    await client.query("begin");
    const table = (await ownTables(client)).find((one) => one.name === "Odd")!;
    const file = path.join(folder, "odd.jsonl.gz");
    const copy = await copyOut(client, table, file);
    expect(copy.rows).toBe(2502);
    expect(copy.columns).not.toContain("doubled");
    await verifyCopy(file, copy);
    await client.query(`truncate "Odd"`);
    await copyIn(client, file, copy);
    expect((await copyOut(client, table)).sha256).toBe(copy.sha256);
    await client.query("commit");
    await expect(verifyCopy(file, { ...copy, rows: 3 })).rejects.toThrow(/damaged/);
  } finally {
    await client.end();
    await clone.drop();
  }
});

it("holds no first answers to repeated requests, and they are none after a restore", async () => {
  const clone = await cloneDatabase();
  const client = new pg.Client({ connectionString: clone.ownerUrl });
  await client.connect();
  try {
    await client.query("insert into command_keys (actor, key, name, asked, at) values ('visitor', 'k', 'user.registered', 'digest', now())");
    await client.query("insert into counters (kind, year, next) values ('kept', 2026, 7)");
    const manifest = await writeBackup(path.join(folder, "whole"), clone.ownerUrl, path.join(folder, "no-files"));
    expect(manifest.tables.map((table) => table.name)).not.toContain("command_keys");
    // The restore refuses a database that somebody uses.
    await client.end();
    await loadDatabase(path.join(folder, "whole"), manifest, clone.ownerUrl);
    const after = new pg.Client({ connectionString: clone.ownerUrl });
    await after.connect();
    const counts = await after.query("select (select count(*)::int from command_keys) as keys, (select next from counters where kind = 'kept') as next");
    await after.end();
    expect(counts.rows[0]).toEqual({ keys: 0, next: 7 });
  } finally {
    await clone.drop();
  }
});
