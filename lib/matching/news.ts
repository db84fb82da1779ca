import { and, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { matchNews } from "@/db/schema";
import { clock } from "@/lib/core/clock";

/** A pair is news while one of its two versions is so young; what appears among older ones is drift of the statistics. */
const freshDays = 7;

/**
 * Puts down which matches of a record just published are news: once per pair, once more if it rises to high. Called
 * with the matching of an event, never by the nightly refresh, so what time changes tells nobody anything.
 */
export async function noteNews(tx: Tx, listingId: string): Promise<void> {
  const now = clock.now();
  await tx.execute(sql`
    insert into match_news (need_id, achievement_id, level, found_at)
    select m.need_id, m.achievement_id, m.level, ${now.toISOString()}::timestamptz from matches m
    join listing_versions nv on nv.id = m.need_version_id join listing_versions av on av.id = m.achievement_version_id
    where (m.need_id = ${listingId} or m.achievement_id = ${listingId}) and m.level in ('high', 'good') and greatest(nv.decided_at, av.decided_at) > ${new Date(now.getTime() - freshDays * 86_400_000).toISOString()}::timestamptz
    on conflict (need_id, achievement_id) do update set level = excluded.level, found_at = excluded.found_at, collected_at = null
    where match_news.level = 'good' and excluded.level = 'high'`);
}

export type News = { needId: string; achievementId: string; level: "high" | "good"; foundAt: Date };

/** Hands out news that nobody has collected yet and marks it as collected, in the caller's transaction. */
export async function takeNews(tx: Tx, limit: number): Promise<News[]> {
  const waiting = await tx.select({ needId: matchNews.needId, achievementId: matchNews.achievementId }).from(matchNews).where(isNull(matchNews.collectedAt)).orderBy(matchNews.foundAt).limit(limit).for("update", { skipLocked: true });
  if (waiting.length === 0) return [];
  return tx.update(matchNews).set({ collectedAt: clock.now() })
    .where(and(isNull(matchNews.collectedAt), inArray(sql`(${matchNews.needId}, ${matchNews.achievementId})`, waiting.map((pair) => sql`(${pair.needId}, ${pair.achievementId})`))))
    .returning({ needId: matchNews.needId, achievementId: matchNews.achievementId, level: matchNews.level, foundAt: matchNews.foundAt });
}
