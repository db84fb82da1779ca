import { and, asc, eq } from "drizzle-orm";
import ExcelJS from "exceljs";
import { db } from "@/db/client";
import { importRows } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { namesByColumn } from "./column-lists";
import { columns, example, problemWords, sheetWords } from "./data/template";
import { getImportFor, importRowsOf } from "./queries";

const widths: Partial<Record<string, number>> = { title: 40, sellerName: 28, buyerName: 28, officialNumber: 22, sellerCode: 24, buyerCode: 24 };

/** In digits; a Chinese character takes two. */
const problemsWidth = 64;
/** In points. Not every program fits a row to what is wrapped in it. */
const lineHeight = 16;
const alignment = { vertical: "top", wrapText: true } as const;
const linesOf = (words: string, width: number): number => Math.ceil([...words].reduce((sum, sign) => sum + (sign > "\u00ff" ? 2 : 1), 0) / (width - 4));
const widthOf = (key: string): number => widths[key] ?? 16;

/** The empty template with one invented line, and behind it what may stand in the columns that are bound to a list. */
export async function templateWorkbook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(sheetWords.ledger, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = columns.map((column) => ({ header: column.label, key: column.key, width: widthOf(column.key), style: { numFmt: "@" } }));
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
  const sheet = book.addWorksheet(sheetWords.ledger, { views: [{ state: "frozen", xSplit: 1, ySplit: 1 }] });
  // In front, where they are seen; a head that is none of the template's is passed over when it is read again.
  sheet.columns = [
    { header: sheetWords.row, key: "_row", width: 12, style: { alignment } }, { header: sheetWords.problems, key: "_problems", width: problemsWidth, style: { alignment } },
    ...columns.map((column) => ({ header: column.label, key: column.key as string, width: widthOf(column.key), style: { numFmt: "@", alignment } })),
  ];
  sheet.getRow(1).font = { bold: true };
  for (const row of rows) {
    const said = row.problems.map((problem) => ({ column: problem.column, words: `${columns.find((one) => one.key === problem.column)?.label ?? ""}${sheetWords.colon}${worded(problem.code, problem.values)}` }));
    const line = sheet.addRow({ ...row.raw, _row: row.row, _problems: said.map((one) => one.words).join("\n") });
    line.height = lineHeight * Math.max(said.reduce((lines, one) => lines + linesOf(one.words, problemsWidth), 0), ...Object.entries(row.raw).map(([key, text]) => linesOf(text, widthOf(key))));
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
