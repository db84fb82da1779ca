import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { isOffered } from "@/lib/matching/standing";
import { isOwnPair } from "./pairs";

export type MarketPair = { brokerId: string; needId: string; achievementId: string; dismissed: boolean; own: boolean };

/** A matched pair of two public records, as a verified broker finds it. @throws NotFound for everybody else */
export async function getMarketPair(tx: Tx, actor: Actor, ids: { needId: string; achievementId: string }): Promise<MarketPair> {
  const brokerId = actor.kind === "person" ? actor.brokerId : null;
  if (!brokerId) throw new NotFound();
  const owners = { need: sql`ln.organisation_id`, achievement: sql`la.organisation_id` };
  const { rows } = await tx.execute<{ dismissed: boolean; own: boolean }>(sql`
    select exists (select 1 from match_judgements j where j.need_id = m.need_id and j.achievement_id = m.achievement_id and j.undone_at is null) as dismissed, ${isOwnPair(brokerId, owners)} as own
    from matches m join public_listings n on n.id = m.need_id join public_listings a on a.id = m.achievement_id join listings ln on ln.id = m.need_id join listings la on la.id = m.achievement_id
    where m.need_id = ${ids.needId} and m.achievement_id = ${ids.achievementId} and ${isOffered("n")} and ${isOffered("a")}`);
  if (!rows[0]) throw new NotFound();
  return { brokerId, needId: ids.needId, achievementId: ids.achievementId, ...rows[0] };
}
