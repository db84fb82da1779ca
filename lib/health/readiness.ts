import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { pendingMigrations } from "@/db/migrate";
import { clock } from "@/lib/core/clock";
import { log } from "@/lib/core/log";
import { inboxSince, readerStandings, type ReaderStanding } from "@/lib/jobs/cursors";
import { liveEngine } from "@/lib/engine/live";

export type CheckResult = "ok" | "missing" | "failing" | "behind";
export type Readiness = { status: "ready" | "degraded" | "down"; checks: Record<"database" | "migrations" | "search" | "followers", CheckResult> };

/** What has waited for a minute for a follower that has not moved as long is an alarm, not a queue: after a first start or an import the slow ones have thousands before them and work. */
const patienceMs = 60_000;

/** @param follower since when its oldest unread event waits, and when it last moved */
export function isStuck({ since, movedAt }: Pick<ReaderStanding, "since" | "movedAt">, now: Date): boolean {
  return since !== null && now.getTime() - Math.max(since.getTime(), movedAt.getTime()) > patienceMs;
}

/** Followers that stand still; an inbox that nobody empties is one, also where no worker has ever run. */
export async function stuckFollowers(): Promise<boolean> {
  const [standings, since] = await Promise.all([readerStandings(), inboxSince()]);
  return [...standings, { since, movedAt: new Date(0) }].some((one) => isStuck(one, clock.now()));
}

/** The fault that stands in the log by now: a probe comes every few seconds, and of one fault one line is enough. */
let told: string | null = null;

export async function readiness(): Promise<Readiness> {
  const checks: Readiness["checks"] = { database: "failing", migrations: "failing", search: "failing", followers: "failing" };
  try {
    await db().execute(sql`select 1`);
    checks.database = "ok";
    const pending = await pendingMigrations((text) => db().execute(sql.raw(text)) as never);
    checks.migrations = pending > 0 ? "missing" : "ok";
    if (checks.migrations === "ok") checks.followers = (await stuckFollowers()) ? "behind" : "ok";
    told = null;
  } catch (error) {
    const fault = String((error as Error).cause ?? error);
    if (fault !== told) log.error({ err: error }, "not ready: the database could not be asked");
    told = fault;
    return { status: "down", checks };
  }
  const engine = liveEngine();
  checks.search = !engine ? "missing" : (await engine.health().catch(() => false)) ? "ok" : "failing";
  const degraded = checks.search !== "ok" || checks.followers !== "ok";
  return { status: checks.migrations !== "ok" ? "down" : degraded ? "degraded" : "ready", checks };
}
