import { and, eq, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { digests, digestSettings } from "@/db/schema";
import type { Person } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { isId } from "@/lib/core/id";
import { isOffered } from "@/lib/matching/standing";
import { defaultSetting } from "./rules";
import type { Frequency, Threshold } from "./states";

export type SettingView = { organisationId: string; slug: string; name: string; threshold: Threshold; frequency: Frequency };

/** What the person is told of the matches of each of their organisations; the bureau has no records to be matched. */
export async function listSettings(actor: Person): Promise<SettingView[]> {
  const said = await db().select().from(digestSettings).where(eq(digestSettings.userId, actor.userId));
  return actor.memberships.filter((one) => one.kind !== "bureau").map(({ organisationId, slug, name, roles }) => {
    const own = said.find((row) => row.organisationId === organisationId) ?? defaultSetting(roles);
    return { organisationId, slug, name, threshold: own.threshold, frequency: own.frequency };
  });
}

type Titled = { id: string; title: string };
export type DigestMatch = { slug: string; level: "high" | "good"; own: Titled & { kind: "achievement" | "need" }; other: Titled };

/** Matches of one digest, by own record, best first; what matches no longer, is no longer public or past its deadline is left out. */
export async function matchesOfDigest(reader: Reader, digestId: string, limit = 500): Promise<DigestMatch[]> {
  const { rows } = await reader.execute<DigestMatch>(sql`
    select o.slug, d.level, json_build_object('id', own.id, 'kind', own.kind, 'title', own.title) as own, json_build_object('id', other.id, 'title', other.title) as other
    from digest_matches d join organisations o on o.id = d.organisation_id
    join listings l on l.organisation_id = d.organisation_id and l.id in (d.need_id, d.achievement_id)
    join public_listings own on own.id = l.id join public_listings other on other.id = case when l.id = d.need_id then d.achievement_id else d.need_id end
    join matches m on m.need_id = d.need_id and m.achievement_id = d.achievement_id
    where d.digest_id = ${digestId} and exists (select 1 from public_listings n where n.id = d.need_id and ${isOffered("n")}) and exists (select 1 from public_listings a where a.id = d.achievement_id and ${isOffered("a")}) order by (d.level = 'high') desc, m.score desc, own.id, other.id limit ${limit}`);
  return rows;
}

export type DigestHit = { searchId: string; search: string; id: string; kind: "achievement" | "need"; title: string; organisationName: string };

/** What the searches had found for one digest, with the same left out. */
export async function hitsOfDigest(reader: Reader, digestId: string, limit = 500): Promise<DigestHit[]> {
  const { rows } = await reader.execute<DigestHit>(sql`
    select s.id as "searchId", s.name as search, p.id, p.kind, p.title, p.organisation_name as "organisationName"
    from saved_search_hits h join saved_searches s on s.id = h.search_id join public_listings p on p.id = h.listing_id
    where h.digest_id = ${digestId} and ${isOffered("p")} order by s.name, s.id, h.found_at desc, p.id limit ${limit}`);
  return rows;
}

/** One digest as its reader sees it. @throws NotFound for everybody else */
export async function getDigest(actor: Person, digestId: string): Promise<{ toldAt: Date; matches: DigestMatch[]; hits: DigestHit[] }> {
  const [digest] = isId(digestId) ? await db().select().from(digests).where(and(eq(digests.id, digestId), eq(digests.userId, actor.userId))) : [];
  if (!digest) throw new NotFound();
  return { toldAt: digest.toldAt, matches: await matchesOfDigest(db(), digest.id), hits: await hitsOfDigest(db(), digest.id) };
}
