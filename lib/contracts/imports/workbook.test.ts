import ExcelJS from "exceljs";
import { beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { loadCodes } from "@/lib/codes/load";
import type { Person } from "@/lib/core/actor";
import { checkRow } from "./check-row";
import { columns, example, sheetWords, type ColumnKey } from "./data/template";
import { countProblems, listImportRows } from "./queries";
import { readSheet } from "./read-sheet";
import { uploadLedger } from "./upload";
import { problemsWorkbook, templateWorkbook } from "./workbook";

useDatabase();

let reviewer: Person;
beforeAll(async () => {
  await db().transaction((tx) => loadCodes(tx));
  reviewer = await makePerson({ organisation: await makeOrganisation({ kind: "bureau" }), roles: ["reviewer"] });
});

async function loaded(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  return book;
}

/** A ledger whose rows begin below its head, with gaps where one is null. */
async function ledger(rows: (Partial<Record<ColumnKey, string | number>> | null)[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("台账");
  sheet.columns = columns.map(({ key, label }) => ({ key, header: label }));
  for (const row of rows) sheet.addRow(row ? { ...example, ...row } : {});
  return new Uint8Array(await book.xlsx.writeBuffer());
}

it("hands rows back with their numbers in the file, all that is wrong with each, and long numbers as they were", async () => {
  const wrong = { total: "很多", technical: "也很多", sellerCode: "123456789012345670", buyerCode: 911234567890123500 };
  const { importId } = await uploadLedger(reviewer, { fileName: "错行.xlsx", buffer: await ledger([{ officialNumber: "2026230100000101" }, null, { officialNumber: 2026230100001230 }, null, { officialNumber: "2026230100000103", ...wrong }]) });
  const handedBack = new Uint8Array(await problemsWorkbook(reviewer, importId));
  const sheet = (await loaded(handedBack)).worksheets[0]!;
  const heads = (sheet.getRow(1).values as string[]).slice(1);
  expect(heads).toEqual([sheetWords.row, sheetWords.problems, ...columns.map(({ label }) => label)]);
  const cell = (row: number, key: ColumnKey) => sheet.getRow(row).getCell(heads.indexOf(columns.find((column) => column.key === key)!.label) + 1);
  expect([2, 3].map((row) => sheet.getRow(row).getCell(1).value)).toEqual([4, 6]);
  expect(cell(2, "officialNumber").value, "what Excel has not kept is said to be lost, not rounded to an exponent").toBe("202623010000123?");
  expect(cell(3, "officialNumber").value).toBe("2026230100000103");
  expect([cell(3, "sellerCode").value, cell(3, "buyerCode").value]).toEqual(["123456789012345670", "911234567890123???"]);
  const said = sheet.getRow(3).getCell(2);
  expect(String(said.value).split("\n").map((line) => line.split("：")[0]), "in the order of the columns").toEqual((["sellerCode", "buyerCode", "total", "technical"] as const).map((key) => columns.find((column) => column.key === key)!.label));
  expect(said.alignment).toMatchObject({ wrapText: true });
  expect(sheet.getRow(3).height).toBeGreaterThanOrEqual(4 * 15);

  // Sent back unmended it is the same rows once more, number for number.
  const before = (await listImportRows(reviewer, importId, "bad", { page: 1, size: 20 })).rows.map((row) => row.raw);
  expect((await readSheet(handedBack)).map((row) => row.cells)).toEqual(before);
});

it("cuts a cell that is far too long, also where a rare character stands at the cut", async () => {
  const title = `${"长".repeat(499)}𠮷长`;
  const bytes = await ledger([{ officialNumber: "2026230100000171", title }]);
  expect((await readSheet(bytes)).map((row) => row.cells.title)).toEqual([`${"长".repeat(499)}𠮷`]);
  await uploadLedger(reviewer, { fileName: "长.xlsx", buffer: bytes });
});

it("offers every name that may stand in a column behind the template, and takes each of them", async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await templateWorkbook()) as unknown as ExcelJS.Buffer);
  const lists = book.worksheets[1]!;
  const heads = (lists.getRow(1).values as string[]).filter(Boolean);
  expect(heads).toContain("技术领域");
  for (const [index, head] of heads.entries()) {
    const column = columns.find(({ label }) => label === head)!.key;
    for (let at = 2; lists.getCell(at, index + 1).value; at++) {
      // Kinds belong to their type; of the others none is refused.
      if (column !== "subType") expect(checkRow({ ...example, subType: "", [column]: lists.getCell(at, index + 1).text }, "2026-11-23").problems, `${head} ${lists.getCell(at, index + 1).text}`).toEqual([]);
    }
  }
});

it("does not take an official number that Excel has rounded: its cell is a number, and the sixteenth digit is lost", async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await templateWorkbook()) as unknown as ExcelJS.Buffer);
  const line = book.worksheets[0]!.getRow(2);
  line.getCell(1).value = 2026230100001230;
  line.getCell(columns.findIndex((column) => column.key === "total") + 1).value = 1280000.5;
  const { importId, badRows } = await uploadLedger(reviewer, { fileName: "数字.xlsx", buffer: new Uint8Array(await book.xlsx.writeBuffer()) });
  expect(badRows).toBe(1);
  expect(await countProblems(reviewer, importId)).toEqual([{ column: "officialNumber", code: "number_rounded", warning: false, rows: 1, first: 2, values: { example: example.officialNumber } }]);
  expect(checkRow({ ...example, officialNumber: "2.02623E+15" }, "2026-11-23").problems).toMatchObject([{ column: "officialNumber", code: "number_rounded" }]);
});
