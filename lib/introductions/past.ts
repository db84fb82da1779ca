import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Person } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import type { DismissalReason } from "@/lib/interests/states";
import { pairKey, type MarkKind } from "./states";

/** One thing that has happened to a pair. `side` is who did it: the owner of the need or of the achievement. */
export type PairFact = { at: Date } & (
  | { code: "viewed"; side: "need" | "achievement" }
  | { code: "dismissed"; side: "need" | "achievement"; reason: DismissalReason }
  | { code: "interest_sent" | "interest_withdrawn" | "interest_expired"; side: "need" | "achievement" }
  | { code: "interest_declined"; side: "need" | "achievement"; reason: DismissalReason | null }
  | { code: "introduced" | "introduced_by_another" }
  | { code: "deal_ended" }
  | { code: "marked"; kind: MarkKind; note: string | null }
);
type Row = { need_id: string; achievement_id: string; at: Date | string; code: PairFact["code"]; side: string | null; reason: string | null; note: string | null };

/**
 * What has already happened to each of the given pairs, newest first. Messages, answers and notes of the sides are not
 * told, nor an interest in the achievement that its sender did not connect with the need where the need is anonymous: it
 * would say whose the need is. A deal that ended is told to a broker who took part in it only, because nobody else knows that it existed.
 * What one side has looked at or put aside is kept from the people of the other, brokers or not.
 */
export async function pastOfPairs(actor: Person, pairs: { needId: string; achievementId: string }[]): Promise<Map<string, PairFact[]>> {
  if (!actor.brokerId) throw new NotFound();
  const past = new Map<string, PairFact[]>();
  if (pairs.length === 0) return past;
  const own = sql`array[${sql.join(actor.memberships.map((one) => sql`${one.organisationId}::uuid`), sql`, `)}]::uuid[]`;
  const openly = sql`(x.organisation_id = any(${own}) or not array[p.need_owner, p.achievement_owner] && ${own})`;
  const asked = sql.join(pairs.map((pair) => sql`(${pair.needId}::uuid, ${pair.achievementId}::uuid)`), sql`, `);
  const { rows } = await db().execute<Row>(sql`
    with p as (
      select v.need_id, v.achievement_id, ln.organisation_id as need_owner, la.organisation_id as achievement_owner,
        exists (select 1 from need_versions nv where nv.version_id = ln.published_version_id and nv.anonymous) as unnamed
      from (values ${asked}) v (need_id, achievement_id) join listings ln on ln.id = v.need_id join listings la on la.id = v.achievement_id)
    select p.need_id, p.achievement_id, x.last_at as at, 'viewed' as code, case when x.organisation_id = p.need_owner then 'need' else 'achievement' end as side, null as reason, null as note
      from p join match_views x on x.need_id = p.need_id and x.achievement_id = p.achievement_id and ${openly}
    union all
    select p.need_id, p.achievement_id, x.judged_at, 'dismissed', case when x.organisation_id = p.need_owner then 'need' else 'achievement' end, x.reason, null
      from p join match_judgements x on x.need_id = p.need_id and x.achievement_id = p.achievement_id and x.undone_at is null and ${openly}
    union all
    select p.need_id, p.achievement_id, coalesce(x.answered_at, x.sent_at), 'interest_' || x.status, case when x.from_organisation_id = p.need_owner then 'need' else 'achievement' end, x.reason, null
      from p join interests x on x.status <> 'accepted' and ((x.target_listing_id = p.need_id and x.from_organisation_id = p.achievement_owner) or (x.target_listing_id = p.achievement_id and x.from_organisation_id = p.need_owner and (x.own_listing_id = p.need_id or not p.unnamed)))
    union all
    select p.need_id, p.achievement_id, x.made_at, case when x.broker_id = ${actor.brokerId} then 'introduced' else 'introduced_by_another' end, null, null, null
      from p join introductions x on x.need_id = p.need_id and x.achievement_id = p.achievement_id
    union all
    select p.need_id, p.achievement_id, x.ended_at, 'deal_ended', null, null, null
      from p join deals x on x.status = 'ended' and x.need_id = p.need_id and x.achievement_id = p.achievement_id
      join deal_participants dp on dp.deal_id = x.id and dp.user_id = ${actor.userId}
    union all
    select p.need_id, p.achievement_id, x.marked_at, 'marked', null, x.kind, x.note
      from p join broker_marks x on x.broker_id = ${actor.brokerId} and x.need_id = p.need_id and x.achievement_id = p.achievement_id and x.undone_at is null
    order by 3 desc`);
  for (const row of rows) {
    const key = pairKey({ needId: row.need_id, achievementId: row.achievement_id });
    const at = new Date(row.at);
    const fact = row.code === "marked" ? { code: row.code, at, kind: row.reason, note: row.note } : { code: row.code, at, ...(row.side ? { side: row.side } : {}), reason: row.reason };
    past.set(key, [...(past.get(key) ?? []), fact as PairFact]);
  }
  return past;
}
