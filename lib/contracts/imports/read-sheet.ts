import { Readable } from "node:stream";
import ExcelJS from "exceljs";
import { Invalid } from "@/lib/core/errors";
import { firstCharacters, storable } from "@/lib/core/typed-text";
import { columnKeys, columns, dayColumns, example, listSign, type ColumnKey } from "./data/template";
import { lostDigit, type RawRow } from "./check-row";
import { excelDay } from "./read-date";
import { maxUnpackedBytes, unpackWorkbook } from "./unpack-workbook";

const maxRows = 20_000;
/** Compressed; a ledger of 20,000 rows has about 3 MB. */
const maxSheetBytes = 10 * 1024 * 1024;
const maxCellLength = 500;

/** A row of the file: `row` is its number as Excel shows it; the template's own line is nobody's contract. */
export type SheetRow = { row: number; cells: RawRow; example?: boolean };

/**
 * Reads the first sheet row by row, of a workbook that does not unfold beyond the limits.
 * @throws Invalid on `file` when it is empty, no workbook, too large, too long, or its head is not the template's
 */
export async function readSheet(bytes: Uint8Array): Promise<SheetRow[]> {
  if (bytes.byteLength > maxSheetBytes) throw refusal("file_too_large", { max: maxSheetBytes / 1024 / 1024, is: Math.ceil(bytes.byteLength / 1024 / 1024) });
  if (bytes.byteLength === 0) throw refusal("file_empty");
  if (!isZip(bytes)) throw refusal("not_xlsx");
  const rows: SheetRow[] = [];
  let head: Map<number, ColumnKey> | null = null;
  try {
    const unpacked = await unpackWorkbook(bytes);
    if (!unpacked) throw refusal("unpacked_too_large", { max: maxUnpackedBytes / 1024 / 1024 });
    const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([unpacked]), { worksheets: "emit", sharedStrings: "cache", hyperlinks: "ignore", styles: "cache" });
    for await (const sheet of reader) {
      for await (const row of sheet) {
        if (!head) {
          head = headOf(row);
          continue;
        }
        const cells = cellsOf(row, head, countsFrom1904(reader));
        if (Object.keys(cells).length === 0) continue;
        if (rows.length >= maxRows) throw refusal("too_many_rows", { max: maxRows });
        rows.push({ row: row.number, cells, example: isExample(cells) });
      }
      break;
    }
  } catch (error) {
    if (error instanceof Invalid) throw error;
    throw refusal("file_broken");
  }
  if (!head) throw refusal("file_broken");
  if (rows.every((row) => row.example)) throw refusal(rows.length > 0 ? "only_example" : "no_rows");
  return rows;
}

/** The template's own line, left as it was: it shows how each column is filled in and is nobody's contract. */
const isExample = (cells: RawRow): boolean => columnKeys.every((key) => (cells[key] ?? "") === example[key]);

/** Every xlsx is a zip. */
const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

function refusal(code: string, values: Record<string, string | number> = {}): Invalid {
  return new Invalid({ file: { code, values } });
}

function headOf(row: ExcelJS.Row): Map<number, ColumnKey> {
  const found = new Map<number, ColumnKey>();
  row.eachCell((cell, index) => {
    const label = plain(textOf(cell.value));
    const column = columns.find((one) => plain(one.label) === label);
    if (column) found.set(index, column.key);
  });
  const missing = columns.filter((column) => column.required && ![...found.values()].includes(column.key));
  if (missing.length > 0) throw refusal("wrong_head", { columns: missing.map((column) => column.label).join(listSign) });
  return found;
}

/** Full-width brackets, blanks: people copy heads. */
function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s/gu, "");
}

/** The workbook says it of itself; the reader keeps it where its types do not tell. Cells in the form of a day are counted right by the reader. */
function countsFrom1904(reader: ExcelJS.stream.xlsx.WorkbookReader): boolean {
  return (reader as unknown as { properties?: { model?: { date1904?: boolean } } }).properties?.model?.date1904 === true;
}

function cellsOf(row: ExcelJS.Row, head: Map<number, ColumnKey>, from1904: boolean): RawRow {
  const cells: RawRow = {};
  for (const [index, key] of head) {
    const typed = textOf(row.getCell(index).value).trim();
    // Later nobody knows any more from where this workbook counts its days.
    const text = (from1904 && dayColumns.has(key) ? excelDay(typed, { from1904 }) : null) ?? typed;
    if (text !== "") cells[key] = firstCharacters(storable(text), maxCellLength);
  }
  return cells;
}

/** From here on Excel has rounded: it keeps 15 digits, and what stands behind them is nought, whatever was typed. */
const keptDigits = 15;

/**
 * Excel holds days as moments at midnight UTC. A number of 16 digits, as most official numbers are, is another number once its cell is one:
 * its lost digits are given as {@link lostDigit}, so that it is shown as it was written and read as no number.
 */
function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === "number" && Math.abs(value) >= 10 ** keptDigits) {
    const digits = BigInt(Math.round(value)).toString();
    return digits.slice(0, keptDigits).padEnd(digits.length, lostDigit);
  }
  if (typeof value === "number") return Number.isSafeInteger(value) ? String(value) : value.toFixed(2);
  if (typeof value === "object") {
    if ("richText" in value) return value.richText.map((part) => part.text).join("");
    if ("result" in value) return textOf(value.result as ExcelJS.CellValue);
    if ("text" in value) return String(value.text);
    return "";
  }
  return String(value);
}
