import ExcelJS from "exceljs";
import JSZip from "jszip";
import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { withClient } from "@/bin/services/databases";
import { db } from "@/db/client";
import { contracts, events, importRows, imports, ledgerEntries, registrations } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { queueBehind } from "@/db/testing/queue";
import { loadCodes } from "@/lib/codes/load";
import { system, type Person } from "@/lib/core/actor";
import { Conflict, Forbidden, NotFound } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { wholeYear, yearFigures } from "@/lib/indicators/queries";
import { balanceOf } from "@/lib/ledger/post";
import { askExperts } from "../registrations/ask-experts";
import { cancelRegistration } from "../registrations/cancel";
import { countRegistrations, listRegistrations } from "../registrations/queries";
import { reverseRegistration } from "../registrations/reverse";
import { checkRow } from "./check-row";
import { confirmImport } from "./confirm";
import { industries } from "@/lib/codes/taxonomy";
import ledgerWords from "@/lib/messages/zh-CN/ledger.json";
import { columns, example, problemWords, type ColumnKey } from "./data/template";
import { linkedTo } from "../known-parties";
import { importBatch } from "./import-batch";
import { countProblems, getImport, listImportRows } from "./queries";
import { runImport } from "./run-import";
import { undoImport } from "./undo";
import { whatUndoes } from "./what-undoes";
import { maxUnpackedBytes } from "./unpack-workbook";
import { uploadLedger } from "./upload";
import { problemsWorkbook, templateWorkbook } from "./workbook";

useDatabase();

let reviewer: Person, clerk: Person, stranger: Person;
beforeAll(async () => {
  await db().transaction((tx) => loadCodes(tx));
  const bureau = await makeOrganisation({ kind: "bureau" });
  reviewer = await makePerson({ organisation: bureau, roles: ["reviewer"] });
  clerk = await makePerson({ organisation: bureau, roles: ["viewer"] });
  stranger = await makePerson({ organisation: await makeOrganisation({ kind: "enterprise" }) });
});

const asOwner = (statement: string) => withClient(process.env.DATABASE_OWNER_URL!, (client) => client.query(statement));
const row = (index: number, change: Partial<Record<ColumnKey, string>> = {}) => ({ ...example, officialNumber: `20262301${String(index).padStart(8, "0")}`, ...change });

describe("a row", () => {
  it("is read into codes and fen", () => {
    expect(checkRow(example, "2026-11-23").parsed).toMatchObject({
      type: "development", subType: "development.commissioned", techArea: "03", sellerNature: "022", buyerNature: "150", totalFen: 128_000_000, ipKind: "invention_patent", planSource: "none", buyerCountry: "CN",
    });
    expect(checkRow({ ...example, field: industries[0]!.fields[0]!.zh }, "2026-11-23").parsed).toMatchObject({ field: industries[0]!.fields[0]!.code });
    expect(checkRow({ ...example, buyerPlace: "俄罗斯" }, "2026-11-23").parsed).toMatchObject({ buyerCountry: "RU", buyerDistrict: null });
  });

  it("is read as people write it: days as Excel counts them, places by their names", () => {
    expect(checkRow({ ...example, signedOn: "46083", registeredOn: "2026年3月20日", sellerDistrict: "哈尔滨市南岗区", buyerPlace: "广东省深圳市", techArea: " 先进 制造" }, "2026-11-23").parsed)
      .toMatchObject({ signedOn: "2026-03-02", registeredOn: "2026-03-20", sellerDistrict: "230103", buyerDistrict: "440000", buyerCountry: "CN", techArea: "03" });
  });

  it("says of what is wrong what may stand there", () => {
    const told = (change: Partial<Record<ColumnKey, string>>) => checkRow({ ...example, ...change }, "2026-11-23").problems;
    expect(told({ type: "开发" })).toEqual([{ column: "type", code: "unknown_code", values: { value: "开发", allowed: "技术开发 / 技术转让 / 技术许可 / 技术咨询 / 技术服务" } }]);
    expect(told({ subType: "一般技术服务" }), "a kind of another type").toEqual([{ column: "subType", code: "unknown_code", values: { value: "一般技术服务", allowed: "委托开发 / 合作开发" } }]);
    expect(told({ buyerNature: "有限公司" })).toEqual([{ column: "buyerNature", code: "unknown_near", values: { value: "有限公司", nearest: "有限责任公司" } }]);
    expect(told({ sellerDistrict: "香芳区" })).toEqual([{ column: "sellerDistrict", code: "unknown_near_place", values: { value: "香芳区", nearest: "香坊区" } }]);
    expect(told({ registeredOn: "2026-03-01" })).toEqual([{ column: "registeredOn", code: "date_order", values: { signed: "2026-03-02" } }]);
    expect(told({ signedOn: "2027-01-01", registeredOn: "2027-02-01", title: "" }).map(({ column, code }) => [column, code]), "everything at once, as the columns stand").toEqual([["title", "required"], ["signedOn", "future_date"], ["registeredOn", "future_date"]]);
    expect(told({ signedOn: "2027-01-01" })).toEqual([{ column: "signedOn", code: "future_date", values: { is: "2027-01-01", today: "2026-11-23" } }]);
    expect(told({ title: "" })).toEqual([{ column: "title", code: "required", values: { example: example.title } }]);
  });

  it("is spoken of on the page and in the marked file in the same words", () => {
    expect(ledgerWords.problem).toEqual(problemWords);
  });

  it.each<[Partial<Record<ColumnKey, string>>, string, string]>([
    [{ officialNumber: "12" }, "officialNumber", "official_number"], [{ title: "" }, "title", "required"], [{ techArea: "魔法" }, "techArea", "unknown_code"],
    [{ total: "很多" }, "total", "not_a_number"], [{ total: "0" }, "total", "not_positive"], [{ total: "-100" }, "total", "money_negative"], [{ total: "1000000.005" }, "total", "money_too_precise"], [{ technical: "1280000.01" }, "technical", "technical_above_total"],
    [{ registeredOn: "2026-03-01" }, "registeredOn", "date_order"], [{ registeredOn: "2027-01-01" }, "registeredOn", "future_date"], [{ signedOn: "昨天" }, "signedOn", "date"], [{ signedOn: "0202-05-06" }, "signedOn", "date_too_early"], [{ registeredOn: "1926-03-20" }, "registeredOn", "date_too_early"],
    [{ sellerCode: "123" }, "sellerCode", "credit_code"], [{ sellerDistrict: "239999" }, "sellerDistrict", "unknown_district"], [{ sellerDistrict: "俄罗斯" }, "sellerDistrict", "unknown_district"], [{ sellerDistrict: "南港区" }, "sellerDistrict", "unknown_near_place"], [{ buyerPlace: "XX" }, "buyerPlace", "unknown_place"],
    [{ sellerNature: "有限公司" }, "sellerNature", "unknown_near"], [{ subType: "专利权转让" }, "subType", "unknown_code"],
  ])("%o is refused at %s for %s", (change, column, code) => {
    expect(checkRow({ ...example, ...change }, "2026-11-23").problems).toContainEqual(expect.objectContaining({ column, code }));
  });
});

describe("a party of a row", () => {
  const known = [{ id: "a", name: "示例大学", creditCode: "CODE-A" }, { id: "b", name: "同名公司", creditCode: "CODE-B" }, { id: "c", name: "同名公司", creditCode: "CODE-C" }, { id: "d", name: "Beispiel GmbH", creditCode: null }];
  it.each<[string | null, string, string | null]>([
    ["CODE-A", "写法不同的大学", "a"], [null, "示例大学", "a"], ["CODE-X", "示例大学", null], [null, "同名公司", null], ["CODE-C", "同名公司", "c"], ["HRB 1", "Beispiel GmbH", "d"], [null, "谁也不是", null], [null, "BEISPIEL ＧmbH", "d"],
  ])("with the code %s and the name %s is %s", (code, name, id) => {
    expect(linkedTo(known, { name, creditCode: code })).toBe(id);
  });
});

describe("an import", () => {
  it("is checked, confirmed, carried over in batches, continued after a kill, and undone", async () => {
    const rows = [...Array.from({ length: 1_003 }, (_, index) => row(index)), row(5), row(2_000, { total: "-3" })];
    const checked = await uploadLedger(reviewer, { fileName: "台账.xlsx", rows });
    expect(checked).toMatchObject({ totalRows: 1_005, goodRows: 1_003, badRows: 2 });
    const { importId } = checked;
    expect(await yearFigures(wholeYear(2026))).toBeNull();
    await expect(confirmImport(stranger, { importId })).rejects.toThrow(NotFound);
    await expect(confirmImport(clerk, { importId })).rejects.toThrow(Forbidden);
    await confirmImport(reviewer, { importId });
    await expect(confirmImport(reviewer, { importId })).rejects.toThrow(Conflict);
    await expect(importBatch(reviewer, { importId })).rejects.toThrow(Forbidden);
    expect(await importBatch(system("test"), { importId })).toEqual({ imported: 500, finished: false });
    // What a killed worker left: half of the rows; two that continue at once do not do one row twice.
    await Promise.all([runImport(importId), runImport(importId)]);
    expect(await getImport(reviewer, importId)).toMatchObject({ status: "imported", importedRows: 1_003 });
    expect(await yearFigures(wholeYear(2026))).toMatchObject({ contracts: 1_003, totalFen: 1_003 * 128_000_000, technicalFen: 1_003 * 104_000_000 });
    expect((await db().select().from(events).where(eq(events.name, "ledger.batch_imported"))).length).toBe(3);
    expect(await countProblems(reviewer, importId)).toContainEqual({ column: "officialNumber", code: "duplicate_in_file", warning: false, rows: 1, first: 1_005, values: { row: 7 } });

    const again = await uploadLedger(reviewer, { fileName: "台账.xlsx", rows: rows.slice(0, 3) });
    expect(again).toMatchObject({ goodRows: 0, badRows: 3 });

    await undoImport(reviewer, { importId });
    expect(await yearFigures(wholeYear(2026)), "not filled in, which is not zero").toBeNull();
    const [entries] = await db().select({ n: sql<number>`count(*)`.mapWith(Number) }).from(ledgerEntries);
    expect(entries?.n).toBe(2_006);
    expect(await db().select({ id: contracts.id }).from(contracts).where(eq(contracts.status, "signed"))).toEqual([]);
    await expect(undoImport(reviewer, { importId })).rejects.toThrow(Conflict);

    const third = await uploadLedger(reviewer, { fileName: "台账.xlsx", rows: rows.slice(0, 3) });
    expect(third).toMatchObject({ goodRows: 3, badRows: 0 });
  });

  it("says of a row everything that is wrong with it, its number as well; of two with one number the right one is taken", async () => {
    const { importId, goodRows } = await uploadLedger(reviewer, { fileName: "一次说全.xlsx", rows: [row(7_101, { title: "" }), row(7_101), row(7_101), row(7_102, { total: "很多" }), row(7_102, { title: "" })] });
    expect(goodRows).toBe(1);
    const bad = (await listImportRows(reviewer, importId, "bad", { page: 1, size: 20 })).rows.map((line) => [line.row, line.problems.map(({ code, values }) => [code, values?.row])]);
    expect(bad).toEqual([[2, [["required", undefined], ["duplicate_in_file", 3]]], [4, [["duplicate_in_file", 3]]], [5, [["not_a_number", undefined]]], [6, [["required", undefined], ["duplicate_in_file", 5]]]]);
  });

  it("says of an amount above the limit to look again, and takes it", async () => {
    const rows = [row(7_001, { total: "1000000000" }), row(7_002, { total: "1000000000.01" }), row(7_003, { total: "0", technical: "0" })];
    const { importId, ...counted } = await uploadLedger(reviewer, { fileName: "大额.xlsx", rows });
    expect(counted).toEqual({ totalRows: 3, goodRows: 2, badRows: 1 });
    expect(await countProblems(reviewer, importId)).toMatchObject([{ column: "total", code: "amount_large", warning: true, rows: 1, first: 3 }, { column: "total", code: "not_positive", warning: false, rows: 1, first: 4, values: null }]);
    const rowsOf = async (which: "bad" | "warned") => (await listImportRows(reviewer, importId, which, { page: 1, size: 20 })).rows;
    expect(await rowsOf("warned")).toMatchObject([{ row: 3, imports: true, problems: [{ column: "total", code: "amount_large", values: { limit: "10亿元" } }] }]);
    expect((await rowsOf("bad")).map((line) => line.row)).toEqual([4]);
    const sheet = new ExcelJS.Workbook();
    await sheet.xlsx.load((await problemsWorkbook(reviewer, importId)) as unknown as ArrayBuffer);
    expect(sheet.worksheets[0]?.rowCount, "the head and the row that must be mended").toBe(2);
  });

  it("is undone beside what became of its contracts: a cancellation that comes at the same moment counts once", async () => {
    const { importId } = await uploadLedger(reviewer, { fileName: "二〇二五.xlsx", rows: [1, 2, 3].map((index) => row(9_000 + index, { signedOn: "2025-03-02", registeredOn: "2025-03-20" })) });
    await confirmImport(reviewer, { importId });
    await runImport(importId);
    const [first, second] = await db().select({ id: contracts.id }).from(contracts).where(eq(contracts.importId, importId));
    const sumOf = async (contractId: string) => (await balanceOf(db(), contractId)).amountFen;

    // Reversed, then laid before the experts: it is of this import still.
    await reverseRegistration(reviewer, { contractId: second!.id, remark: "编号录错，先撤销" });
    await askExperts(reviewer, { contractId: second!.id, remark: "请专家看一下" });
    expect(await whatUndoes(reviewer, importId)).toEqual({ contracts: 3, cancelled: 0, joined: 0 });

    const [cancelled, undone] = await queueBehind(
      sql`select 1 from registrations where contract_id = ${first!.id} for update`,
      () => cancelRegistration(reviewer, { contractId: first!.id, cancelledOn: "2025-04-01", remark: "双方解除合同" }),
      () => undoImport(reviewer, { importId }),
    );
    expect([cancelled!.status, undone!.status]).toEqual(["fulfilled", "fulfilled"]);
    await expect(whatUndoes(stranger, importId)).rejects.toThrow(NotFound);
    expect(await sumOf(first!.id), "registered and cancelled, and not reversed as well").toBe(0);
    const after = await db().select({ id: registrations.contractId, status: registrations.status }).from(registrations).innerJoin(contracts, eq(contracts.id, registrations.contractId)).where(eq(contracts.importId, importId));
    expect(after.map(({ status }) => status).sort()).toEqual(["cancelled", "undone", "undone"]);
    expect(after.find(({ id }) => id === second!.id)?.status).toBe("undone");
    // In the bureau's list stands what was cancelled; what went with its import has never been, by number and by row.
    expect((await countRegistrations(reviewer)).closed).toBe(1);
    expect((await listRegistrations(reviewer, { tab: "closed" }, { page: 1, size: 20 })).rows.map((one) => one.contractId)).toEqual([first!.id]);
    await expect(cancelRegistration(reviewer, { contractId: second!.id, cancelledOn: "2025-04-01", remark: "双方解除合同" })).rejects.toThrow(Conflict);
    expect(await yearFigures(wholeYear(2025))).toSatisfy((figures: { totalFen: number } | null) => figures === null || figures.totalFen === 0);
  });

  it("says before it is undone how many of its contracts stay: those that were cancelled, and those that gave way to a contract of the platform", async () => {
    const { importId } = await uploadLedger(reviewer, { fileName: "二〇二四.xlsx", rows: [1, 2, 3, 4].map((index) => row(9_100 + index, { signedOn: "2024-03-02", registeredOn: "2024-03-20" })) });
    await confirmImport(reviewer, { importId });
    await runImport(importId);
    const [first, second] = await db().select({ id: contracts.id }).from(contracts).where(eq(contracts.importId, importId));
    await cancelRegistration(reviewer, { contractId: first!.id, cancelledOn: "2024-04-01", remark: "双方解除合同" });
    // As `join-imported` leaves it.
    await db().update(registrations).set({ status: "undone" }).where(eq(registrations.contractId, second!.id));
    expect(await whatUndoes(reviewer, importId)).toEqual({ contracts: 2, cancelled: 1, joined: 1 });
    expect(await undoImport(reviewer, { importId })).toMatchObject({ contracts: 2 });
  });

  it("refuses what a rule says that came between the check and the confirmation, names it, and carries the rest over", async () => {
    const { importId } = await uploadLedger(reviewer, { fileName: "旧日期.xlsx", rows: [1, 2, 3].map((index) => row(8_100 + index, { signedOn: "2022-03-02", registeredOn: "2022-03-20" })) });
    // As a file was taken before days had a lower bound, and another row before its number was registered.
    const early = JSON.stringify({ signedOn: "1984-12-31" });
    await db().update(importRows).set({ raw: sql`raw || ${early}::jsonb`, parsed: sql`parsed || ${early}::jsonb` }).where(and(eq(importRows.importId, importId), eq(importRows.row, 3)));
    const other = await uploadLedger(reviewer, { fileName: "同一编号.xlsx", rows: [row(8_103, { signedOn: "2022-03-02", registeredOn: "2022-03-20" })] });
    for (const one of [other.importId, importId]) {
      await confirmImport(reviewer, { importId: one });
      await runImport(one);
    }
    expect(await getImport(reviewer, importId)).toMatchObject({ status: "imported", importedRows: 1, goodRows: 1, badRows: 2, totalFen: 128_000_000 });
    const bad = (await listImportRows(reviewer, importId, "bad", { page: 1, size: 20 })).rows.map((line) => [line.row, line.problems]);
    expect(bad).toEqual([[3, [{ column: "signedOn", code: "date_too_early", values: { is: "1984-12-31", from: "1985-01-01" } }]], [4, [{ column: "officialNumber", code: "duplicate_registered" }]]]);
    expect(await yearFigures(wholeYear(2022))).toMatchObject({ contracts: 2 });
  });

  it("finds the row that the database refuses for a reason nobody foresaw, names it, and carries the rest over", async () => {
    const rows = [1, 2, 3, 4, 5].map((index) => row(8_200 + index, { signedOn: "2021-03-02", registeredOn: "2021-03-20", title: index === 4 ? "墙前的合同" : `合同${index}` }));
    const { importId } = await uploadLedger(reviewer, { fileName: "一面墙.xlsx", rows });
    const said = vi.spyOn(log, "error").mockImplementation(() => undefined);
    await asOwner("alter table contracts add constraint a_new_wall check (title <> '墙前的合同')");
    try {
      await confirmImport(reviewer, { importId });
      await runImport(importId);
    } finally {
      await asOwner("alter table contracts drop constraint a_new_wall");
      said.mockRestore();
    }
    expect(await getImport(reviewer, importId)).toMatchObject({ status: "imported", importedRows: 4, goodRows: 4, badRows: 1, totalFen: 4 * 128_000_000 });
    expect((await listImportRows(reviewer, importId, "bad", { page: 1, size: 20 })).rows.map((line) => [line.row, line.problems])).toEqual([[5, [{ column: "officialNumber", code: "not_stored" }]]]);
    expect(await yearFigures(wholeYear(2021))).toMatchObject({ contracts: 4, totalFen: 4 * 128_000_000 });
  });

  /** The template with one contract of one's own: in the place of its example, or behind it. */
  async function filledTemplate(at = 2): Promise<Uint8Array> {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await templateWorkbook()) as unknown as ExcelJS.Buffer);
    book.worksheets[0]!.getRow(at).values = columns.map(({ key }) => (key === "title" ? "密封件技术开发" : example[key]));
    return new Uint8Array(await book.xlsx.writeBuffer());
  }

  it("refuses a workbook that unfolds beyond measure, and never unfolds what it does not read", async () => {
    const bomb = "\u0020".repeat(maxUnpackedBytes + 1);
    const filled = async (name: string) => {
      const zip = await JSZip.loadAsync(await filledTemplate());
      zip.file(name, name.endsWith(".xml") ? (await zip.file(name)!.async("string")) + bomb : bomb);
      return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
    };
    for (const name of ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"]) {
      const buffer = await filled(name);
      expect(buffer.length).toBeLessThan(200_000);
      await expect(uploadLedger(reviewer, { fileName: "大.xlsx", buffer }), name).rejects.toMatchObject({ fields: { file: { code: "unpacked_too_large", values: { max: 64 } } } });
    }
    expect(await uploadLedger(reviewer, { fileName: "图.xlsx", buffer: await filled("xl/media/image1.png") })).toMatchObject({ totalRows: 1 });
    await expect(uploadLedger(reviewer, { fileName: "坏.xlsx", buffer: new Uint8Array([0x50, 0x4b, 3, 4, 5]) })).rejects.toMatchObject({ fields: { file: { code: "file_broken" } } });
  }, 120_000); // a quarter of a gigabyte is packed for it

  it("reads the template it hands out, and marks what is wrong in red", async () => {
    // Its example is nobody's contract.
    await expect(uploadLedger(reviewer, { fileName: "模板.xlsx", buffer: new Uint8Array(await templateWorkbook()) })).rejects.toMatchObject({ fields: { file: { code: "only_example" } } });
    const { importId } = await uploadLedger(reviewer, { fileName: "模板.xlsx", buffer: await filledTemplate() });
    expect(await getImport(reviewer, importId)).toMatchObject({ totalRows: 1, goodRows: 1 });
    const behind = await uploadLedger(reviewer, { fileName: "示例行还在.xlsx", buffer: await filledTemplate(3) });
    expect(behind, "passed over, and counted neither as good nor as bad").toMatchObject({ totalRows: 2, goodRows: 1, badRows: 0 });
    expect((await listImportRows(reviewer, behind.importId, "all", { page: 1, size: 20 })).rows).toMatchObject([{ row: 2, imports: false, problems: [] }, { row: 3, imports: true }]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await templateWorkbook()) as unknown as ExcelJS.Buffer);
    book.worksheets[0]!.getRow(2).getCell(columns.findIndex((column) => column.key === "techArea") + 1).value = "魔法";
    book.worksheets[0]!.getRow(2).getCell(1).value = "2026230199999999";
    const bad = await uploadLedger(reviewer, { fileName: "坏.xlsx", buffer: new Uint8Array(await book.xlsx.writeBuffer()) });
    expect(bad).toMatchObject({ badRows: 1 });
    const marked = new ExcelJS.Workbook();
    await marked.xlsx.load((await problemsWorkbook(reviewer, bad.importId)) as unknown as ExcelJS.Buffer);
    expect(marked.worksheets[0]!.getRow(2).getCell(columns.findIndex((column) => column.key === "techArea") + 3).fill, "behind the number of the row and what is wrong with it").toMatchObject({ fgColor: { argb: "FFF8C9C4" } });
  });

  it("counts days from 1904 where the workbook does, whatever form their cells have", async () => {
    const book = new ExcelJS.Workbook();
    book.properties.date1904 = true;
    const sheet = book.addWorksheet("登记台账");
    sheet.columns = columns.map(({ key, label }) => ({ key, header: label }));
    const line = sheet.addRow({ ...example, officialNumber: "2026230188888888", signedOn: "44621" });
    line.getCell("registeredOn").value = 44_640;
    const { importId, goodRows } = await uploadLedger(reviewer, { fileName: "1904.xlsx", buffer: new Uint8Array(await book.xlsx.writeBuffer()) });
    expect(goodRows).toBe(1);
    expect((await listImportRows(reviewer, importId, "all", { page: 1, size: 20 })).rows[0]?.raw).toMatchObject({ signedOn: "2026-03-02", registeredOn: "2026-03-21" });
  });

  it("says what is wrong with a file that is no ledger", async () => {
    await expect(uploadLedger(reviewer, { fileName: "x.xlsx", buffer: new Uint8Array([1, 2, 3]) })).rejects.toMatchObject({ fields: { file: { code: "not_xlsx" } } });
    await expect(uploadLedger(reviewer, { fileName: "x.xlsx", file: new File([], "x.xlsx") })).rejects.toMatchObject({ fields: { file: { code: "file_empty" } } });
    await expect(uploadLedger(reviewer, {})).rejects.toMatchObject({ fields: { file: { code: "required" } } });
    await expect(uploadLedger(stranger, { fileName: "x.xlsx", rows: [row(1)] })).rejects.toThrow(NotFound);
    await expect(uploadLedger(clerk, { fileName: "x.xlsx", rows: [row(1)] })).rejects.toThrow(Forbidden);
    expect(await db().select().from(imports).where(eq(imports.fileName, "x.xlsx"))).toEqual([]);
    expect((await db().select().from(importRows).limit(1)).length).toBe(1);
  });
});
