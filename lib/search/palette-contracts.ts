import { sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { partyName } from "@/lib/contracts/party-name";
import { isBureau, type Actor, type Person } from "@/lib/core/actor";
import { initialsOf } from "./initials";
import type { PaletteHit } from "./palette";

/** Own contracts whose initials are looked through; a person with more finds the older ones by name. Others are found by name or number only. */
const lookedThrough = 300;
const most = 5;
/** So much of a number of the authority tells something. */
const numberBegins = /^[0-9a-z]{6,16}$/;
const ofOfficialNumber = (typed: string): SQL =>
  numberBegins.test(typed) ? sql`select contract_id from registrations where official_number like ${`${typed.toUpperCase()}%`} and status <> 'undone'` : sql`select null::uuid where false`;

const between = sql`concat_ws(' → ', nullif(${partyName("seller", sql`c.id`)}, ''), nullif(${partyName("buyer", sql`c.id`)}, ''))`;

/** `mine`: what `canSeeContract` says of a party, as rows; by two indexes. Undone ones stand for nothing any more. */
function own({ userId, memberships }: Person): { mine: SQL; slug: SQL; notOwn: SQL } {
  const ids = sql`any(${sql.param(memberships.filter(({ kind }) => kind !== "bureau").map((one) => one.organisationId))}::uuid[])`;
  return {
    mine: sql`mine as materialized (select c.id, c.title, c.number, c.signed_on from contracts c where c.status <> 'undone'
      and c.id in (select p.contract_id from contract_parties p where p.organisation_id = ${ids} union select p.contract_id from contract_parties p where p.user_id = ${userId}))`,
    // Where they can do something: first where they sell, then where they buy.
    slug: sql`(select o.slug from contract_parties p join organisations o on o.id = p.organisation_id where p.contract_id = c.id and p.organisation_id = ${ids} order by p.side = 'seller' desc, p.side = 'buyer' desc limit 1)`,
    notOwn: sql`(p.organisation_id is null or p.organisation_id <> all(${sql.param(memberships.map((one) => one.organisationId))}::uuid[]))`,
  };
}

/** Contracts by name, number or the other party: a person's own, and for the bureau all by their own name or number. */
export async function contractHits(actor: Actor, typed: string, pattern: string, letters: string | null): Promise<PaletteHit[]> {
  if (actor.kind !== "person") return [];
  const [mine, all, spelt] = await Promise.all([ownContracts(actor, typed, pattern), isBureau(actor) ? anyContract(typed, pattern) : [], letters ? byInitials(actor, letters) : []]);
  const seen = new Set<string>();
  return [...mine, ...all, ...spelt].filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** By sets that are hashed, each read once: a question to each of an institution's twenty thousand contracts took seconds. */
async function ownContracts(actor: Person, typed: string, pattern: string): Promise<PaletteHit[]> {
  const { mine, slug, notOwn } = own(actor);
  const { rows } = await db().execute<PaletteHit>(sql`
    with ${mine}, named as materialized (select distinct p.contract_id from contract_parties p where p.contract_id in (select id from mine) and p.side <> 'broker' and ${notOwn} and p.name ~ ${pattern}),
    found as (select * from mine c where c.title ~ ${pattern} or c.number ~ ${pattern} or c.id in (select contract_id from named) or c.id in (${ofOfficialNumber(typed)}) order by c.signed_on desc, c.number desc limit ${most})
    select 'contract' as kind, c.id, c.title, ${between} as detail, c.number, ${slug} as slug from found c order by c.signed_on desc, c.number desc`);
  return rows;
}

async function anyContract(typed: string, pattern: string): Promise<PaletteHit[]> {
  const { rows } = await db().execute<PaletteHit>(sql`
    select 'contract' as kind, c.id, c.title, ${between} as detail, c.number, null as slug, true as registrar from (
      (select id from contracts where (title ~ ${pattern} or number ~ ${pattern}) and status <> 'undone' order by signed_on desc, number desc limit ${most})
      union (${ofOfficialNumber(typed)} limit ${most})
    ) found join contracts c on c.id = found.id order by c.signed_on desc, c.number desc limit ${most}`);
  return rows;
}

async function byInitials(actor: Person, letters: string): Promise<PaletteHit[]> {
  const { mine, slug } = own(actor);
  const { rows: newest } = await db().execute<{ id: string; title: string }>(sql`with ${mine} select c.id, c.title from mine c order by c.signed_on desc, c.number desc limit ${lookedThrough}`);
  const spelt = newest.filter(({ title }) => initialsOf(title).includes(letters)).slice(0, most).map(({ id }) => id);
  if (spelt.length === 0) return [];
  const { rows } = await db().execute<PaletteHit>(sql`
    select 'contract' as kind, c.id, c.title, ${between} as detail, c.number, ${slug} as slug from contracts c where c.id = any(${sql.param(spelt)}::uuid[]) order by c.signed_on desc, c.number desc`);
  return rows;
}
