import { sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { clock } from "@/lib/core/clock";
import { addDays, endOfDayInHarbin, todayInHarbin } from "@/lib/core/dates";
import { everything, readPairs, refusalsOf, sides, standings, workable, type DeskPair } from "./pairs";
import { shortlistPerRecord, shortlistSize } from "./states";

export type Shortlist = { open: DeskPair[]; done: DeskPair[] };
type Candidate = { id: string; needId: string; achievementId: string };
type Round = { seen: number; last: { id: string; score: number } | null; found: Candidate[] };

/** How many of the best matches are looked at in one round, and in how many rounds: what one record has too many of is left out of the next. */
const window = 1_000;
const rounds = 10;

/**
 * The day's pairs of one broker, chosen as the market and the broker's log stood when the day began: whatever is done
 * meanwhile, nothing takes the place of what is finished, and tomorrow's list is another one. What came today only fills
 * places that would stay empty. First from the fields of the broker's profile, so that not all brokers call the same people.
 */
async function choose(brokerId: string, morning: SQL): Promise<Candidate[]> {
  const [profile] = (await db().execute<{ fields: string[] }>(sql`select field_codes as fields from brokers where id = ${brokerId}`)).rows;
  const known = sql`n.published_at < ${morning} and a.published_at < ${morning}`;
  const untouched = sql`not exists (select 1 from s where s.need_id = m.need_id and s.achievement_id = m.achievement_id)
    and not exists (select 1 from introductions i where i.need_id = m.need_id and i.achievement_id = m.achievement_id and i.made_at < ${morning})`;
  const fields = sql.param(profile?.fields ?? []);
  const own = { need: sql`n.field = any(${fields})`, achievement: sql`a.field = any(${fields})` };
  const steps = [
    ...(profile?.fields.length ? [{ asked: own, condition: sql`${known} and ${untouched}` }] : []),
    { condition: sql`${known} and ${untouched}` },
    { condition: untouched },
    // At last what was recommended by another broker, or is promised for today.
    { condition: sql`not exists (select 1 from s where s.need_id = m.need_id and s.achievement_id = m.achievement_id and s.tab <> 'due')` },
  ];
  const chosen: Candidate[] = [];
  const times = new Map<string, number>();
  const full = (id: string) => (times.get(id) ?? 0) >= shortlistPerRecord;
  for (const { asked, condition } of steps) {
    let last: Round["last"] = null;
    for (let round = 0; round < rounds && chosen.length < shortlistSize; round += 1) {
      const crowded = sql.param([...times.keys()].filter(full));
      const { rows }: { rows: Round[] } = await db().execute<Round>(sql`
        with s as materialized (${standings(brokerId, morning)}),
        best as materialized (
          select m.id, m.need_id, m.achievement_id, m.score, m.level from matches m
          where m.level in ('high', 'good') and m.need_id <> all(${crowded}::uuid[]) and m.achievement_id <> all(${crowded}::uuid[]) and m.id <> all(${sql.param(chosen.map((one) => one.id))}::uuid[])
            ${last ? sql`and m.score <= ${last.score} and (m.score < ${last.score} or m.id < ${last.id})` : sql``}
          order by m.score desc, m.id desc limit ${window}),
        ${sides(asked, sql`best`)}
        select (select count(*)::int from best) as seen, (select json_build_object('id', id, 'score', score) from best order by score, id limit 1) as last,
          coalesce((select json_agg(json_build_object('id', m.id, 'needId', m.need_id, 'achievementId', m.achievement_id) order by m.score desc, m.id desc)
            from ${workable(sql`best m`, morning)} and ${condition}
            and not exists (select 1 from ${refusalsOf(brokerId)} and x.judged_at < ${morning})), '[]') as found`);
      const read: Round | undefined = rows[0];
      for (const row of read?.found ?? []) {
        if (chosen.length >= shortlistSize) break;
        if (full(row.needId) || full(row.achievementId)) continue;
        chosen.push(row);
        for (const id of [row.needId, row.achievementId]) times.set(id, (times.get(id) ?? 0) + 1);
      }
      last = read?.last ?? null;
      if (!read || read.seen < window) break;
    }
  }
  return chosen;
}

/** Pairs worth a call today, the best first, and those of them that the broker has dealt with since the morning. */
export async function shortlistOf(brokerId: string): Promise<Shortlist> {
  const began = endOfDayInHarbin(addDays(todayInHarbin(clock.now()), -1));
  const chosen = await choose(brokerId, sql`${began.toISOString()}::timestamptz`);
  const ids = sql.param(chosen.map((one) => one.id));
  // A deal opened since the morning, or both sides' refusal, ends the matter; the rest is told by the card.
  const { rows: standing } = await db().execute<{ id: string }>(sql`
    with chosen as materialized (select * from matches where id = any(${ids}::uuid[])), ${sides(everything, sql`chosen`)} select m.id from ${workable(sql`chosen m`)} and (select count(*) from ${refusalsOf(brokerId)}) < 2 order by m.score desc, m.id desc`);
  const rows = await readPairs(brokerId, standing.map((row) => row.id));
  const since = (at: string | undefined) => at !== undefined && Date.parse(at) >= began.getTime();
  const done = rows.filter((row) => since(row.mark?.at) || since(row.introduced?.at));
  // What one side has refused since the morning is no call any more.
  return { open: rows.filter((row) => !done.includes(row) && !row.refused), done };
}
