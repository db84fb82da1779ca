import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { clock } from "@/lib/core/clock";
import { todayInHarbin } from "@/lib/core/dates";

/**
 * Names the state of everything that figures of a year are made of, and the day on which they are read. Entries are only ever
 * added (a trigger refuses anything else), so their number grows with every change; targets and reports are overwritten and
 * are named by their text. Null while there is no entry: what is told then bears the time of reading.
 */
async function ledgerState(): Promise<string | null> {
  const { rows } = await db().execute<{ entries: number; state: string }>(sql`
    select e.entries, concat_ws(' ', e.entries, e.newest, e.fen, (select md5(string_agg(t::text, ' ' order by t.id)) from targets t), (select md5(string_agg(r::text, ' ' order by r.id)) from reported_values r)) as state
    from (select count(*) as entries, max(recorded_at) as newest, sum(amount_fen) as fen from ledger_entries) e`);
  return rows[0] && Number(rows[0].entries) > 0 ? `${todayInHarbin(clock.now())} ${rows[0].state}` : null;
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
