import { sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { isBureau, type Actor, type Person } from "@/lib/core/actor";
import { initialsOf } from "./initials";
import type { PaletteHit } from "./palette";

/** The newest whose initials are looked through; who has more finds the older ones by name. */
const lookedThrough = 300;
const most = 5;
/** A name of a person as one types it; a single character stands in too many. */
const likeName = /^(?:[\p{Script=Han}·]{2,12}|[a-z][a-z .'-]{2,39})$/u;

/** What is nobody's to find who may not open it: own records that are not public, and for the bureau what waits in the queue. People by their names: brokers, and who completed what, as far as that is public. */
export async function hitsWithin(actor: Actor, typed: string, pattern: string, letters: string | null, among: SQL | null): Promise<PaletteHit[]> {
  const found = await Promise.all([
    actor.kind === "person" ? named(ownRecords(actor), pattern, letters) : [],
    isBureau(actor) ? named(queue, pattern, letters) : [],
    named(approvedBrokers, pattern, letters),
    likeName.test(typed) ? completed(pattern, among) : [],
  ]);
  return found.flat();
}

/** Rows of `source` (kind, id, title, detail, number, slug, at) by title or number, the newest first; where letters were typed, by the initials of the newest, too. */
async function named(source: SQL, pattern: string, letters: string | null): Promise<PaletteHit[]> {
  const [{ rows: literal }, { rows: newest }] = await Promise.all([
    db().execute<PaletteHit>(sql`select kind, id, title, detail, number, slug from (${source}) one where title ~ ${pattern} or number ~ ${pattern} order by at desc, id limit ${most}`),
    letters ? db().execute<PaletteHit>(sql`select kind, id, title, detail, number, slug from (${source}) one order by at desc, id limit ${lookedThrough}`) : { rows: [] },
  ]);
  const spelt = newest.filter(({ id, title }) => initialsOf(title).includes(letters ?? "") && !literal.some((one) => one.id === id));
  return [...literal, ...spelt].slice(0, most);
}

/** Drafts, what waits or came back, what is no longer shown: what `canSeeUnpublished` says of a member, as rows. */
const ownRecords = ({ memberships }: Person): SQL => sql`
  select l.kind, l.id, coalesce(a.title, n.title) as title, l.status as detail, l.number, o.slug, l.updated_at as at
  from listings l join organisations o on o.id = l.organisation_id
  left join achievement_versions a on a.version_id = coalesce(l.working_version_id, l.published_version_id)
  left join need_versions n on n.version_id = coalesce(l.working_version_id, l.published_version_id)
  where l.organisation_id = any(${sql.param(memberships.map((one) => one.organisationId))}::uuid[]) and l.status not in ('published', 'discarded')`;

const queue = sql`select 'review' as kind, id, title, organisation_name as detail, null as number, null as slug, opened_at as at from reviews where status in ('open', 'claimed')`;

const approvedBrokers = sql`
  select 'broker' as kind, b.id, u.name as title, coalesce(o.verified_name, o.name, '') as detail, null as number, null as slug, b.applied_at as at
  from brokers b join users u on u.id = b.user_id left join organisations o on o.id = b.organisation_id and o.suspended_at is null
  where b.status = 'approved' and u.suspended_at is null`;

/** Among the records that the search server names, or by the rows first, which are many; the view then says whose names are public. */
async function completed(pattern: string, among: SQL | null): Promise<PaletteHit[]> {
  const { rows } = await db().execute<PaletteHit>(sql`
    select p.kind, p.id, p.title, (select string_agg(one, ' ') from unnest(p.people) one where one ~ ${pattern}) as detail, p.number, null as slug
    from public_listings p
    where p.id in (${among ?? sql`select l.id from listings l join achievement_versions a on a.version_id = l.published_version_id where l.status = 'published' and a.completers::text ~ ${pattern}`})
      and exists (select 1 from unnest(p.people) one where one ~ ${pattern}) order by p.published_at desc limit ${most}`);
  return rows;
}
