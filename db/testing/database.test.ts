import { sql } from "drizzle-orm";
import pg from "pg";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { useDatabase } from "@/db/testing/database";

const urls = useDatabase();

it("gives the file a migrated database as the runtime role", async () => {
  const { rows } = await db().execute<{ role: string; super: boolean; n: number }>(
    sql`select current_user as role, (select rolsuper from pg_roles where rolname = current_user) as super, (select count(*)::int from events) as n`,
  );
  expect(rows[0]).toEqual({ role: "app", super: false, n: 0 });
  expect(urls.ownerUrl).toContain("owner:");
});

it("lets the runtime role neither rewrite nor delete events", async () => {
  await expect(db().execute(sql`delete from events`)).rejects.toMatchObject({ cause: { code: "42501" } });
  await expect(db().execute(sql`update ledger_entries set id = id`)).rejects.toMatchObject({ cause: { code: "42501" } });
});

it("does not let even the owner rewrite history by accident", async () => {
  const owner = new pg.Client({ connectionString: urls.ownerUrl });
  await owner.connect();
  try {
    for (const table of ["events", "event_subjects", "ledger_entries"]) {
      await expect(owner.query(`delete from ${table}`)).rejects.toMatchObject({ code: "23000" });
      await expect(owner.query(`truncate ${table} cascade`)).rejects.toMatchObject({ code: "23000" });
    }
  } finally {
    await owner.end();
  }
});
