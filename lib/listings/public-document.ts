import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { ElementName, ListingKind, SearchDocument } from "@/lib/engine/document";

type Row = {
  id: string; kind: ListingKind; number: string; version_id: string; published_at: Date | string; title: string; summary: string; body: string; keywords: string[];
  industry: string | null; field: string | null; direction: string | null; district: string | null; maturity: number | null; modes: string[];
  ip_kinds: string[]; price_fen: number | null; budget_min_fen: number | null; budget_max_fen: number | null; deadline: string | null;
  elements: Partial<Record<ElementName, string | null>> | null; organisation_id: string | null; organisation_name: string;
};

function toDocument(row: Row): SearchDocument {
  return {
    id: row.id, kind: row.kind, stamp: row.version_id, title: row.title, summary: row.summary, body: row.body, keywords: row.keywords, number: row.number,
    organisationId: row.organisation_id, organisationName: row.organisation_name, industry: row.industry, field: row.field, direction: row.direction,
    district: row.district, maturity: row.maturity, modes: row.modes, ipKinds: row.ip_kinds, priceFen: row.price_fen, budgetMinFen: row.budget_min_fen,
    budgetMaxFen: row.budget_max_fen, publishedAt: Math.floor(new Date(row.published_at).getTime() / 1000),
    // The last second of the day in Harbin (UTC+8, no summer time).
    deadline: row.deadline ? Math.floor(Date.parse(`${row.deadline}T23:59:59+08:00`) / 1000) : null,
    ...(row.elements ? { elements: row.elements } : {}),
  };
}

/** Search documents of those among `ids` that are public now. The view holds back what the public may not read. */
export async function publicDocuments(reader: Reader, ids: string[]): Promise<SearchDocument[]> {
  if (ids.length === 0) return [];
  const list = sql.join(ids.map((id) => sql`${id}::uuid`), sql`, `);
  const { rows } = await reader.execute<Row>(sql`select * from public_listings where id in (${list})`);
  return rows.map(toDocument);
}

/** A page of all public documents in a stable order, for a full reindex. */
export async function publicDocumentsAfter(reader: Reader, afterId: string | null, limit: number): Promise<SearchDocument[]> {
  const { rows } = await reader.execute<Row>(sql`
    select * from public_listings where ${afterId === null ? sql`true` : sql`id > ${afterId}::uuid`} order by id limit ${limit}`);
  return rows.map(toDocument);
}

/** The public document of one listing, or null when it is not public now. */
export async function publicListing(reader: Reader, id: string): Promise<SearchDocument | null> {
  return (await publicDocuments(reader, [id]))[0] ?? null;
}
