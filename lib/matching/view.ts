import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { matchViews } from "@/db/schema";
import { membershipOf, type Actor } from "@/lib/core/actor";

/**
 * One side looked at a match: kept to learn from and told to brokers as a fact. Like reading a notice it is the
 * reader's own mark, no change that others are told of. Only the owners' own people count.
 */
export async function markViewed(actor: Actor, pair: { needId: string; achievementId: string; organisationId: string }, now: Date): Promise<void> {
  if (!membershipOf(actor, pair.organisationId)) return;
  await db().insert(matchViews).values({ ...pair, firstAt: now, lastAt: now })
    .onConflictDoUpdate({ target: [matchViews.needId, matchViews.achievementId, matchViews.organisationId], set: { lastAt: now, times: sql`${matchViews.times} + 1` } });
}
