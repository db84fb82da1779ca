import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { clock } from "@/lib/core/clock";
import { todayInHarbin } from "@/lib/core/dates";

let seen: { snapshot: string; state: string | null } | undefined;

/**
 * Names the state of everything that figures of a year are made of, and the day on which they are read. Entries are only ever
 * added (a trigger refuses anything else), so their number grows with every change; targets and reports come to an end, the
 * bound of large contracts is corrected: they are named by their text. Null while there is no entry: what is told then bears the time of reading.
 * Counting takes the longer the more entries there are; but who sees the same snapshot of the database sees the same rows, so
 * nothing is counted where nothing at all was written since.
 */
async function ledgerState(): Promise<string | null> {
  const before = seen;
  const { rows } = await db().execute<{ snapshot: string; counted: boolean; state: string | null }>(sql`
    select s.snapshot, s.counted, case when s.counted then (
      select case when count(*) > 0 then concat_ws(' ', count(*), max(recorded_at), sum(amount_fen), (select md5(string_agg(t::text, ' ' order by t.id)) from targets t), (select md5(string_agg(r::text, ' ' order by r.id)) from reported_values r), (select md5(string_agg(l::text, ' ' order by l.effective_from)) from rules l where l.key = 'statistics.large_contract')) end
      from ledger_entries
    ) end as state
    from (select now.snapshot, now.snapshot is distinct from ${before?.snapshot ?? null}::text as counted from (select concat_ws(' ', pg_postmaster_start_time(), pg_current_snapshot()) as snapshot) now) s`);
  const [row] = rows;
  if (!row) return null;
  const current = row.counted || !before ? row : before;
  seen = { snapshot: row.snapshot, state: current.state };
  return current.state === null ? null : `${todayInHarbin(clock.now())} ${current.state}`;
}

const most = 200;
const kept = new Map<string, unknown>();
let state: string | null = null;

/**
 * What was computed from this very state of the ledger, or else computes it. One small question to Postgres instead of twenty,
 * and never an old figure: the question is asked each time. Whatever is handed out is shared and must not be changed.
 * @param name tells what is computed, with everything that it depends on besides the ledger
 */
export async function ofLedgerState<T>(name: string, compute: () => Promise<T>): Promise<T> {
  const now = await ledgerState();
  if (now === null) return compute();
  if (now !== state) {
    kept.clear();
    state = now;
  }
  const found = kept.get(name);
  if (found !== undefined) return found as T;
  const computed = await compute();
  // Another state may have come meanwhile: then this belongs to none that will be asked for.
  if (now === state) {
    if (kept.size >= most) kept.clear();
    kept.set(name, computed);
  }
  return computed;
}
