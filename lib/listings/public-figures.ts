import { sql, type SQL } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { TargetIndicator } from "@/db/schema";

/** An indicator as its author wrote it; only needs say how it is to be compared. */
export interface PublicFigure { name: string; comparator?: TargetIndicator["comparator"] | undefined; value: string; unit: string }

/** `scenes`: whether an achievement says in public where it is used; null of a need, which is not asked. */
export type PublicRows = { versionId: string; figures: PublicFigure[]; scenes: boolean | null };

/** What the public may read of the indicators of these records, by their ids, and in which version it stands: what a need asks for, what an achievement says of itself. What is kept back is no figure. */
export async function publicFigures(reader: Reader, ids: readonly string[]): Promise<Map<string, PublicRows>> {
  if (ids.length === 0) return new Map();
  const isPublic = (audience: SQL) => sql`coalesce(${audience}, 'public') = 'public'`;
  const { rows } = await reader.execute<PublicRows & { id: string }>(sql`
    select p.id, p.version_id as "versionId", coalesce(case when p.kind = 'need'
      then case when ${isPublic(sql`n.audience->>'indicators'`)}
        then (select jsonb_agg(jsonb_build_object('name', x->>'name', 'comparator', x->>'comparator', 'value', x->>'target', 'unit', x->>'unit') order by each.n) from jsonb_array_elements(n.indicators) with ordinality as each(x, n)) end
      else case when ${isPublic(sql`a.audience->>'advantages'`)}
        then (select jsonb_agg(jsonb_build_object('name', x->>'indicator', 'value', x->>'ours', 'unit', x->>'unit') order by each.n) from jsonb_array_elements(a.advantages) with ordinality as each(x, n)) end end, '[]') as figures,
      case when p.kind = 'achievement' then ${isPublic(sql`a.audience->>'scenes'`)} and cardinality(a.scenes) > 0 end as scenes
    from public_listings p left join achievement_versions a on a.version_id = p.version_id left join need_versions n on n.version_id = p.version_id
    where p.id = any(${sql.param(ids)}::uuid[])`);
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}
