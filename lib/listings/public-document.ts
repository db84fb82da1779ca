import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { ElementName, ListingKind, SearchDocument } from "@/lib/engine/document";

type Row = {
  id: string; kind: ListingKind; number: string; version_id: string; published_at: Date | string; demo: boolean; title: string; summary: string; body: string; keywords: string[];
  industry: string | null; field: string | null; direction: string | null; district: string | null; maturity: number | null; modes: string[];
  ip_kinds: string[]; price_fen: number | null; budget_min_fen: number | null; budget_max_fen: number | null; money: NonNullable<SearchDocument["money"]>; deadline: string | null;
  elements: Partial<Record<ElementName, string | null>> | null; organisation_id: string | null; organisation_name: string; people: string[] | null;
  added_terms: string[] | null; removed_terms: string[] | null; corrections: number | string;
};

const columns = ["id", "kind", "number", "version_id", "published_at", "demo", "title", "summary", "body", "keywords", "industry", "field", "direction", "district", "maturity", "modes",
  "ip_kinds", "price_fen", "budget_min_fen", "budget_max_fen", "money", "deadline", "elements", "organisation_id", "organisation_name", "people"] as const satisfies readonly (keyof Row)[];

const selected = [...columns.map((name) => `p.${name}`), "t.added_terms", "t.removed_terms", "t.corrections"].join();

/** Public records with what their authors corrected in the terms that were read out of them. */
const source = `public_listings p left join lateral (
  select array_agg(term order by made_at) filter (where kind = 'added' and undone_at is null) as added_terms,
    array_agg(term order by made_at) filter (where kind = 'removed' and undone_at is null) as removed_terms, count(*) + count(undone_at) as corrections
  from term_corrections where listing_id = p.id) t on true`;

function toDocument(row: Row): SearchDocument {
  const corrections = Number(row.corrections);
  return {
    id: row.id, kind: row.kind, stamp: corrections > 0 ? `${row.version_id}.${corrections}` : row.version_id, title: row.title, summary: row.summary, body: row.body, keywords: row.keywords, number: row.number,
    organisationId: row.organisation_id, organisationName: row.organisation_name, industry: row.industry, field: row.field, direction: row.direction,
    district: row.district, maturity: row.maturity, modes: row.modes, ipKinds: row.ip_kinds, priceFen: row.price_fen, budgetMinFen: row.budget_min_fen,
    budgetMaxFen: row.budget_max_fen, money: row.money, publishedAt: Math.floor(new Date(row.published_at).getTime() / 1000),
    // The last second of the day in Harbin (UTC+8, no summer time).
    deadline: row.deadline ? Math.floor(Date.parse(`${row.deadline}T23:59:59+08:00`) / 1000) : null,
    ...(row.demo ? { demo: true } : {}),
    ...(row.elements ? { elements: row.elements } : {}),
    ...(row.people?.length ? { people: row.people } : {}),
    ...(row.added_terms ? { addedTerms: row.added_terms } : {}), ...(row.removed_terms ? { removedTerms: row.removed_terms } : {}),
  };
}

/** Written once: every search asks this, and Drizzle takes nearly as long to write it and to read its rows column by column as Postgres to answer (db/client.ts gives it a name). */
const question = sql.raw(`select ${selected} from ${source}`);

/** Search documents of those among `ids` that are public now. The view holds back what the public may not read. */
export async function publicDocuments(reader: Reader, ids: string[]): Promise<SearchDocument[]> {
  if (ids.length === 0) return [];
  return (await reader.execute<Row>(sql`${question} where p.id = any(${sql.param(ids)}::uuid[])`)).rows.map(toDocument);
}

/** A page of all public documents in a stable order, for a full reindex. */
export async function publicDocumentsAfter(reader: Reader, afterId: string | null, limit: number): Promise<SearchDocument[]> {
  const { rows } = await reader.execute<Row>(sql`${question} ${afterId === null ? sql`` : sql`where p.id > ${afterId}::uuid`} order by p.id limit ${limit}`);
  return rows.map(toDocument);
}

/** The public document of one listing, or null when it is not public now. */
export async function publicListing(reader: Reader, id: string): Promise<SearchDocument | null> {
  return (await publicDocuments(reader, [id]))[0] ?? null;
}
