import { sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { textOf, type ListingKind, type SearchDocument } from "@/lib/engine/document";
import { FACETS, type FacetName, type ListingFilter } from "@/lib/engine/port";
import { spellingPattern, typedWords } from "./spelling";

/** A search that needs no search server: literal matching in Postgres (look.md 4, "simple search"). */
export type SimpleAnswer = { ids: { id: string; kind: ListingKind }[]; total: number; facets: Record<string, Record<string, number>> };

const columns: Partial<Record<FacetName, SQL>> = { kind: sql`kind`, industry: sql`industry`, field: sql`field`, district: sql`district`, organisationId: sql`organisation_id::text` };
const arrays: Partial<Record<FacetName, SQL>> = { modes: sql`modes`, ipKinds: sql`ip_kinds` };

function conditions(words: string[], filter: ListingFilter, without?: FacetName): SQL {
  const all: SQL[] = words.map((word) => sql`concat_ws(' ', title, summary, body, organisation_name, number, array_to_string(keywords, ' '), array_to_string(people, E'\\n')) ~ ${spellingPattern(word)}`);
  const oneOf = (column: SQL, values: string[] | undefined) => values?.length && all.push(sql`${column} = any(${sql.param(values)}::text[])`);
  if (filter.kind && without !== "kind") all.push(sql`kind = ${filter.kind}`);
  for (const facet of ["industry", "field", "district", "organisationId"] as const) if (without !== facet) oneOf(columns[facet]!, filter[facet]);
  oneOf(sql`direction`, filter.direction);
  for (const facet of ["modes", "ipKinds"] as const) if (without !== facet && filter[facet]?.length) all.push(sql`${arrays[facet]!} && ${sql.param(filter[facet])}::text[]`);
  if (filter.ids) all.push(sql`id = any(${sql.param(filter.ids)}::uuid[])`);
  if (filter.maturity?.min !== undefined) all.push(sql`maturity >= ${filter.maturity.min}`);
  if (filter.maturity?.max !== undefined) all.push(sql`maturity <= ${filter.maturity.max}`);
  if (filter.priceFen?.min !== undefined) all.push(sql`price_fen >= ${filter.priceFen.min}`);
  if (filter.priceFen?.max !== undefined) all.push(sql`price_fen <= ${filter.priceFen.max}`);
  if (filter.budgetFen?.min !== undefined) all.push(sql`budget_max_fen >= ${filter.budgetFen.min}`);
  if (filter.budgetFen?.max !== undefined) all.push(sql`coalesce(budget_min_fen, case when budget_max_fen is not null then 0 end) <= ${filter.budgetFen.max}`);
  return all.length > 0 ? sql.join(all, sql` and `) : sql`true`;
}

/** Finds what contains every word in one piece, however it is written, newest first, titles before bodies. Counts of a group ignore that group's own ticks. */
export async function searchSimply(request: { q: string; filter: ListingFilter; page: number; size: number }): Promise<SimpleAnswer> {
  const words = typedWords(request.q);
  const where = conditions(words, request.filter);
  const inTitle = words.length > 0 ? sql`${sql.join(words.map((word) => sql`(title ~ ${spellingPattern(word)})::int`), sql` + `)} desc, ` : sql``;
  const found = await db().execute<{ id: string; kind: ListingKind }>(sql`
    select id, kind from public_listings where ${where} order by ${inTitle}published_at desc, id limit ${request.size} offset ${(request.page - 1) * request.size}`);
  const total = await db().execute<{ n: number }>(sql`select count(*)::int as n from public_listings where ${where}`);
  const facets: SimpleAnswer["facets"] = {};
  for (const facet of FACETS) {
    const source = columns[facet] ?? (arrays[facet] ? sql`unnest(${arrays[facet]})` : null);
    if (!source) continue;
    const { rows } = await db().execute<{ value: string | null; n: number }>(sql`select ${source} as value, count(*)::int as n from public_listings where ${conditions(words, request.filter, facet)} group by 1`);
    facets[facet] = Object.fromEntries(rows.flatMap(({ value, n }) => (value ? [[value, n]] : [])));
  }
  return { ids: found.rows, total: total.rows[0]?.n ?? 0, facets };
}

/** The first place where one of the words stands, with marks. */
export function simpleExcerpt(document: SearchDocument, words: string[], length = 90): { text: string; ranges: [number, number][] } {
  const text = textOf(document).replace(/\n/g, " ");
  const at = Math.min(...words.map((word) => text.search(new RegExp(spellingPattern(word)))).filter((index) => index >= 0), text.length);
  const start = at === text.length ? 0 : Math.max(0, at - 20);
  const cut = text.slice(start, start + length);
  return { text: cut, ranges: simpleRanges(cut, words) };
}

export function simpleRanges(text: string, words: string[]): [number, number][] {
  return words.flatMap((word): [number, number][] => {
    const found = new RegExp(spellingPattern(word)).exec(text);
    return found ? [[found.index, found.index + found[0].length]] : [];
  }).sort((a, b) => a[0] - b[0]);
}
