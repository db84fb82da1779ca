import { and, isNull, sql, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { matchNews } from "@/db/schema";
import { clock } from "@/lib/core/clock";

/** A pair is news while one of its two versions is so young; what rises among older ones is drift of the statistics. */
const freshDays = 7;
/** Where both records have been compared with the market for so long, a pair that was not there is a find of tonight. */
const settledHours = 12;

const before = (ms: number) => sql`${new Date(clock.now().getTime() - ms).toISOString()}::timestamptz`;

/** Puts down which matches of a record just published are news: once per pair, once more if it rises to high. */
export async function noteNews(tx: Tx, listingId: string): Promise<void> {
  await tx.execute(sql`
    insert into match_news (need_id, achievement_id, level, found_at)
    select m.need_id, m.achievement_id, m.level, ${before(0)} from matches m
    join listing_versions nv on nv.id = m.need_version_id join listing_versions av on av.id = m.achievement_version_id
    where (m.need_id = ${listingId} or m.achievement_id = ${listingId}) and m.level in ('high', 'good') and greatest(nv.decided_at, av.decided_at) > ${before(freshDays * 86_400_000)}
    on conflict (need_id, achievement_id) do update set level = excluded.level, found_at = excluded.found_at, collected_at = null
    where match_news.level = 'good' and excluded.level = 'high'`);
}

/**
 * What the night brings up is news once, if nobody could have known the pair: a record is new, or both have been
 * compared for long without it. The first comparison of a whole market (an import, a rebuilt index) tells nobody anything.
 * @param found pairs that have just been stored for the first time
 */
export async function noteFinds(tx: Tx, found: { needId: string; achievementId: string }[]): Promise<void> {
  if (found.length === 0) return;
  await tx.execute(sql`
    insert into match_news (need_id, achievement_id, level, found_at)
    select m.need_id, m.achievement_id, m.level, ${before(0)} from matches m
    join listing_versions nv on nv.id = m.need_version_id join listing_versions av on av.id = m.achievement_version_id
    left join matched_listings nm on nm.listing_id = m.need_id left join matched_listings am on am.listing_id = m.achievement_id
    where (m.need_id, m.achievement_id) in (${pairList(found)}) and m.level in ('high', 'good')
      and (greatest(nv.decided_at, av.decided_at) > ${before(freshDays * 86_400_000)} or greatest(nm.first_at, am.first_at) < ${before(settledHours * 3_600_000)} and nm.first_at is not null and am.first_at is not null)
    on conflict do nothing`);
}

/** A pair that left both lists was known: should it come back, it is no find. */
export async function rememberDropped(tx: Tx, pairs: { needId: string; achievementId: string; level: "high" | "good" | "fair" }[]): Promise<void> {
  const now = clock.now();
  const worth = pairs.flatMap(({ level, ...pair }) => (level === "fair" ? [] : [{ ...pair, level, foundAt: now, collectedAt: now }]));
  if (worth.length > 0) await tx.insert(matchNews).values(worth).onConflictDoNothing();
}

export type News = { needId: string; achievementId: string; level: "high" | "good"; foundAt: Date };

/** Hands out news that nobody has collected yet and marks it as collected, in the caller's transaction. */
export async function takeNews(tx: Tx, limit: number): Promise<News[]> {
  const waiting = await tx.select({ needId: matchNews.needId, achievementId: matchNews.achievementId }).from(matchNews).where(isNull(matchNews.collectedAt)).orderBy(matchNews.foundAt).limit(limit).for("update", { skipLocked: true });
  if (waiting.length === 0) return [];
  return tx.update(matchNews).set({ collectedAt: clock.now() })
    .where(and(isNull(matchNews.collectedAt), sql`(${matchNews.needId}, ${matchNews.achievementId}) in (${pairList(waiting)})`))
    .returning({ needId: matchNews.needId, achievementId: matchNews.achievementId, level: matchNews.level, foundAt: matchNews.foundAt });
}

function pairList(pairs: { needId: string; achievementId: string }[]): SQL {
  return sql.join(pairs.map((pair) => sql`(${pair.needId}::uuid, ${pair.achievementId}::uuid)`), sql`, `);
}
