import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { closeDb } from "@/db/client";

export type ClonedDatabase = { appUrl: string; ownerUrl: string; drop(): Promise<void> };

/** A migrated, empty database of one's own, copied from the run's template in a few hundredths of a second. */
export async function cloneDatabase(): Promise<ClonedDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asOwner(`create database ${name} template ${inject("templateDatabase")}`);
  return {
    appUrl: withDatabase(inject("pgAppUrl"), name),
    ownerUrl: withDatabase(inject("pgOwnerUrl"), name),
    drop: () => asOwner(`drop database if exists ${name} with (force)`),
  };
}

/**
 * Call at the top of a test file (or of a `describe`): `db()` and everything above it then works on a fresh clone.
 * @returns the addresses, readable from the first test on
 */
export function useDatabase(): { appUrl: string; ownerUrl: string } {
  const urls = { appUrl: "", ownerUrl: "" };
  let clone: ClonedDatabase | undefined;
  beforeAll(async () => {
    clone = await cloneDatabase();
    urls.appUrl = clone.appUrl;
    urls.ownerUrl = clone.ownerUrl;
    process.env.DATABASE_URL = clone.appUrl;
    process.env.DATABASE_OWNER_URL = clone.ownerUrl;
  });
  afterAll(async () => {
    await closeDb();
    await clone?.drop();
  });
  return urls;
}

/** Sets MEILI_URL and MEILI_KEY for the file. @returns false where no search server exists on this system */
export function useMeilisearch(): boolean {
  const url = inject("meiliUrl");
  process.env.MEILI_URL = url;
  process.env.MEILI_KEY = inject("meiliKey");
  return url !== "";
}

async function asOwner(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("pgOwnerUrl") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
