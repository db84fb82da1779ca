import { sql, type SQL } from "drizzle-orm";
import { expect } from "vitest";
import { db } from "@/db/client";

/**
 * People who press at once, in a known order: somebody holds the rows that `lock` locks, each act begins when the one before it waits for
 * them (or has ended without), and then the rows are let go. Postgres serves who waits for a row in the order of their coming.
 */
export async function queueBehind(lock: SQL, ...acts: (() => Promise<unknown>)[]): Promise<PromiseSettledResult<unknown>[]> {
  const running: Promise<PromiseSettledResult<unknown>>[] = [];
  let ended = 0;
  const outcomeOf = (act: () => Promise<unknown>): Promise<PromiseSettledResult<unknown>> =>
    Promise.allSettled([act()]).then(([outcome]) => {
      ended += 1;
      return outcome!;
    });
  await db().transaction(async (tx) => {
    await tx.execute(lock);
    for (const act of acts) {
      running.push(outcomeOf(act));
      await expect.poll(async () => ended + (await waiting()), { timeout: 20_000 }).toBe(running.length);
    }
  });
  return Promise.all(running);
}

async function waiting(): Promise<number> {
  const { rows } = await db().execute(sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
  return rows.length;
}
