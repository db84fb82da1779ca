import { sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/core/actor";
import { firstCharacters } from "@/lib/core/typed-text";
import { initialsOf, typedInitials } from "./initials";
import { calledSo } from "./organisations-named";
import { contractHits } from "./palette-contracts";
import { hitsWithin } from "./palette-within";
import { recordsHolding } from "./records-holding";
import { spellingPattern, typedText } from "./spelling";

export type PaletteHit = {
  kind: "achievement" | "need" | "organisation" | "deal" | "contract" | "review" | "broker"; id: string; title: string; detail: string; number: string | null;
  /** Of a deal, a contract or a record that is not public: the organisation of the person in whose name it opens; none for a broker. */
  slug?: string | null;
  /** Of a contract: it opens where the bureau registers it. */
  registrar?: boolean;
};

/** Own deals whose initials are looked through; a person with more finds the older ones by name. */
const dealsLookedThrough = 300;

/**
 * What contains the typed text in its name or number, or its letters in its pinyin initials: what is public, and of a person's own organisations and mandates deals,
 * contracts and records that are not; for the bureau all contracts and what waits for a review.
 */
export async function paletteHits(actor: Actor, typed: string, limit = 8): Promise<PaletteHit[]> {
  const q = firstCharacters(typedText(typed), 60);
  if (q.length < 1) return [];
  const mine: Mine = actor.kind === "person" ? { userId: actor.userId, organisations: actor.memberships.map((m) => m.organisationId) } : null;
  const letters = typedInitials(q);
  const pattern = spellingPattern(q);
  const ids = await recordsHolding(q);
  const among = ids && amongThese(ids, q);
  const found = await Promise.all([byName(pattern, among, mine, limit), letters ? byInitials(letters, mine, limit) : [], contractHits(actor, q, pattern, letters), hitsWithin(actor, q, pattern, letters, among)]);
  const known = new Set<string>();
  return found.flat().filter(({ id }) => !known.has(id) && known.add(id));
}

/** A number as far as it has been typed: the engine knows it when it is whole. */
const numberBegins = /^[cx]-[0-9-]{2,}$/;

/** Ids of the records to look through: what the engine names, and by their index those whose number begins so. */
function amongThese(ids: string[], typed: string): SQL {
  return sql`select unnest(${sql.param(ids)}::uuid[])${numberBegins.test(typed) ? sql` union (select id from listings where number like ${`${typed.toUpperCase()}%`} order by number desc limit 100)` : sql``}`;
}

type Mine = { userId: string; organisations: string[] } | null;

const ownDeals = ({ userId, organisations }: NonNullable<Mine>): SQL => sql`(seller_id = any(${sql.param(organisations)}::uuid[]) or buyer_id = any(${sql.param(organisations)}::uuid[])
  or exists (select 1 from deal_participants p where p.deal_id = deals.id and p.user_id = ${userId} and p.role = 'broker' and p.status in ('invited', 'active')))`;
const ownSlug = ({ organisations }: NonNullable<Mine>): SQL =>
  sql`(select o.slug from organisations o where o.id = any(${sql.param(organisations)}::uuid[]) and o.id in (deals.seller_id, deals.buyer_id) order by o.id = deals.seller_id desc limit 1)`;

/** Who sits on the other side: known to both from the beginning of their deal. */
const partnerIs = ({ organisations }: NonNullable<Mine>, pattern: string): SQL =>
  sql`exists (select 1 from organisations o where o.id in (deals.seller_id, deals.buyer_id) and o.id <> all(${sql.param(organisations)}::uuid[]) and (coalesce(o.verified_name, o.name) ~ ${pattern} or o.short_name ~ ${pattern}))`;

/** @param among records to look through; null: all of them, where no search server says which */
async function byName(pattern: string, among: SQL | null, mine: Mine, limit: number): Promise<PaletteHit[]> {
  const { rows } = await db().execute<PaletteHit>(sql`
    (select kind, id, title, organisation_name as detail, number, null as slug from public_listings where ${among ? sql`id in (${among})` : sql`true`} and (title ~ ${pattern} or number ~ ${pattern}) order by published_at desc limit ${limit})
    union all
    (select 'organisation' as kind, id, name as title, coalesce(short_name, '') as detail, null as number, null as slug from organisations where ${calledSo(pattern)} order by name limit 4)
    ${mine ? sql`union all (select 'deal' as kind, id, title, number as detail, number, ${ownSlug(mine)} as slug from deals where ${ownDeals(mine)} and (title ~ ${pattern} or number ~ ${pattern} or ${partnerIs(mine, pattern)}) order by opened_at desc limit 5)` : sql``}`);
  return rows;
}

/**
 * Initials of titles must stand together; of an organisation's long name some may be left out (hgd for 哈尔滨工业大学),
 * the first never. Names that begin with them come first, then the shorter ones.
 */
async function byInitials(letters: string, mine: Mine, limit: number): Promise<PaletteHit[]> {
  const together = `%${letters}%`, begins = `${letters}%`, inOrder = `${[...letters].join("%")}%`;
  const { rows } = await db().execute<PaletteHit>(sql`
    (select p.kind, p.id, p.title, p.organisation_name as detail, p.number, null as slug from name_initials i join public_listings p on p.id = i.id
      where i.initials like ${together} order by i.initials like ${begins} desc, length(i.initials), p.id limit ${limit})
    union all
    (select 'organisation' as kind, o.id, o.name as title, coalesce(o.short_name, '') as detail, null as number, null as slug from name_initials i join organisations o on o.id = i.id
      where i.kind = 'organisation' and exists (select 1 from unnest(string_to_array(i.initials, ' ')) one where one like ${inOrder} or one like ${together})
        and o.verification = 'verified' and o.suspended_at is null
      order by (' ' || i.initials) like ${`% ${begins}`} desc, length(o.name), o.name limit 4)`);
  if (!mine) return rows;
  const deals = await db().execute<PaletteHit>(sql`select 'deal' as kind, id, title, number as detail, number, ${ownSlug(mine)} as slug from deals where ${ownDeals(mine)} order by opened_at desc limit ${dealsLookedThrough}`);
  return [...rows, ...deals.rows.filter(({ title }) => initialsOf(title).includes(letters)).slice(0, 5)];
}
