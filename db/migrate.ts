import path from "node:path";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import { runMigrations } from "graphile-worker";
import pg from "pg";

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), "migrations");
/** One number for "a migration runs"; several processes may start at once. */
const lockKey = 4_150_001;

/** Tables that the runtime role may only add to and read (house.md Part 5). */
const appendOnly = ["events", "event_subjects", "ledger_entries"];

/**
 * Brings the schema to the newest version and gives the runtime role its rights. Safe to repeat and to run twice at once.
 * @param ownerUrl connection of the owning role; never the one that the web process uses
 * @param appRole name of the runtime role; by default the user of DATABASE_URL
 */
export async function migrate(ownerUrl: string, appRole = new URL(process.env.DATABASE_URL ?? "postgres://app@x/y").username): Promise<void> {
  // A server that has gone silent is noticed; what rewrites a large table may take its time.
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000, query_timeout: 15 * 60_000, keepAlive: true });
  await client.connect();
  try {
    await client.query("set lock_timeout = '5min'"); // another start that migrates at this moment
    await client.query(`select pg_advisory_lock(${lockKey})`);
    await client.query("set lock_timeout = '10s'");
    await runMigrations({ connectionString: ownerUrl });
    await applyMigrations(drizzle(client, { casing: "snake_case" }), { migrationsFolder: folder });
    await grantRuntimeRights(client, decodeURIComponent(appRole));
  } finally {
    await client.end();
  }
}

async function grantRuntimeRights(client: pg.Client, name: string): Promise<void> {
  const { rowCount } = await client.query("select 1 from pg_roles where rolname = $1", [name]);
  const role = pg.escapeIdentifier(name);
  if (!rowCount) throw new Error(`The runtime role of DATABASE_URL does not exist on this server. As its administrator: create role ${role} login password '…'`);
  await client.query(`
    grant usage on schema public to ${role};
    grant select, insert, update, delete on all tables in schema public to ${role};
    grant usage, select on all sequences in schema public to ${role};
    revoke update, delete, truncate on ${appendOnly.join(", ")} from ${role};
    revoke all on function wake_worker(), failed_jobs() from public;
    grant execute on function wake_worker(), failed_jobs() to ${role};
    grant usage on schema drizzle to ${role};
    grant select on all tables in schema drizzle to ${role};
    revoke create on schema public from public;
  `);
}

/** Names of migrations that this code has and the database has not. Used by readiness and doctor. */
export async function pendingMigrations(query: (sql: string) => Promise<{ rows: { count?: number | string }[] }>): Promise<number> {
  const { readFile } = await import("node:fs/promises");
  const journal = JSON.parse(await readFile(path.join(folder, "meta", "_journal.json"), "utf8")) as { entries: unknown[] };
  const applied = await query("select count(*) as count from drizzle.__drizzle_migrations");
  return journal.entries.length - Number(applied.rows[0]?.count ?? 0);
}
