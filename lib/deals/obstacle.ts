import { inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organisations } from "@/db/schema";

/** What keeps two sides from binding themselves: one is off the platform, or no longer verified. Held, so that it stays as it was read until the act is done. */
export async function sidesObstacle(tx: Tx, sideIds: string[]): Promise<"side_suspended" | "side_unverified" | null> {
  const sides = await tx.select({ verification: organisations.verification, suspendedAt: organisations.suspendedAt }).from(organisations).where(inArray(organisations.id, sideIds)).orderBy(organisations.id).for("share");
  if (sides.some(({ suspendedAt }) => suspendedAt !== null)) return "side_suspended";
  return sides.every(({ verification }) => verification === "verified") ? null : "side_unverified";
}
