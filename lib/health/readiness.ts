import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { pendingMigrations } from "@/db/migrate";
import { clock } from "@/lib/core/clock";
import { cursorLag } from "@/lib/jobs/cursors";
import { liveEngine } from "@/lib/engine/live";

export type CheckResult = "ok" | "missing" | "failing" | "behind";
export type Readiness = { status: "ready" | "degraded" | "down"; checks: Record<"database" | "migrations" | "search" | "followers", CheckResult> };

/** A follower this many events behind that has not moved for a minute is an alarm, not a queue: after a first start or an import the slow ones have thousands before them and work. */
const tolerableLag = 2_000, patienceMs = 60_000;

/** @param follower how far behind it is, and when it last moved */
export function isStuck({ behind, movedAt }: { behind: number; movedAt: Date }, now: Date): boolean {
  return behind > tolerableLag && now.getTime() - movedAt.getTime() > patienceMs;
}

export async function readiness(): Promise<Readiness> {
  const checks: Readiness["checks"] = { database: "failing", migrations: "failing", search: "failing", followers: "failing" };
  try {
    await db().execute(sql`select 1`);
    checks.database = "ok";
    const pending = await pendingMigrations((text) => db().execute(sql.raw(text)) as never);
    checks.migrations = pending > 0 ? "missing" : "ok";
    if (checks.migrations === "ok") checks.followers = (await cursorLag()).some((row) => isStuck(row, clock.now())) ? "behind" : "ok";
  } catch {
    return { status: "down", checks };
  }
  const engine = liveEngine();
  checks.search = !engine ? "missing" : (await engine.health().catch(() => false)) ? "ok" : "failing";
  const degraded = checks.search !== "ok" || checks.followers !== "ok";
  return { status: checks.migrations !== "ok" ? "down" : degraded ? "degraded" : "ready", checks };
}
