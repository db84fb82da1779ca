import { Writable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import ExcelJS from "exceljs";
import type { Actor } from "@/lib/core/actor";
import { formatDateTime } from "@/lib/core/dates";
import { contractsBehind } from "./contracts-behind";
import type { Filter } from "./filter";
import type { ListView } from "./list-view";

/** More than any year's contracts; a spreadsheet beyond it helps nobody. */
const mostRows = 50_000;
/** Lines written in one go: what serves the page must serve others meanwhile, and what is written must be packed before more is. */
const atOnce = 1_000;

/** Headings in the order of the columns, in the reader's language; money columns are in yuan, to the fen. */
export type WorkbookWords = { sheet: string; number: string; title: string; type: string; seller: string; buyer: string; total: string; technical: string; countsOn: string; officialNumber: string; recordedBy: string; recordedAt: string; sum: string;
  /** What cuts the year down to this list, in words; empty for the whole year as it is known now. */
  conditions: string | null;
  /** That the list is longer than this file, while the sum is that of the whole list. */
  leftOut: (left: number) => string;
  typeName: (type: string) => string };

/** The contracts behind a figure as a spreadsheet whose last line is the figure itself, or the sum of what a search left of it. @throws NotFound outside the bureau */
export async function contractsWorkbook(actor: Actor, { filter, view, words, most = mostRows }: { filter: Filter; view: ListView; words: WorkbookWords; most?: number }): Promise<Buffer> {
  // Read at once, so that lines and sum are of one moment. Of the file only what is packed is kept: 50,000 lines take 80 MB instead of 690, and hold nobody up for 8 s.
  const list = await contractsBehind(actor, filter, { page: 1, size: most }, view);
  const packed: Buffer[] = [];
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: into(packed), useStyles: true });
  const sheet = book.addWorksheet(words.sheet, { views: [{ state: "frozen", ySplit: 1 }] });
  const text = { numFmt: "@" }, money = { numFmt: "#,##0.00" }, bold = { bold: true };
  sheet.columns = [
    { header: words.number, key: "number", width: 14 }, { header: words.title, key: "title", width: 40 }, { header: words.type, key: "type", width: 12 },
    { header: words.seller, key: "seller", width: 28 }, { header: words.buyer, key: "buyer", width: 28 },
    { header: words.total, key: "total", width: 18, style: money }, { header: words.technical, key: "technical", width: 18, style: money },
    { header: words.countsOn, key: "countsOn", width: 12 }, { header: words.officialNumber, key: "officialNumber", width: 20, style: text },
    { header: words.recordedBy, key: "recordedBy", width: 12 }, { header: words.recordedAt, key: "recordedAt", width: 18 },
  ];
  sheet.getRow(1).font = bold;
  for (const [index, row] of list.rows.entries()) {
    sheet.addRow({
      number: row.number, title: row.title, type: words.typeName(row.type), seller: row.sellerName, buyer: row.buyerName, total: row.totalFen / 100, technical: row.technicalFen / 100,
      countsOn: row.countsOn, officialNumber: row.officialNumber ?? "", recordedBy: row.recordedBy ?? "", recordedAt: formatDateTime(row.recordedAt),
    }).commit();
    if (index % atOnce === atOnce - 1) await turn();
  }
  if (list.total > list.rows.length) sheet.addRow({ title: words.leftOut(list.total - list.rows.length) });
  sheet.addRow({ title: words.sum, total: list.sum.totalFen / 100, technical: list.sum.technicalFen / 100 }).font = bold;
  // The file is read where its address is not: it says itself what it leaves out.
  if (words.conditions) sheet.addRow({ title: words.conditions });
  await book.commit();
  return Buffer.concat(packed);
}

function into(packed: Buffer[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      packed.push(chunk);
      done();
    },
  });
}
