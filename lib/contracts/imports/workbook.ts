import { and, asc, eq } from "drizzle-orm";
import ExcelJS from "exceljs";
import { db } from "@/db/client";
import { importRows } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { namesByColumn } from "./column-lists";
import { columns, example, problemWords, sheetWords } from "./data/template";
import { getImportFor, importRowsOf } from "./queries";

const widths: Partial<Record<string, number>> = { title: 40, sellerName: 28, buyerName: 28, officialNumber: 22, sellerCode: 24, buyerCode: 24 };

/** The empty template with one invented line, and behind it what may stand in the columns that are bound to a list. */
export async function templateWorkbook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(sheetWords.ledger, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = columns.map((column) => ({ header: column.label, key: column.key, width: widths[column.key] ?? 16, style: { numFmt: "@" } }));
  sheet.getRow(1).font = { bold: true };
  sheet.getCell(1, 1).note = sheetWords.note;
  sheet.addRow(example);
  addLists(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** The rows that must be mended, as they came, wrong cells red with their reason; can be mended and uploaded again. */
export async function problemsWorkbook(actor: Actor, importId: string): Promise<Buffer> {
  await getImportFor(db(), actor, importId);
  const rows = await db().select().from(importRows)
    .where(and(eq(importRows.importId, importId), importRowsOf.bad)).orderBy(asc(importRows.row));
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(sheetWords.ledger, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = [
    ...columns.map((column) => ({ header: column.label, key: column.key as string, width: widths[column.key] ?? 16, style: { numFmt: "@" } })),
    { header: sheetWords.row, key: "_row", width: 8, style: {} }, { header: sheetWords.problems, key: "_problems", width: 60, style: {} },
  ];
  sheet.getRow(1).font = { bold: true };
  for (const row of rows) {
    const said = row.problems.map((problem) => ({ column: problem.column, words: `${columns.find((one) => one.key === problem.column)?.label ?? ""}${sheetWords.colon}${worded(problem.code, problem.values)}` }));
    const line = sheet.addRow({ ...row.raw, _row: row.row, _problems: said.map((one) => one.words).join(sheetWords.semicolon) });
    for (const one of said) {
      const cell = line.getCell(one.column);
      cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFF8C9C4" } };
      cell.note = one.words;
    }
  }
  addLists(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Never read back: only the first sheet of a ledger is. */
function addLists(book: ExcelJS.Workbook): void {
  const lists = namesByColumn();
  const sheet = book.addWorksheet(sheetWords.lists, { views: [{ state: "frozen", ySplit: 1 }] });
  const bound = columns.filter(({ key }) => lists.has(key));
  sheet.columns = bound.map(({ key, label }) => ({ header: label, key, width: 24, style: { numFmt: "@" } }));
  sheet.getRow(1).font = { bold: true };
  for (const [index, { key }] of bound.entries()) for (const [row, name] of lists.get(key)!.entries()) sheet.getCell(row + 2, index + 1).value = name;
}

function worded(code: string, values: Record<string, string | number> | undefined): string {
  return (problemWords[code] ?? code).replace(/\{(\w+)\}/g, (_, name: string) => String(values?.[name] ?? "…"));
}
