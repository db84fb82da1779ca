import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isMember, type Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import type { SearchDocument } from "@/lib/engine/document";
import { publicDocuments } from "@/lib/listings/public-document";
import { offsetOf, type Page, type PageRequest } from "@/lib/core/page";
import { inGoodStanding, isOffered, stillOpen } from "./standing";

/** `over`: a need past its deadline, `barred`: the organisation is on the list of serious dishonesty; both are offered to nobody. */
export type OverviewRow = { id: string; kind: "achievement" | "need"; title: string; count: number; high: number; over: boolean; barred: boolean };

/**
 * Whose ten thousand records have half a million matches waits for seconds until all are counted as they stand now. Counted and put in
 * order are so many at a time, a whole number of pages, which follow one another as they were when each was last compared: for nearly
 * everybody that is all of them.
 */
export const countedTogether = 200;

/** An organisation's public records with the number of matches that it has not put aside. */
export async function listMatchedListings(actor: Actor, organisationId: string, request: PageRequest): Promise<Page<OverviewRow>> {
  if (!isMember(actor, organisationId)) throw new NotFound();
  const offset = offsetOf(request), within = offset % countedTogether;
  // The other side is asked about once, however many matches it stands in.
  const [{ rows }, total] = await Promise.all([
    db().execute<OverviewRow>(sql`
      with together as materialized (select l.id from listings l left join matched_listings r on r.listing_id = l.id where l.organisation_id = ${organisationId} and l.status = 'published'
        order by coalesce(r.high, 0) desc, coalesce(r.count, 0) desc, l.published_at desc, l.id desc limit ${countedTogether} offset ${offset - within}),
      own as materialized (select p.id, p.kind, p.title, p.published_at, not ${stillOpen("p")} as over, not ${inGoodStanding("p")} as barred from public_listings p where p.id in (select id from together)),
      pairs as materialized (select p.id as own_id, case p.kind when 'need' then m.achievement_id else m.need_id end as other_id, m.level from own p join matches m on (m.need_id = p.id or m.achievement_id = p.id)
        where not p.over and not p.barred and not exists (
          select 1 from match_judgements j where j.need_id = m.need_id and j.achievement_id = m.achievement_id and j.organisation_id = ${organisationId} and j.undone_at is null)),
      offered as materialized (select o.id from public_listings o where o.id in (select other_id from pairs) and ${isOffered("o")}),
      counted as (select own_id, count(*)::int as count, count(*) filter (where level = 'high')::int as high from pairs join offered on offered.id = pairs.other_id group by own_id)
      select p.id, p.kind, p.title, p.over, p.barred, coalesce(c.count, 0) as count, coalesce(c.high, 0) as high from own p left join counted c on c.own_id = p.id
      order by high desc, count desc, p.published_at desc, p.id desc limit ${request.size} offset ${within}`),
    db().execute<{ n: number }>(sql`select count(*)::int as n from public_listings p join listings l on l.id = p.id where l.organisation_id = ${organisationId}`),
  ]);
  return { ...request, rows, total: total.rows[0]?.n ?? 0 };
}

/** The public texts of a pair, or null when one of them is not public now. */
export async function readPair(ownId: string, otherId: string): Promise<{ own: SearchDocument; other: SearchDocument } | null> {
  const documents = await publicDocuments(db(), [ownId, otherId]);
  const [own, other] = [ownId, otherId].map((id) => documents.find((document) => document.id === id));
  return own && other ? { own, other } : null;
}

/** What a record is called: its public title; where it has none now, its own people read that of their text. Null for everybody else. */
export async function titleFor(actor: Actor, listing: { id: string; organisationId: string }): Promise<string | null> {
  const { rows } = await db().execute<{ public: string | null; own: string | null }>(sql`
    select p.title as public, coalesce(a.title, n.title) as own
    from listings l left join public_listings p on p.id = l.id
    left join achievement_versions a on a.version_id = coalesce(l.working_version_id, l.published_version_id)
    left join need_versions n on n.version_id = coalesce(l.working_version_id, l.published_version_id)
    where l.id = ${listing.id}`);
  return rows[0]?.public ?? (isMember(actor, listing.organisationId) ? (rows[0]?.own ?? null) : null);
}
