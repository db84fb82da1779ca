import { sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { clock } from "@/lib/core/clock";
import { addDays, endOfDayInHarbin, todayInHarbin } from "@/lib/core/dates";
import { market, readPairs, refusals, standings, workable, type DeskPair } from "./pairs";
import { shortlistPerRecord, shortlistSize } from "./states";

export type Shortlist = { open: DeskPair[]; done: DeskPair[] };
type Candidate = { needId: string; achievementId: string; id: string; score: number };

/** Candidates that are read at a time, and how often at most: what one record has too many of is left out of the next round. */
const batch = 100;
const rounds = 10;

function exactly(uuids: string[]): SQL {
  return sql`array[${uuids.length > 0 ? sql.join(uuids.map((id) => sql`${id}`), sql`, `) : sql``}]::uuid[]`;
}

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
  const fields = profile?.fields ?? [];
  const steps = [
    ...(fields.length > 0 ? [sql`${known} and ${untouched} and (n.field = any(${sql.param(fields)}) or a.field = any(${sql.param(fields)}))`] : []),
    sql`${known} and ${untouched}`,
    untouched,
    // At last what was recommended by another broker, or is promised for today.
    sql`not exists (select 1 from s where s.need_id = m.need_id and s.achievement_id = m.achievement_id and s.tab <> 'due')`,
  ];
  const chosen: Candidate[] = [];
  const times = new Map<string, number>();
  const full = (id: string) => (times.get(id) ?? 0) >= shortlistPerRecord;
  for (const condition of steps) {
    let last: Candidate | undefined;
    for (let round = 0; round < rounds && chosen.length < shortlistSize; round += 1) {
      const crowded = [...times.keys()].filter(full);
      const { rows } = await db().execute<Candidate>(sql`
        with s as materialized (${standings(brokerId, morning)})
        select m.need_id as "needId", m.achievement_id as "achievementId", m.id, m.score from ${market}
        where ${workable(morning)} and ${condition}
          and not exists (select 1 from match_judgements x where x.need_id = m.need_id and x.achievement_id = m.achievement_id and x.undone_at is null and x.judged_at < ${morning})
          and m.need_id <> all(${exactly(crowded)}) and m.achievement_id <> all(${exactly(crowded)}) and m.id <> all(${exactly(chosen.map((one) => one.id))})
          ${last ? sql`and m.score <= ${last.score} and (m.score < ${last.score} or m.id < ${last.id})` : sql``}
        order by m.score desc, m.id desc limit ${batch}`);
      for (const row of rows) {
        if (chosen.length >= shortlistSize) break;
        if (full(row.needId) || full(row.achievementId)) continue;
        chosen.push(row);
        for (const id of [row.needId, row.achievementId]) times.set(id, (times.get(id) ?? 0) + 1);
      }
      last = rows.at(-1);
      if (rows.length < batch) break;
    }
  }
  return chosen;
}

/** Pairs worth a call today, the best first, and those of them that the broker has dealt with since the morning. */
export async function shortlistOf(brokerId: string): Promise<Shortlist> {
  const began = endOfDayInHarbin(addDays(todayInHarbin(clock.now()), -1));
  const chosen = await choose(brokerId, sql`${began.toISOString()}::timestamptz`);
  if (chosen.length === 0) return { open: [], done: [] };
  const rows = await readPairs(brokerId, sql`
    select m.need_id, m.achievement_id, row_number() over (order by m.score desc, m.id desc) as place from ${market}
    where m.id in ${chosen.map((one) => one.id)} and ${workable()} and ${refusals} < 2`);
  const since = (at: string | undefined) => at !== undefined && Date.parse(at) >= began.getTime();
  const done = rows.filter((row) => since(row.mark?.at) || since(row.introduced?.at));
  // What one side has refused since the morning is no call any more.
  return { open: rows.filter((row) => !done.includes(row) && !row.refused), done };
}
