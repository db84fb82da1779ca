import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { migrate } from "@/db/migrate";
import { databaseName } from "@/bin/services/postgres";
import { progressLine } from "@/bin/services/progress";
import { loadReferenceData } from "@/bin/services/reference-data";

const unfinished = (varDir: string): string => path.join(varDir, "world-unfinished");

/** One statement or a few on a connection of their own. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, query_timeout: 60_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Schema, official lists, rules and the plan's own figures: what every environment needs before anybody can work. */
export async function prepareDatabase(ownerUrl: string): Promise<void> {
  await migrate(ownerUrl);
  await loadReferenceData();
}

/**
 * A start that was stopped while it made the demo world leaves half of one. Nobody can have worked in it (the site opens
 * only afterwards), so the local database is emptied and the world made again.
 */
export async function dropUnfinishedWorld(varDir: string, ownerUrl: string, log: (message: string) => void): Promise<void> {
  if (!existsSync(unfinished(varDir))) return;
  log("the demo world was not finished last time; making it again");
  const admin = new URL(ownerUrl);
  admin.pathname = "/postgres";
  await withClient(admin.href, async (client) => {
    await client.query(`drop database if exists ${databaseName} with (force)`);
    await client.query(`create database ${databaseName}`);
  });
  rmSync(unfinished(varDir), { force: true });
}

/** Makes the demo world if the database has none. @returns whether it was made now */
export async function ensureWorld(varDir: string, size: "full" | "small"): Promise<boolean> {
  const { createWorld, worldExists } = await import("@/db/seed/world");
  if (existsSync(unfinished(varDir))) throw new Error(`The demo world in this database was not finished. Empty the database (DATABASE_URL), then remove ${unfinished(varDir)}.`);
  if (await worldExists()) return false;
  writeFileSync(unfinished(varDir), new Date().toISOString());
  const line = progressLine("demo world");
  await createWorld({ size, progress: (message, done, total) => line.update(message, done, total) });
  line.done("ready");
  rmSync(unfinished(varDir), { force: true });
  return true;
}
