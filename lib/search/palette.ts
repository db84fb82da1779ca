import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/core/actor";

export type PaletteHit = { kind: "achievement" | "need" | "organisation" | "deal"; id: string; title: string; detail: string; number: string | null };

/** Records whose name or number contains what was typed: public ones, and the deals of the person's own organisations. */
export async function paletteHits(actor: Actor, typed: string, limit = 8): Promise<PaletteHit[]> {
  const q = typed.trim().slice(0, 60);
  if (q.length < 1) return [];
  const like = `%${q.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
  const mine = actor.kind === "person" ? actor.memberships.map((m) => m.organisationId) : [];
  const { rows } = await db().execute<PaletteHit>(sql`
    (select kind, id, title, organisation_name as detail, number from public_listings where title ilike ${like} or number ilike ${like} order by published_at desc limit ${limit})
    union all
    (select 'organisation' as kind, id, name as title, coalesce(short_name, '') as detail, null as number from organisations where (name ilike ${like} or short_name ilike ${like}) and verification = 'verified' and suspended_at is null order by name limit 4)
    ${mine.length > 0 ? sql`union all (select 'deal' as kind, id, title, number as detail, number from deals where (title ilike ${like} or number ilike ${like}) and (seller_id = any(${sql.param(mine)}::uuid[]) or buyer_id = any(${sql.param(mine)}::uuid[])) order by opened_at desc limit 5)` : sql``}`);
  return rows;
}
