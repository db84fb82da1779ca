import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { liveEngine } from "@/lib/engine/live";
import { EngineUnavailable, type SearchEngine } from "@/lib/engine/port";
import { publicDocuments } from "@/lib/listings/public-document";
import { getMatchedListing, type MatchedListing, type MatchView } from "./queries";
import { findPartners } from "./rematch";
import { partsOf, reasonsOf } from "./store";

/**
 * The matches of one record as they are this moment: compares it with the market and stores nothing. Like the stored
 * ones they leave out what this side put aside, and what the search server still holds of a version that is not public.
 * @throws NotFound for whoever may not know them
 * @throws EngineUnavailable
 */
export async function listFreshMatches(actor: Actor, listingId: string, limit: number, engine: SearchEngine | null = liveEngine()): Promise<{ listing: MatchedListing; shown: MatchView[] }> {
  const listing = await getMatchedListing(actor, listingId);
  const [document] = await publicDocuments(db(), [listingId]);
  if (!document || listing.state === "barred") return { listing, shown: [] };
  if (!engine) throw new EngineUnavailable("no search server is configured");
  const { rows } = await db().execute<{ id: string }>(sql`
    select case when j.need_id = ${listingId} then j.achievement_id else j.need_id end as id from match_judgements j
    where ${listingId} in (j.need_id, j.achievement_id) and j.organisation_id = ${listing.organisationId} and j.undone_at is null`);
  const aside = new Set(rows.map((row) => row.id));
  const found = await findPartners(db(), engine, document, { limit: limit + aside.size });
  const current = new Map((await publicDocuments(db(), found.map((match) => match.id))).map((one) => [one.id, one]));
  const shown = found.flatMap((match): MatchView[] => {
    const other = current.get(match.id);
    if (!other || other.stamp !== match.document.stamp || aside.has(match.id) || !match.level) return [];
    const { id, kind, title, organisationName, organisationId, district, maturity, summary, demo = false } = other;
    const [need, achievement] = listing.kind === "need" ? [listing, other] : [other, listing];
    return [{
      needId: need.id, achievementId: achievement.id, other: { id, kind, title, organisationName: organisationName ?? "", organisationId, district, maturity, summary, demo },
      score: match.score, level: match.level, parts: partsOf(match), reasons: reasonsOf(match), method: match.weightsVersion, computedAt: clock.now(), changed: false, dismissed: null,
    }];
  });
  return { listing, shown: shown.slice(0, limit) };
}
