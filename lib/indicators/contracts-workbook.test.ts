import ExcelJS from "exceljs";
import { expect, it } from "vitest";
import { useDatabase } from "@/db/testing/database";
import { makeDealing, paper, registerOne, signOne } from "@/db/testing/dealing";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { contractsWorkbook, type WorkbookWords } from "./contracts-workbook";

useDatabase();

const words: WorkbookWords = {
  sheet: "s", number: "n", title: "t", type: "y", seller: "a", buyer: "b", total: "f", technical: "g", countsOn: "c", officialNumber: "o", recordedBy: "r", recordedAt: "w", sum: "sum", conditions: null, leftOut: (left) => `left out: ${left}`, typeName: (type) => type,
};
const whole = { year: 2026, asOf: null, parts: {} }, view = { q: null, order: "amount" as const };

it("a spreadsheet says itself what it leaves out", async () => {
  const reviewer = await makePerson({ organisation: await makeOrganisation({ kind: "bureau" }), roles: ["reviewer"] });
  const lastLine = async (given: WorkbookWords): Promise<unknown> => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await contractsWorkbook(reviewer, { filter: whole, view, words: given }) as never);
    return book.worksheets[0]!.lastRow!.getCell(2).value;
  };
  expect([await lastLine(words), await lastLine({ ...words, conditions: "condition" })]).toEqual(["sum", "condition"]);
});

it("a list that is longer than a file may be says how much longer, and its sum is that of all", async () => {
  const dealing = await makeDealing();
  for (const officialNumber of ["2026230100666001", "2026230100666002", "2026230100666003"]) await registerOne(dealing, (await signOne(dealing)).contractId, officialNumber);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await contractsWorkbook(dealing.reviewer, { filter: whole, view, words, most: 2 }) as never);
  const sheet = book.worksheets[0]!;
  const lines: unknown[][] = [];
  sheet.eachRow((row) => lines.push([row.getCell(2).value, row.getCell(6).value]));
  expect(lines).toEqual([["t", "f"], [paper.title, 1_200_000], [paper.title, 1_200_000], ["left out: 1", null], ["sum", 3_600_000]]);
  expect([sheet.getRow(1).font?.bold, sheet.getRow(2).getCell(6).numFmt, sheet.views[0]?.state]).toEqual([true, "#,##0.00", "frozen"]);
});
