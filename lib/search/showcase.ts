import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { kept } from "@/lib/core/kept";
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

type Counts = Pick<Showcase, "totals" | "industries">;

/** Counting reads the whole market. What was withdrawn a moment ago may still be counted; it is never shown. */
const counts = kept(countMarket, 60_000);

/** What the front page shows of the market: the newest of each kind and how many there are in each industry. */
export async function showcase(each: number): Promise<Showcase> {
  const [newest, counted] = await Promise.all([newestOffered(each), counts()]);
  const documents = new Map((await publicDocuments(db(), newest.map((row) => row.id))).map((document) => [document.id, document]));
  const inOrder = (kind: "achievement" | "need") => newest.filter((row) => row.kind === kind).flatMap((row) => documents.get(row.id) ?? []);
  return { achievements: inOrder("achievement"), needs: inOrder("need"), ...counted };
}

async function newestOffered(each: number): Promise<{ id: string; kind: "achievement" | "need" }[]> {
  const { rows } = await db().execute<{ id: string; kind: "achievement" | "need" }>(sql`
    (select id, kind from public_listings n where kind = 'achievement' and ${isOffered("n")} order by published_at desc limit ${each})
    union all
    (select id, kind from public_listings n where kind = 'need' and ${isOffered("n")} order by published_at desc limit ${each})`);
  return rows;
}

async function countMarket(): Promise<Counts> {
  const { rows } = await db().execute<{ kind: "achievement" | "need"; industry: string | null; n: number }>(sql`
    select kind, industry, count(*)::int as n from public_listings group by kind, industry`);
  const counted: Counts = { totals: { achievement: 0, need: 0 }, industries: new Map() };
  for (const { kind, industry, n } of rows) {
    counted.totals[kind] += n;
    if (!industry) continue;
    const entry = counted.industries.get(industry) ?? { achievement: 0, need: 0 };
    entry[kind] += n;
    counted.industries.set(industry, entry);
  }
  return counted;
}
