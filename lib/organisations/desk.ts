import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { contractParties, contracts, deals, listings } from "@/db/schema";
import { isMember, type Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";

export type DeskFigures = { achievements: number; needs: number; deals: number; contracts: number };

/** Counts for the desk: published records, open deals, contracts that stand. @throws NotFound for strangers */
export async function deskFigures(actor: Actor, organisationId: string): Promise<DeskFigures> {
  if (!isMember(actor, organisationId)) throw new NotFound();
  const { rows } = await db().execute<DeskFigures>(sql`select
    (select count(*) from ${listings} l where l.organisation_id = ${organisationId} and l.kind = 'achievement' and l.status = 'published') as achievements,
    (select count(*) from ${listings} l where l.organisation_id = ${organisationId} and l.kind = 'need' and l.status = 'published') as needs,
    (select count(*) from ${deals} d where ${organisationId} in (d.seller_id, d.buyer_id) and d.status = 'open') as deals,
    (select count(distinct p.contract_id) from ${contractParties} p where p.organisation_id = ${organisationId} and not exists (select 1 from ${contracts} c where c.id = p.contract_id and c.status = 'undone')) as contracts`);
  const row = rows[0];
  if (!row) throw new NotFound();
  return row;
}
