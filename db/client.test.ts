import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createPool } from "@/db/client";
import { useDatabase } from "@/db/testing/database";

const urls = useDatabase();
let pool: ReturnType<typeof createPool>;
beforeAll(() => { pool = createPool(urls.ownerUrl, 1); });
afterAll(() => pool.end());

const planned = async () => (await pool.query<{ statement: string }>("select statement from pg_prepared_statements order by statement")).rows.map(({ statement }) => statement);

it("a question that comes again is planned once, whatever is asked for by it", async () => {
  const reader = drizzle(pool), ask = (n: number) => reader.execute<{ n: number }>(sql`select ${n}::int + 1 as n`);
  expect((await ask(1)).rows).toEqual([{ n: 2 }]);
  expect(await planned()).toEqual([]);
  expect((await ask(2)).rows).toEqual([{ n: 3 }]);
  expect((await ask(3)).rows).toEqual([{ n: 4 }]);
  expect((await planned()).filter((text) => text.includes("+ 1"))).toEqual(["select $1::int + 1 as n"]);
});

it("what writes is not", async () => {
  await pool.query("create temporary table notes (n int)");
  for (const n of [1, 2, 3]) await pool.query({ text: "insert into notes values ($1)", values: [n] });
  expect((await planned()).filter((text) => text.includes("insert"))).toEqual([]);
});
