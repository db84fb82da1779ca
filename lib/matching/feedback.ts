import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isMember, type Actor } from "@/lib/core/actor";
import type { DismissalReason } from "@/lib/interests/states";

/** From so many organisations on their number is told; below it somebody could guess who it was. */
export const enoughToCount = 3;

export type ReaderFeedback = { reason: DismissalReason; organisations: number };

/**
 * Why others found a record unsuitable, for those who own it: matches put aside, and interests declined that were sent
 * out of it. Each organisation counts once per reason; neither who nor their own words are told. 已经了解 is no advice.
 */
export async function feedbackOn(actor: Actor, listing: { id: string; organisationId: string }): Promise<ReaderFeedback[]> {
  if (!isMember(actor, listing.organisationId)) return [];
  const { rows } = await db().execute<ReaderFeedback>(sql`
    select reason, count(distinct organisation_id)::int as organisations from (
      select j.reason, j.organisation_id from match_judgements j where (j.need_id = ${listing.id} or j.achievement_id = ${listing.id}) and j.undone_at is null
      union all
      select i.reason, i.to_organisation_id from interests i where i.own_listing_id = ${listing.id} and i.status = 'declined'
    ) said where organisation_id <> ${listing.organisationId} and reason is not null and reason <> 'already_known'
    group by reason order by organisations desc, reason`);
  return rows;
}
