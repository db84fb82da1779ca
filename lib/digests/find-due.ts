import { sql, type SQL } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { clock } from "@/lib/core/clock";
import { isOffered } from "@/lib/matching/standing";
import { cutoff, pauseMs } from "./rules";
import type { Frequency } from "./states";

/**
 * What one person may be told of now, by how often they want to be told; a pause lies between two digests "at once".
 * @param own the digest that is being made and does not count as an earlier one
 */
function mayTell(frequency: SQL, foundAt: SQL, userId: SQL, own: string | null): SQL {
  const now = clock.now();
  const until = (name: Frequency) => sql`${cutoff(name, now).toISOString()}::timestamptz`;
  return sql`case ${frequency} when 'daily' then ${foundAt} <= ${until("daily")} when 'weekly' then ${foundAt} <= ${until("weekly")}
    when 'at_once' then ${foundAt} <= ${until("at_once")} and not exists (select 1 from digests x where x.user_id = ${userId} and x.id is distinct from ${own}::uuid and x.told_at > ${new Date(now.getTime() - pauseMs).toISOString()}::timestamptz)
    else false end`;
}

/** What the person wants now counts, also for what was found before they said so. */
const isWanted = sql`not exists (select 1 from digest_settings w where w.user_id = d.user_id and w.organisation_id = d.organisation_id and (w.threshold = 'none' or (w.threshold = 'high' and d.level <> 'high')))`;

/** A pair that a new version has taken off both lists since leads nowhere; it waits, should it come back. */
const isMatched = sql`exists (select 1 from matches m where m.need_id = d.need_id and m.achievement_id = d.achievement_id and m.level <> 'fair')`;

/** Waiting matches that are due: `d` is the row of digest_matches. */
export function dueMatches(own: string): SQL {
  return sql`d.digest_id is null and ${isMatched} and ${isDue(own)}`;
}

/** Asked of user_id, organisation_id, level and found_at of `d`. What was found earlier is due no later. */
function isDue(own: string | null): SQL {
  return sql`${isWanted} and ${mayTell(sql`coalesce((select s.frequency from digest_settings s where s.user_id = d.user_id and s.organisation_id = d.organisation_id), 'at_once')`, sql`d.found_at`, sql`d.user_id`, own)}`;
}

/** Waiting hits that are due, still offered, and that their reader has not seen in the list: `h` is the row of saved_search_hits, `s` its search. */
function dueHits(): SQL {
  return sql`h.digest_id is null and h.found_at > s.looked_at and s.removed_at is null and s.paused_at is null and exists (select 1 from public_listings p where p.id = h.listing_id and ${isOffered("p")}) and ${mayTell(sql`s.frequency`, sql`h.found_at`, sql`s.user_id`, null)}`;
}

/** The hits of one person's searches that are due. */
export async function dueHitsOf(reader: Reader, userId: string): Promise<{ searchId: string; listingId: string }[]> {
  const { rows } = await reader.execute<{ searchId: string; listingId: string }>(sql`
    select h.search_id as "searchId", h.listing_id as "listingId" from saved_search_hits h join saved_searches s on s.id = h.search_id where s.user_id = ${userId} and ${dueHits()}`);
  return rows;
}

/**
 * People for whom something is due, so many at a time. Every minute, so what waits is asked about by the oldest of each person, and not
 * match by match: most of it waits for the end of the week.
 */
export async function peopleToTell(limit: number): Promise<string[]> {
  const { rows } = await db().execute<{ user_id: string }>(sql`
    select user_id from (
      select d.user_id from (select user_id, organisation_id, level, min(found_at) as found_at from digest_matches where digest_id is null group by user_id, organisation_id, level) d
        where ${isDue(null)} and exists (select 1 from digest_matches w join matches m on m.need_id = w.need_id and m.achievement_id = w.achievement_id and m.level <> 'fair'
          where w.user_id = d.user_id and w.organisation_id = d.organisation_id and w.level = d.level and w.digest_id is null)
      union select s.user_id from saved_search_hits h join saved_searches s on s.id = h.search_id where ${dueHits()}
    ) due join users u on u.id = due.user_id and u.suspended_at is null order by user_id limit ${limit}`);
  return rows.map((row) => row.user_id);
}

/**
 * Forgets what waits about records that are gone from the market or past their deadline, and pairs that were put aside meanwhile.
 * @param userId of one person who is about to be told; without, of everybody
 */
export async function dropStale(reader: Reader, userId?: string): Promise<void> {
  await reader.execute(sql`
    delete from digest_matches d where d.digest_id is null and ${userId ? sql`d.user_id = ${userId}` : sql`true`} and (
      not exists (select 1 from public_listings p where p.id = d.need_id and ${isOffered("p")}) or not exists (select 1 from public_listings p where p.id = d.achievement_id and ${isOffered("p")})
      or not exists (select 1 from memberships m where m.user_id = d.user_id and m.organisation_id = d.organisation_id)
      or exists (select 1 from match_judgements j where j.need_id = d.need_id and j.achievement_id = d.achievement_id and j.organisation_id = d.organisation_id and j.undone_at is null))`);
}
