import { mkdtempSync, chmodSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startMeilisearch } from "@/bin/services/meilisearch";
import { databaseName, startPostgres } from "@/bin/services/postgres";
import { migrate } from "@/db/migrate";
import { LIVE_INDEX } from "@/lib/engine/live";
import { meilisearchEngine } from "@/lib/engine/meilisearch";

declare module "vitest" {
  interface ProvidedContext {
    pgOwnerUrl: string;
    pgAppUrl: string;
    templateDatabase: string;
    meiliUrl: string;
    meiliKey: string;
  }
}

/**
 * Gives the run its servers and one migrated template database.
 * `npm test` brings its own servers (TEST_PG_OWNER_URL, TEST_PG_APP_URL, TEST_MEILI_URL, TEST_MEILI_KEY);
 * without them throw-away ones are started here, so that a single file can be run by itself.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_WITHOUT_SERVERS) return undefined; // `npm run check` reads files only
  const closing: (() => Promise<void>)[] = [];
  let ownerUrl = process.env.TEST_PG_OWNER_URL;
  let appUrl = process.env.TEST_PG_APP_URL;
  let meiliUrl = process.env.TEST_MEILI_URL ?? "";
  let meiliKey = process.env.TEST_MEILI_KEY ?? "";
  if (!ownerUrl || !appUrl) {
    const dir = mkdtempSync(path.join(tmpdir(), "platform-vitest-"));
    chmodSync(dir, 0o755); // root lends the server another identity, which must be able to enter
    closing.push(async () => rmSync(dir, { recursive: true, force: true }));
    const log = (): void => undefined;
    const postgres = await startPostgres({ dataDir: path.join(dir, "postgres"), durable: false, log });
    closing.push(() => postgres.stop());
    ({ ownerUrl, appUrl } = postgres);
    const meilisearch = await startMeilisearch({ dataDir: path.join(dir, "meilisearch"), log });
    if (meilisearch) {
      closing.push(() => meilisearch.stop());
      meiliUrl = meilisearch.url;
      meiliKey = meilisearch.key;
    }
  }
  // Files share the server: two that missed the index at once would build it under each other's hands.
  if (meiliUrl) await meilisearchEngine({ host: meiliUrl, apiKey: meiliKey, index: LIVE_INDEX }).settings();
  const template = `template_${process.pid}_${Date.now().toString(36)}`;
  await asOwner(ownerUrl, (client) => client.query(`create database ${template}`));
  const templateUrl = new URL(ownerUrl);
  templateUrl.pathname = `/${template}`;
  await migrate(templateUrl.href, new URL(appUrl).username);
  const admin = ownerUrl;
  if (closing.length === 0) closing.push(async () => void (await asOwner(admin, (client) => client.query(`drop database if exists ${template} with (force)`))));
  project.provide("pgOwnerUrl", ownerUrl);
  project.provide("pgAppUrl", appUrl);
  project.provide("templateDatabase", template);
  project.provide("meiliUrl", meiliUrl);
  project.provide("meiliKey", meiliKey);
  return async () => {
    for (const close of closing.reverse()) await close();
  };
}

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const admin = new URL(url);
  if (admin.pathname === "/") admin.pathname = `/${databaseName}`;
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
