import { and, desc, eq, isNull } from "drizzle-orm";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { listings, matches, matchJudgements } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { isId } from "@/lib/core/id";
import { canSeeMatches } from "./policy";

export type MatchView = {
  needId: string;
  achievementId: string;
  other: { id: string; kind: "achievement" | "need"; title: string; organisationName: string; organisationId: string | null; district: string | null; maturity: number | null; summary: string };
  score: number;
  level: "high" | "good" | "fair";
  parts: Record<string, number>;
  reasons: { code: string; values?: Record<string, unknown> }[];
  method: string;
  computedAt: Date;
  /** Set where this side said "not relevant". */
  dismissed: { reason: string; at: Date } | null;
};
export type MatchList = { listing: { id: string; kind: "achievement" | "need"; organisationId: string; status: string }; shown: MatchView[]; hidden: MatchView[]; computed: boolean };

/**
 * The matches of one record, best first. Only counterparts that are public now are joined, so a withdrawn record is
 * gone at once whatever the table still says.
 * @throws NotFound for whoever may not know them
 */
export async function listMatches(actor: Actor, listingId: string): Promise<MatchList> {
  if (!isId(listingId)) throw new NotFound();
  const [listing] = await db().select({ id: listings.id, kind: listings.kind, organisationId: listings.organisationId, status: listings.status }).from(listings).where(eq(listings.id, listingId));
  if (!listing || !canSeeMatches(actor, listing)) throw new NotFound();
  const [own, counterpart] = listing.kind === "need" ? [matches.needId, matches.achievementId] : [matches.achievementId, matches.needId];
  const rows = await db()
    .select({
      needId: matches.needId, achievementId: matches.achievementId, score: matches.score, level: matches.level, parts: matches.parts, reasons: matches.reasons,
      method: matches.method, computedAt: matches.computedAt, reason: matchJudgements.reason, judgedAt: matchJudgements.judgedAt,
      other: sql<MatchView["other"] | null>`(select json_build_object('id', p.id, 'kind', p.kind, 'title', p.title, 'organisationName', p.organisation_name,
        'organisationId', p.organisation_id, 'district', p.district, 'maturity', p.maturity, 'summary', p.summary) from public_listings p where p.id = ${counterpart})`,
    })
    .from(matches)
    .leftJoin(matchJudgements, and(eq(matchJudgements.needId, matches.needId), eq(matchJudgements.achievementId, matches.achievementId), eq(matchJudgements.organisationId, listing.organisationId), isNull(matchJudgements.undoneAt)))
    .where(eq(own, listingId))
    .orderBy(desc(matches.score))
    .limit(100);
  const views = rows.flatMap(({ other, reason, judgedAt, ...row }) => (other ? [{ ...row, other, dismissed: reason && judgedAt ? { reason, at: judgedAt } : null }] : []));
  return { listing, shown: views.filter((row) => !row.dismissed), hidden: views.filter((row) => row.dismissed), computed: rows.length > 0 };
}
