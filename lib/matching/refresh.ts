import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Person } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { NotFound } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { liveEngine } from "@/lib/engine/live";
import type { SearchEngine } from "@/lib/engine/port";
import { noteFinds } from "./news";
import { rematchListing } from "./rematch";

/** It begins at half past two at night in Harbin and leaves the machine to those who come to work at half past seven. */
const nightMs = 5 * 3_600_000;
/** So many are asked for at a time: their order is found by reading the whole market. */
const atOnce = 1_000;

/**
 * Nightly: what time changed (deadlines, statistics of the whole market). One record a transaction, so that it can be
 * interrupted, and first what was compared longest ago: what one night does not come to is the first of the next, so that
 * every record has its turn, however many there are. Among pairs that nobody has seen yet it finds news.
 * @returns how many were compared
 */
export async function refreshMatches(engine: SearchEngine | null = liveEngine(), budgetMs = nightMs, now: () => number = () => performance.now()): Promise<number> {
  if (!engine) return 0;
  const began = clock.now(), until = now() + budgetMs;
  let compared = 0;
  for (;;) {
    const ids = await comparedBefore(began);
    for (const id of ids) {
      if (now() >= until) {
        log.warn({ compared, left: (await refreshState(began)).left }, "the night was too short for all matches; the next one goes on");
        return compared;
      }
      await db().transaction(async (tx) => noteFinds(tx, await rematchListing(tx, engine, id)));
      compared += 1;
    }
    if (ids.length < atOnce) break;
  }
  log.info({ compared }, "all matches are refreshed");
  return compared;
}

async function comparedBefore(moment: Date): Promise<string[]> {
  const { rows } = await db().execute<{ id: string }>(sql`
    select p.id from public_listings p left join matched_listings m on m.listing_id = p.id
    where m.matched_at is null or m.matched_at < ${moment.toISOString()}::timestamptz order by m.matched_at nulls first, p.kind, p.id limit ${atOnce}`);
  return rows.map((row) => row.id);
}

/** `left`: public records whose turn has not come since; `oldest`: when the one was compared that waits longest, null where one never was. */
export type RefreshState = { total: number; left: number; oldest: Date | null };

async function refreshState(since: Date): Promise<RefreshState> {
  const { rows: [row] } = await db().execute<{ total: number; left: number; oldest: string | null }>(sql`
    select count(*)::int as total, count(*) filter (where m.matched_at is null or m.matched_at < ${since.toISOString()}::timestamptz)::int as left,
      case when count(m.matched_at) = count(*) then min(m.matched_at) end as oldest
    from public_listings p left join matched_listings m on m.listing_id = p.id`);
  return { total: row?.total ?? 0, left: row?.left ?? 0, oldest: row?.oldest ? new Date(row.oldest) : null };
}

/** How far the nights have come: what a day and a night have not compared is left over from an earlier one. For operators only. */
export async function findRefreshState(actor: Person): Promise<RefreshState> {
  if (!actor.operator) throw new NotFound();
  return refreshState(new Date(clock.now().getTime() - 30 * 3_600_000));
}
