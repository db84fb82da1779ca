import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { TargetIndicator } from "@/db/schema";

/** An indicator as its author wrote it; only needs say how it is to be compared. */
export interface PublicFigure { name: string; comparator?: TargetIndicator["comparator"] | undefined; value: string; unit: string }

/** What the public may read of the indicators of these records, by their ids, and in which version it stands: what a need asks for, what an achievement says of itself. */
export async function publicFigures(reader: Reader, ids: readonly string[]): Promise<Map<string, { versionId: string; figures: PublicFigure[] }>> {
  if (ids.length === 0) return new Map();
  const { rows } = await reader.execute<{ id: string; version_id: string; figures: PublicFigure[] }>(sql`
    select p.id, p.version_id, case when p.kind = 'need'
      then (select coalesce(jsonb_agg(jsonb_build_object('name', x->>'name', 'comparator', x->>'comparator', 'value', x->>'target', 'unit', x->>'unit') order by each.n), '[]') from jsonb_array_elements(n.indicators) with ordinality as each(x, n))
      else (select coalesce(jsonb_agg(jsonb_build_object('name', x->>'indicator', 'value', x->>'ours', 'unit', x->>'unit') order by each.n), '[]') from jsonb_array_elements(a.advantages) with ordinality as each(x, n)) end as figures
    from public_listings p left join achievement_versions a on a.version_id = p.version_id left join need_versions n on n.version_id = p.version_id
    where p.id = any(${sql.param(ids)}::uuid[]) and coalesce(case when p.kind = 'need' then n.audience->>'indicators' else a.audience->>'advantages' end, 'public') = 'public'`);
  return new Map(rows.map(({ id, version_id: versionId, figures }) => [id, { versionId, figures }]));
}
