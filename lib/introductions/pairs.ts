import { sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { todayInHarbin, type PlainDate } from "@/lib/core/dates";
import { clock } from "@/lib/core/clock";
import { comparedAsPublic, isOffered } from "@/lib/matching/standing";
import type { IntroductionSide, MarkKind } from "./states";

/**
 * `organisationId` is null where the owner stays unnamed. `deal` is an open one in which the broker and the owner take part: there they can write to each
 * other; of an unnamed owner there is none, or it would say who that is. Contacts of an organisation are for its verification only and never shown.
 * `changedAt` is when the version that is public now became so; `revised` when it was not the first.
 */
export type PairRecord = { id: string; title: string; organisationName: string; organisationId: string | null; deal: { id: string; number: string } | null; district: string | null; maturity: number | null; demo: boolean; changedAt: string; revised: boolean };
export type DeskPair = {
  /** `fair` only of what the broker has touched: nothing else of that level is worth a call. */
  needId: string; achievementId: string; level: "high" | "good" | "fair"; score: number; reasons: { code: string; values?: Record<string, unknown> }[];
  need: PairRecord; achievement: PairRecord;
  /** It lies in a field that the broker's profile names. */
  ownField: boolean;
  /** One side has put it aside, as far as this broker may know. */
  refused: boolean;
  /** One of the two records is of the broker's own organisation. */
  own: boolean;
  mark: { id: string; kind: MarkKind; note: string | null; dueOn: string | null; at: string } | null;
  introduced: { side: IntroductionSide; at: string } | null;
};

/** Conditions of a list, on rows of public_listings: `true` where nothing is asked. */
type Asked = { need: SQL; achievement: SQL };
export const everything: Asked = { need: sql`true`, achievement: sql`true` };

/**
 * Both sides of the market as two small tables, `needs` and `achievements` (id, owner, date, `hit` of the conditions): read
 * once, they are hashed against many matches, which the view joined to each match is not. With `of` (rows with need_id and
 * achievement_id) only the records of those pairs.
 */
export function sides(asked: Asked = everything, of?: SQL): SQL {
  const [needs, achievements] = of ? [sql`and n.id in (select need_id from ${of})`, sql`and a.id in (select achievement_id from ${of})`] : [sql``, sql``];
  return sql`
    needs as materialized (select n.id, ln.organisation_id, n.published_at, ${asked.need} as hit from public_listings n join listings ln on ln.id = n.id where n.kind = 'need' and ${isOffered("n")} ${needs}),
    achievements as materialized (select a.id, la.organisation_id, a.published_at, ${asked.achievement} as hit from public_listings a join listings la on la.id = a.id where a.kind = 'achievement' and ${isOffered("a")} ${achievements})`;
}

/**
 * From what is called `m` (id, need_id, achievement_id, score, level) to the pairs that may be worked on: both
 * public, two owners, nothing between them that became a deal (before `at`). Begins after `from`; wants `sides`.
 */
export function workable(m: SQL, at?: SQL): SQL {
  const opened = at ? sql` and d.opened_at < ${at}` : sql``;
  return sql`${m} join needs n on n.id = m.need_id join achievements a on a.id = m.achievement_id
    where (n.hit or a.hit) and n.organisation_id <> a.organisation_id
      and not exists (select 1 from deals d where d.status <> 'ended' and d.need_id = m.need_id and d.achievement_id = m.achievement_id${opened})
      and not exists (select 1 from deals d where d.status = 'open' and d.seller_id = a.organisation_id and d.buyer_id = n.organisation_id and (d.need_id = m.need_id or d.achievement_id = m.achievement_id)${opened})`;
}

type Owners = { need: SQL; achievement: SQL };
const ownersInSides: Owners = { need: sql`n.organisation_id`, achievement: sql`a.organisation_id` };

/** Is one of the two owners the broker's own organisation? */
export function isOwnPair(brokerId: string, { need, achievement }: Owners): SQL<boolean> {
  const own = ownOf(brokerId);
  return sql<boolean>`(${need} in ${own} or ${achievement} in ${own})`;
}

function ownOf(brokerId: string): SQL {
  return sql`(select o.organisation_id from brokers b join memberships o on o.user_id = b.user_id where b.id = ${brokerId})`;
}

/**
 * Who has put the pair `m` aside, as rows `x`, as far as this broker may know: what one side puts aside is kept from the people of the other, brokers or
 * not (`past.ts`), and makes no difference on their desk.
 */
export function refusalsOf(brokerId: string, owners: Owners = ownersInSides): SQL {
  return sql`match_judgements x where x.need_id = m.need_id and x.achievement_id = m.achievement_id and x.undone_at is null
    and (x.organisation_id in ${ownOf(brokerId)} or not ${isOwnPair(brokerId, owners)})`;
}

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

/** Pairs by the ids of their matches, with all that a card shows, in that order; what is not public any more is left out. */
export async function readPairs(brokerId: string, ids: string[]): Promise<DeskPair[]> {
  if (ids.length === 0) return [];
  // The view keeps the owner of an unnamed need to itself.
  const owners = { need: sql`ln.organisation_id`, achievement: sql`la.organisation_id` };
  const record = (p: "n" | "a", version: "vn" | "va", listing: "ln" | "la") => {
    const [of, v, l] = [sql.raw(p), sql.raw(version), sql.raw(listing)];
    return sql`json_build_object('id', ${of}.id, 'title', ${of}.title, 'organisationName', ${of}.organisation_name, 'organisationId', ${of}.organisation_id,
      'deal', (select json_build_object('id', d.id, 'number', d.number) from common d where ${of}.organisation_id in (d.seller_id, d.buyer_id) order by d.opened_at desc limit 1), 'district', ${of}.district, 'maturity', ${of}.maturity, 'demo', ${of}.demo,
      'changedAt', coalesce(${v}.decided_at, ${l}.published_at, ${l}.created_at), 'revised', ${v}.ordinal > 1)`;
  };
  const { rows } = await db().execute<DeskPair & { id: string }>(sql`
    with chosen as materialized (select * from matches where id = any(${sql.param(ids)}::uuid[])), s as materialized (${standings(brokerId)}),
    common as materialized (select d.id, d.number, d.seller_id, d.buyer_id, d.opened_at from brokers b join deal_participants x on x.user_id = b.user_id join deals d on d.id = x.deal_id
      where b.id = ${brokerId} and x.role = 'broker' and x.status = 'active' and d.status = 'open')
    select m.id, m.need_id as "needId", m.achievement_id as "achievementId", m.level, m.score, case when ${comparedAsPublic} then m.reasons else '[]' end as reasons,
      ${record("n", "vn", "ln")} as need, ${record("a", "va", "la")} as achievement,
      exists (select 1 from brokers b where b.id = ${brokerId} and (n.field = any(b.field_codes) or a.field = any(b.field_codes))) as "ownField", exists (select 1 from ${refusalsOf(brokerId, owners)}) as refused, ${isOwnPair(brokerId, owners)} as own,
      case when s.mark_id is null then null else json_build_object('id', s.mark_id, 'kind', s.kind, 'note', s.note, 'dueOn', s.due_on, 'at', s.marked_at) end as mark,
      case when s.made_at is null then null else json_build_object('side', s.side, 'at', s.made_at) end as introduced
    from chosen m
    cross join lateral (select * from public_listings p where p.id = m.need_id offset 0) n join listings ln on ln.id = n.id join listing_versions vn on vn.id = n.version_id
    cross join lateral (select * from public_listings p where p.id = m.achievement_id offset 0) a join listings la on la.id = a.id join listing_versions va on va.id = a.version_id
    left join s on s.need_id = m.need_id and s.achievement_id = m.achievement_id`);
  return rows.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id)).map(({ id: _id, ...pair }) => pair);
}

/** Which of the two records became public or changed last: what is new about a pair. */
export function newestChange(pair: DeskPair): { kind: "need" | "achievement"; revised: boolean; on: PlainDate } {
  const kind = Date.parse(pair.need.changedAt) > Date.parse(pair.achievement.changedAt) ? "need" : "achievement";
  return { kind, revised: pair[kind].revised, on: todayInHarbin(new Date(pair[kind].changedAt)) };
}
