import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * Asks the worker to follow the events, in the act's own transaction: no commit, no job; no job lost after a commit.
 * Last statement before the commit, because concurrent acts wait for each other on the one row of the job key.
 */
export async function wake(tx: Tx): Promise<void> {
  await tx.execute(sql`select wake_worker()`);
}
