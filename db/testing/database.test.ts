import { sql } from "drizzle-orm";
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
