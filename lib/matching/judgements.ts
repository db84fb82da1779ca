import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";

/** How well a pair fits by what people did with it: 3 talked or dealt, 2 asked or already knew it, 1 looked or found only the stage or price wrong, 0 not relevant. */
export type JudgedPair = { needId: string; achievementId: string; grade: 0 | 1 | 2 | 3 };

/**
 * The platform's own judgements, one line a pair: the strongest evidence counts. In the form in which graded files are
 * read, so that an evaluation can use what its users have said. Holds ids and grades only.
 */
export async function judgedPairs(reader: Reader): Promise<JudgedPair[]> {
  const { rows } = await reader.execute<JudgedPair>(sql`
    with evidence as (
      select need_id, achievement_id, case reason when 'already_known' then 2 when 'too_early' then 1 when 'price' then 1 else 0 end as grade from match_judgements where undone_at is null
      union all select need_id, achievement_id, 1 from match_views
      union all select need_id, achievement_id, 1 from introductions
      union all select case when l.kind = 'need' then l.id else i.own_listing_id end, case when l.kind = 'need' then i.own_listing_id else l.id end, case i.status when 'accepted' then 3 else 2 end
        from interests i join listings l on l.id = i.target_listing_id where i.own_listing_id is not null and i.status <> 'withdrawn'
      union all select need_id, achievement_id, 3 from deals where need_id is not null and achievement_id is not null)
    select need_id as "needId", achievement_id as "achievementId", max(grade)::int as grade from evidence group by need_id, achievement_id order by need_id, grade desc, achievement_id`);
  return rows;
}
