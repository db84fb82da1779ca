import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { NotFound } from "@/lib/core/errors";
import { isId } from "@/lib/core/id";
import { offsetOf, type Page, type PageRequest } from "@/lib/core/page";
import { canSeeMatches, canSeePutAside } from "./policy";
import { comparedAsPublic, inGoodStanding, isOffered, stillOpen } from "./standing";

export type MatchView = {
  needId: string;
  achievementId: string;
  other: { id: string; kind: "achievement" | "need"; title: string; organisationName: string; organisationId: string | null; district: string | null; maturity: number | null; summary: string; demo: boolean };
  /** Null like the reasons where one side has changed since: what was said of an old version is not told of the new one. */
  score: number | null;
  level: "high" | "good" | "fair";
  parts: Record<string, number>;
  reasons: { code: string; values?: Record<string, unknown> }[];
  method: string;
  computedAt: Date;
  /** One side has another public version by now; the pair waits to be compared again. */
  changed: boolean;
  /** Set where this side said "not relevant". */
  dismissed: { reason: string; at: Date } | null;
};
/** `barred`: its owner is on the list of serious dishonesty. `over`: past its deadline. `waiting`: not compared yet in its public version; `late`: it should have been long ago. */
export type MatchingState = "not_public" | "barred" | "over" | "waiting" | "late" | "compared";
export type MatchedListing = { id: string; kind: "achievement" | "need"; organisationId: string; state: MatchingState; matchedAt: Date | null };
/** `total` counts what is shown over all pages. */
export type MatchList = { listing: MatchedListing; shown: MatchView[]; total: number; hidden: MatchView[] };

/** How a list is read: best first, or what was published last. */
export const matchOrders = ["fit", "newest"] as const;
export type MatchOrder = (typeof matchOrders)[number];

/** Matches of one record that are read at once at most. */
const most = 100;
/** After a publication matching takes seconds; when it has not come after so long, something holds it back. */
const lateMs = 10 * 60_000;

/** A record as its matches are about it. @throws NotFound for whoever may not know them */
export async function getMatchedListing(actor: Actor, listingId: string): Promise<MatchedListing> {
  if (!isId(listingId)) throw new NotFound();
  const { rows } = await db().execute<{ id: string; kind: "achievement" | "need"; organisationId: string; public: boolean; open: boolean; standing: boolean; current: boolean; matchedAt: string | null; decidedAt: string | null }>(sql`
    select l.id, l.kind, l.organisation_id as "organisationId", p.id is not null as public, ${stillOpen("p")} as open, ${inGoodStanding("l")} as standing,
      coalesce(r.version_id = p.version_id, false) as current, r.matched_at as "matchedAt", v.decided_at as "decidedAt"
    from listings l left join public_listings p on p.id = l.id left join matched_listings r on r.listing_id = l.id left join listing_versions v on v.id = p.version_id
    where l.id = ${listingId}`);
  const row = rows[0];
  if (!row || !canSeeMatches(actor, row)) throw new NotFound();
  const recent = row.decidedAt !== null && clock.now().getTime() - new Date(row.decidedAt).getTime() < lateMs;
  const state = !row.public ? "not_public" : !row.standing ? "barred" : !row.open ? "over" : row.current ? "compared" : recent ? "waiting" : "late";
  return { id: row.id, kind: row.kind, organisationId: row.organisationId, state, matchedAt: row.matchedAt ? new Date(row.matchedAt) : null };
}

type Row = Omit<MatchView, "dismissed" | "computedAt"> & { computedAt: string; reason: string | null; judgedAt: string | null };

/**
 * Stored matches of one record. Both sides must be public, open and in good standing now, so a withdrawn
 * record and a need past its deadline are gone at once whatever the table still says.
 * @param which shown, put aside by the record's owner, or the one pair with a record, which may be either
 */
async function readMatches(listing: MatchedListing, which: "shown" | "hidden" | { otherId: string }, request: PageRequest, order: MatchOrder = "fit"): Promise<Page<MatchView>> {
  const [own, other] = listing.kind === "need" ? [sql`m.need_id`, sql.raw("a")] : [sql`m.achievement_id`, sql.raw("n")];
  const chosen = which === "shown" ? sql`j.reason is null` : which === "hidden" ? sql`j.reason is not null` : sql`${other}.id = ${which.otherId}`;
  const from = sql`
    from matches m join public_listings n on n.id = m.need_id join public_listings a on a.id = m.achievement_id
    left join match_judgements j on j.need_id = m.need_id and j.achievement_id = m.achievement_id and j.organisation_id = ${listing.organisationId} and j.undone_at is null
    where ${own} = ${listing.id} and ${isOffered("n")} and ${isOffered("a")} and ${chosen}`;
  const { rows } = await db().execute<Row>(sql`
    select m.need_id as "needId", m.achievement_id as "achievementId", m.level, m.method, m.computed_at as "computedAt", not ${comparedAsPublic} as changed,
      case when ${comparedAsPublic} then m.score end as score, case when ${comparedAsPublic} then m.parts else '{}' end as parts, case when ${comparedAsPublic} then m.reasons else '[]' end as reasons,
      json_build_object('id', ${other}.id, 'kind', ${other}.kind, 'title', ${other}.title, 'organisationName', ${other}.organisation_name,
        'organisationId', ${other}.organisation_id, 'district', ${other}.district, 'maturity', ${other}.maturity, 'summary', ${other}.summary, 'demo', ${other}.demo) as other,
      j.reason, j.judged_at as "judgedAt"
    ${from} order by ${order === "newest" ? sql`${other}.published_at desc, ` : sql``}m.score desc, m.id limit ${request.size} offset ${offsetOf(request)}`);
  const counted = rows.length < request.size && request.page === 1 ? rows.length : ((await db().execute<{ n: number }>(sql`select count(*)::int as n ${from}`)).rows[0]?.n ?? 0);
  return {
    ...request, total: counted,
    rows: rows.map(({ reason, judgedAt, computedAt, ...row }) => ({ ...row, computedAt: new Date(computedAt), dismissed: reason && judgedAt ? { reason, at: new Date(judgedAt) } : null })),
  };
}

/**
 * The matches of one record by pages, and, for its own people and the bureau, those its owner has put aside, a hundred of them at most.
 * @throws NotFound for whoever may not know them
 */
export async function listMatches(actor: Actor, listingId: string, request: PageRequest = { page: 1, size: most }, order: MatchOrder = "fit"): Promise<MatchList> {
  const listing = await getMatchedListing(actor, listingId);
  const [shown, hidden] = await Promise.all([readMatches(listing, "shown", request, order), canSeePutAside(actor, listing) ? readMatches(listing, "hidden", { page: 1, size: most }) : null]);
  return { listing, shown: shown.rows, total: shown.total, hidden: hidden?.rows ?? [] };
}

/** The match of a record with another, also when it was put aside or stands further down than anybody reads. @throws NotFound */
export async function getMatch(actor: Actor, listingId: string, otherId: string): Promise<{ listing: MatchedListing; match: MatchView }> {
  const listing = await getMatchedListing(actor, listingId);
  const [match] = isId(otherId) ? (await readMatches(listing, { otherId }, { page: 1, size: 1 })).rows : [];
  if (!match) throw new NotFound();
  return { listing, match: canSeePutAside(actor, listing) ? match : { ...match, dismissed: null } };
}
