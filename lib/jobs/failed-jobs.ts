import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Person } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";

export type FailedJob = { id: string; task: string; attempts: number; maxAttempts: number; lastError: string; failedAt: Date; /** Null when it has used up its attempts. */ againAt: Date | null };

/** Jobs of the queue whose last attempt failed, newest first; a job that succeeds later is gone. For operators only. */
export async function listFailedJobs(actor: Person): Promise<FailedJob[]> {
  if (!actor.operator) throw new NotFound();
  const { rows } = await db().execute<{ id: string; task: string; attempts: number; max_attempts: number; last_error: string; updated_at: string; run_at: string }>(sql`select * from failed_jobs()`);
  return rows.map((row) => ({
    id: row.id, task: row.task, attempts: row.attempts, maxAttempts: row.max_attempts, lastError: row.last_error,
    failedAt: new Date(row.updated_at), againAt: row.attempts < row.max_attempts ? new Date(row.run_at) : null,
  }));
}
