import { sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { todayInHarbin, type PlainDate } from "@/lib/core/dates";
import { clock } from "@/lib/core/clock";
import { comparedAsPublic, stillOpen } from "@/lib/matching/standing";
import type { IntroductionSide, MarkKind } from "./states";

/** `changedAt` is when the version that is public now became so; `revised` when it was not the first. */
export type PairRecord = { id: string; title: string; organisationName: string; district: string | null; maturity: number | null; demo: boolean; changedAt: string; revised: boolean };
export type DeskPair = {
  needId: string; achievementId: string; level: "high" | "good"; score: number; reasons: { code: string; values?: Record<string, unknown> }[];
  need: PairRecord; achievement: PairRecord;
  /** It lies in a field that the broker's profile names. */
  ownField: boolean;
  /** One side has put it aside. */
  refused: boolean;
  mark: { id: string; kind: MarkKind; note: string | null; dueOn: string | null; at: string } | null;
  introduced: { side: IntroductionSide; at: string } | null;
};

/** The rows under the names that every query of the desk uses: `m` of matches, `n` and `a` what is public, `ln` and `la` their owners. */
export const market: SQL = sql`matches m
  join public_listings n on n.id = m.need_id join public_listings a on a.id = m.achievement_id
  join listings ln on ln.id = m.need_id join listings la on la.id = m.achievement_id`;

/** Pairs that may be worked on: high or good, the need still open, two owners, nothing between them that became a deal (before `at`). */
export function workable(at?: SQL): SQL {
  const opened = at ? sql` and d.opened_at < ${at}` : sql``;
  return sql`m.level in ('high', 'good') and ${stillOpen("n")} and ln.organisation_id <> la.organisation_id
    and not exists (select 1 from deals d where d.status <> 'ended' and d.need_id = m.need_id and d.achievement_id = m.achievement_id${opened})
    and not exists (select 1 from deals d where d.status = 'open' and d.seller_id = la.organisation_id and d.buyer_id = ln.organisation_id and (d.need_id = m.need_id or d.achievement_id = m.achievement_id)${opened})`;
}

/** How many sides have put the pair aside. */
export const refusals: SQL = sql`(select count(*) from match_judgements x where x.need_id = m.need_id and x.achievement_id = m.achievement_id and x.undone_at is null)`;

/**
 * How the pairs stand that this broker has touched: few, however large the market. What is promised for today or before is
 * due. With `at`, as it was at that moment.
 */
export function standings(brokerId: string, at?: SQL): SQL {
  const [marked, undone, made] = at ? [sql`and marked_at < ${at}`, sql`(undone_at is null or undone_at >= ${at})`, sql`and made_at < ${at}`] : [sql``, sql`undone_at is null`, sql``];
  return sql`
    select need_id, achievement_id, k.id as mark_id, k.kind, k.note, k.due_on, k.marked_at, i.side, i.made_at,
      case when k.kind = 'aside' then 'aside' when k.due_on <= ${todayInHarbin(clock.now())}::date then 'due' when k.kind = 'later' then 'later' else 'contacted' end as tab
    from (select distinct on (need_id, achievement_id) * from broker_marks where broker_id = ${brokerId} and ${undone} ${marked} order by need_id, achievement_id, marked_at desc, id desc) k
    full join (select need_id, achievement_id, side, made_at from introductions where broker_id = ${brokerId} ${made}) i using (need_id, achievement_id)`;
}

/** The pairs of a list of keys (`need_id`, `achievement_id`, `place`), with all that a card shows, in the order of their places. */
export async function readPairs(brokerId: string, keys: SQL): Promise<DeskPair[]> {
  const record = (p: "n" | "a", version: "vn" | "va", listing: "ln" | "la") => {
    const [of, v, l] = [sql.raw(p), sql.raw(version), sql.raw(listing)];
    return sql`json_build_object('id', ${of}.id, 'title', ${of}.title, 'organisationName', ${of}.organisation_name, 'district', ${of}.district, 'maturity', ${of}.maturity, 'demo', ${of}.demo,
      'changedAt', coalesce(${v}.decided_at, ${l}.published_at, ${l}.created_at), 'revised', ${v}.ordinal > 1)`;
  };
  const { rows } = await db().execute<DeskPair>(sql`
    with keys as materialized (${keys}), s as materialized (${standings(brokerId)}), own as materialized (select field_codes from brokers where id = ${brokerId})
    select m.need_id as "needId", m.achievement_id as "achievementId", m.level, m.score, case when ${comparedAsPublic} then m.reasons else '[]' end as reasons,
      ${record("n", "vn", "ln")} as need, ${record("a", "va", "la")} as achievement,
      coalesce((select n.field = any(field_codes) or a.field = any(field_codes) from own), false) as "ownField", ${refusals} > 0 as refused,
      case when s.mark_id is null then null else json_build_object('id', s.mark_id, 'kind', s.kind, 'note', s.note, 'dueOn', s.due_on, 'at', s.marked_at) end as mark,
      case when s.made_at is null then null else json_build_object('side', s.side, 'at', s.made_at) end as introduced
    from keys join ${market} on keys.need_id = m.need_id and keys.achievement_id = m.achievement_id
    join listing_versions vn on vn.id = n.version_id join listing_versions va on va.id = a.version_id
    left join s on s.need_id = m.need_id and s.achievement_id = m.achievement_id
    order by keys.place`);
  return rows;
}

/** Which of the two records became public or changed last: what is new about a pair. */
export function newestChange(pair: DeskPair): { kind: "need" | "achievement"; revised: boolean; on: PlainDate } {
  const kind = Date.parse(pair.need.changedAt) > Date.parse(pair.achievement.changedAt) ? "need" : "achievement";
  return { kind, revised: pair[kind].revised, on: todayInHarbin(new Date(pair[kind].changedAt)) };
}
