import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { importRows, imports, users, type RowProblem } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { isId } from "@/lib/core/id";
import { offsetOf, type Page, type PageRequest } from "@/lib/core/page";
import { canSeeImports } from "./policy";
import type { RawRow } from "./check-row";

export type ImportRow = typeof imports.$inferSelect;
export type ImportView = ImportRow & { uploader: string };
export type ImportLine = { row: number; raw: RawRow; problems: RowProblem[]; imports: boolean };

/** @throws NotFound for everybody outside the bureau; the system may always */
export async function getImportFor(reader: Reader, actor: Actor, importId: string, { lock = false }: { lock?: boolean } = {}): Promise<ImportRow> {
  if (!isId(importId) || !(actor.kind === "system" || canSeeImports(actor))) throw new NotFound();
  const read = reader.select().from(imports).where(eq(imports.id, importId));
  const [row] = lock ? await read.for("update") : await read;
  if (!row) throw new NotFound();
  return row;
}

export async function getImport(actor: Actor, importId: string): Promise<ImportView> {
  const row = await getImportFor(db(), actor, importId);
  const [user] = await db().select({ name: users.name }).from(users).where(eq(users.id, row.uploadedBy));
  return { ...row, uploader: user?.name ?? "" };
}

export async function listImports(actor: Actor, request: PageRequest): Promise<Page<ImportView>> {
  if (!canSeeImports(actor)) throw new NotFound();
  const [total] = await db().select({ n: sql<number>`count(*)`.mapWith(Number) }).from(imports);
  const rows = await db().select({ row: imports, uploader: users.name }).from(imports).innerJoin(users, eq(users.id, imports.uploadedBy))
    .orderBy(desc(imports.uploadedAt)).limit(request.size).offset(offsetOf(request));
  return { ...request, total: total?.n ?? 0, rows: rows.map(({ row, uploader }) => ({ ...row, uploader })) };
}

const said = sql`jsonb_array_length(${importRows.problems}) > 0`;
/** What was said of a row that is imported all the same is a warning. */
export const importRowsOf = { bad: and(said, isNull(importRows.parsed)), warned: and(said, isNotNull(importRows.parsed)), all: undefined };

/** Rows of the report: the bad ones, those with a warning, or all. */
export async function listImportRows(actor: Actor, importId: string, which: keyof typeof importRowsOf, request: PageRequest): Promise<Page<ImportLine>> {
  await getImportFor(db(), actor, importId);
  const where = and(eq(importRows.importId, importId), importRowsOf[which]);
  const [total] = await db().select({ n: sql<number>`count(*)`.mapWith(Number) }).from(importRows).where(where);
  const rows = await db().select({ row: importRows.row, raw: importRows.raw, problems: importRows.problems, imports: sql<boolean>`${importRows.parsed} is not null` }).from(importRows).where(where).orderBy(asc(importRows.row)).limit(request.size).offset(offsetOf(request));
  return { ...request, total: total?.n ?? 0, rows };
}

/** `first` is the number of the first such row, `values` what was said of it. */
export type ProblemCount = { column: string; code: string; warning: boolean; rows: number; first: number; values: Record<string, string | number> | null };

/** The same mistake in many rows is said once, with its number and the first of them (look 4.16). */
export async function countProblems(actor: Actor, importId: string): Promise<ProblemCount[]> {
  await getImportFor(db(), actor, importId);
  const { rows } = await db().execute<ProblemCount>(sql`
    select p->>'column' as "column", p->>'code' as code, parsed is not null as warning, count(*)::int as rows,
      min("row")::int as first, (array_agg(p->'values' order by "row"))[1] as values from import_rows, jsonb_array_elements(problems) p
    where import_id = ${importId} group by 1, 2, 3 order by 3 desc, 4 desc, 1, 2 limit 20`);
  return rows;
}

/** Imports that somebody confirmed and that are not finished: for the worker. */
export async function pendingImports(): Promise<string[]> {
  const rows = await db().select({ id: imports.id }).from(imports).where(eq(imports.status, "importing")).orderBy(asc(imports.confirmedAt));
  return rows.map((row) => row.id);
}
