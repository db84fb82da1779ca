import ExcelJS from "exceljs";
import { expect, it } from "vitest";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { contractsWorkbook, type WorkbookWords } from "./contracts-workbook";

useDatabase();

const words: WorkbookWords = {
  sheet: "s", number: "n", title: "t", type: "y", seller: "a", buyer: "b", total: "f", technical: "g", countsOn: "c", officialNumber: "o", recordedBy: "r", recordedAt: "w", sum: "sum", conditions: null, typeName: (type) => type,
};
const whole = { year: 2026, asOf: null, parts: {} }, view = { q: null, order: "amount" as const };

it("a spreadsheet says itself what it leaves out", async () => {
  const reviewer = await makePerson({ organisation: await makeOrganisation({ kind: "bureau" }), roles: ["reviewer"] });
  const lastLine = async (given: WorkbookWords): Promise<unknown> => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await contractsWorkbook(reviewer, whole, view, given) as never);
    return book.worksheets[0]!.lastRow!.getCell(2).value;
  };
  expect([await lastLine(words), await lastLine({ ...words, conditions: "condition" })]).toEqual(["sum", "condition"]);
});
