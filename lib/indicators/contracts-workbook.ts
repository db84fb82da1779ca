import ExcelJS from "exceljs";
import type { Actor } from "@/lib/core/actor";
import { formatDateTime } from "@/lib/core/dates";
import { contractsBehind } from "./contracts-behind";
import type { Filter } from "./filter";
import type { ListView } from "./list-view";

/** More than any year's contracts; a spreadsheet beyond it helps nobody. */
const mostRows = 50_000;

/** Headings in the order of the columns, in the reader's language; money columns are in yuan, to the fen. */
export type WorkbookWords = { sheet: string; number: string; title: string; type: string; seller: string; buyer: string; total: string; technical: string; countsOn: string; officialNumber: string; recordedBy: string; recordedAt: string; sum: string;
  /** What cuts the year down to this list, in words; empty for the whole year as it is known now. */
  conditions: string | null;
  typeName: (type: string) => string };

/** The contracts behind a figure as a spreadsheet whose last line is the figure itself, or the sum of what a search left of it. @throws NotFound outside the bureau */
export async function contractsWorkbook(actor: Actor, filter: Filter, view: ListView, words: WorkbookWords): Promise<Buffer> {
  const list = await contractsBehind(actor, filter, { page: 1, size: mostRows }, view);
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(words.sheet, { views: [{ state: "frozen", ySplit: 1 }] });
  const text = { numFmt: "@" }, money = { numFmt: "#,##0.00" };
  sheet.columns = [
    { header: words.number, key: "number", width: 14 }, { header: words.title, key: "title", width: 40 }, { header: words.type, key: "type", width: 12 },
    { header: words.seller, key: "seller", width: 28 }, { header: words.buyer, key: "buyer", width: 28 },
    { header: words.total, key: "total", width: 18, style: money }, { header: words.technical, key: "technical", width: 18, style: money },
    { header: words.countsOn, key: "countsOn", width: 12 }, { header: words.officialNumber, key: "officialNumber", width: 20, style: text },
    { header: words.recordedBy, key: "recordedBy", width: 12 }, { header: words.recordedAt, key: "recordedAt", width: 18 },
  ];
  sheet.getRow(1).font = { bold: true };
  for (const row of list.rows) {
    sheet.addRow({
      number: row.number, title: row.title, type: words.typeName(row.type), seller: row.sellerName, buyer: row.buyerName, total: row.totalFen / 100, technical: row.technicalFen / 100,
      countsOn: row.countsOn, officialNumber: row.officialNumber ?? "", recordedBy: row.recordedBy ?? "", recordedAt: formatDateTime(row.recordedAt),
    });
  }
  sheet.addRow({ title: words.sum, total: list.sum.totalFen / 100, technical: list.sum.technicalFen / 100 }).font = { bold: true };
  // The file is read where its address is not: it says itself what it leaves out.
  if (words.conditions) sheet.addRow({ title: words.conditions });
  return Buffer.from(await book.xlsx.writeBuffer());
}
