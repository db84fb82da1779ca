import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { SearchDocument } from "@/lib/engine/document";
import { isOffered } from "@/lib/matching/standing";
import { publicDocuments } from "@/lib/listings/public-document";

export type Showcase = {
  achievements: SearchDocument[];
  needs: SearchDocument[];
  totals: { achievement: number; need: number };
  /** Counts per industry code. */
  industries: Map<string, { achievement: number; need: number }>;
};

/** What the front page shows of the market: the newest of each kind and how many there are in each industry. */
export async function showcase(each: number): Promise<Showcase> {
  const newest = await db().execute<{ id: string; kind: "achievement" | "need" }>(sql`
    (select id, kind from public_listings n where kind = 'achievement' and ${isOffered("n")} order by published_at desc limit ${each})
    union all
    (select id, kind from public_listings n where kind = 'need' and ${isOffered("n")} order by published_at desc limit ${each})`);
  const counts = await db().execute<{ kind: "achievement" | "need"; industry: string | null; n: number }>(sql`
    select kind, industry, count(*)::int as n from public_listings group by kind, industry`);
  const documents = new Map((await publicDocuments(db(), newest.rows.map((row) => row.id))).map((document) => [document.id, document]));
  const inOrder = (kind: "achievement" | "need") => newest.rows.filter((row) => row.kind === kind).flatMap((row) => documents.get(row.id) ?? []);
  const totals = { achievement: 0, need: 0 };
  const industries: Showcase["industries"] = new Map();
  for (const { kind, industry, n } of counts.rows) {
    totals[kind] += n;
    if (!industry) continue;
    const entry = industries.get(industry) ?? { achievement: 0, need: 0 };
    entry[kind] += n;
    industries.set(industry, entry);
  }
  return { achievements: inOrder("achievement"), needs: inOrder("need"), totals, industries };
}
