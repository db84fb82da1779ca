import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import type { Person } from "@/lib/core/actor";
import { withClock } from "@/lib/core/clock";
import { endOfDayInHarbin } from "@/lib/core/dates";
import { NotFound } from "@/lib/core/errors";
import { correctRule } from "@/lib/codes/correct-rule";
import { loadCodes } from "@/lib/codes/load";
import { confirmImport } from "@/lib/contracts/imports/confirm";
import { example, type ColumnKey } from "@/lib/contracts/imports/data/template";
import { runImport } from "@/lib/contracts/imports/run-import";
import { undoImport } from "@/lib/contracts/imports/undo";
import { uploadLedger } from "@/lib/contracts/imports/upload";
import { changeRegistration } from "@/lib/contracts/registrations/change";
import { loadPlanFigures } from "@/lib/targets/load-plan";
import { reportValue } from "@/lib/targets/report-value";
import { setTarget } from "@/lib/targets/set-target";
import { contractsBehind } from "./contracts-behind";
import { filterQuery, readFilter, withoutRestrictions, type Filter } from "./filter";
import type { Order } from "./list-view";
import { planBoard } from "./plan-board";
import { yearView } from "./year-view";
import { absorbed, breakdown, cumulativeByMonth, listYears, notBegun, retention, wholeYear, yearFigures, yearSentenceFigures } from "./queries";

useDatabase();
const yuan = 100;

/** Five contracts of 2026, one of 2025; amounts in yuan, so that every sum below can be done in one's head. */
const ledger: Partial<Record<ColumnKey, string>>[] = [
  { type: "技术开发", techArea: "先进制造", sellerName: "甲大学", sellerDistrict: "230103", buyerPlace: "230108", ipKind: "", total: "100000", technical: "90000", registeredOn: "2026-01-15" },
  { type: "技术开发", techArea: "电子信息", sellerName: "甲大学", sellerDistrict: "230103", buyerPlace: "230600", ipKind: "", total: "6000000", technical: "5000000", registeredOn: "2026-01-31" },
  { type: "技术服务", techArea: "电子信息", sellerName: "乙公司", ipKind: "未涉及知识产权", sellerNature: "有限责任公司", sellerDistrict: "230109", buyerPlace: "110000", total: "20000000", technical: "20000000", registeredOn: "2026-03-02" },
  { type: "技术许可", techArea: "农业", subType: "", sellerName: "丙研究所", planSource: "", sellerNature: "科研机构", sellerDistrict: "230109", buyerPlace: "RU", total: "900000", technical: "900000", registeredOn: "2026-03-31" },
  { type: "技术转让", techArea: "农业", subType: "", sellerName: "外地公司", sellerDistrict: "110000", buyerPlace: "230103", total: "7000000", technical: "7000000", registeredOn: "2026-02-01" },
  { type: "技术开发", techArea: "农业", sellerName: "甲大学", sellerDistrict: "230103", buyerPlace: "230103", total: "5000000", technical: "5000000", registeredOn: "2025-12-31" },
];
const now = new Date("2026-04-10T02:00:00Z");
const changedAt = new Date("2026-04-20T02:00:00Z");
const year = (parts: Filter["parts"] = {}, asOf: Date | null = null): Filter => ({ year: 2026, asOf, parts });
let director: Person;

beforeAll(async () => {
  director = await makePerson({ organisation: await makeOrganisation({ kind: "bureau" }), roles: ["director", "reviewer"] });
  await withClock(now, async () => {
    const rows = ledger.map((row, index) => ({ ...example, title: `${["丙", "甲", "乙", "丁", "己", "戊"][index]}：低温密封件`, subType: row.type === "技术开发" ? "委托开发" : "", signedOn: "2025-12-01", ...row, officialNumber: `20262301000000${10 + index}` }));
    const { importId, badRows } = await uploadLedger(director, { fileName: "台账.xlsx", rows });
    expect(badRows).toBe(0);
    await confirmImport(director, { importId });
    await runImport(importId);
    await db().transaction((tx) => loadPlanFigures(tx));
    await setTarget(director, { indicator: "contract_value", year: 2026, value: 400, source: "市科技局" });
    await reportValue(director, { indicator: "contract_value", year: 2024, value: 380.5, source: "年报" });
  });
  await withClock(changedAt, async () => {
    const behind = await contractsBehind(director, year({ institution: "甲大学" }), { page: 1, size: 20 });
    // 6,000,000 becomes 4,000,000 in April: the difference counts in April.
    await changeRegistration(director, { contractId: behind.rows[0]!.contractId, changedOn: "2026-04-15", recognisedTotalFen: 4_000_000 * yuan, recognisedTechnicalFen: 4_000_000 * yuan, remark: "合同变更" });
  });
});

describe("figures of a year", () => {
  it("are told of every year as they were known at a past moment", async () => {
    const known = async (asOf: Date | null) => (await withClock(changedAt, () => listYears(asOf))).find((line) => line.year === 2026)?.figures?.totalFen ?? null;
    expect(await known(null)).toBe(25_000_000 * yuan);
    expect(await known(new Date("2026-04-19T16:00:00Z"))).toBe(27_000_000 * yuan);
    expect(await known(new Date("2026-04-09T16:00:00Z"))).toBeNull();
    const reported = (await withClock(changedAt, () => listYears(new Date("2026-04-09T16:00:00Z")))).find((line) => line.year === 2024);
    expect(reported?.reportedFen).toBeNull();
  });

  it("sums what counts: recognised amounts, seller in Harbin, by counting date", async () => {
    expect(await yearFigures(wholeYear(2026))).toEqual({ totalFen: 25_000_000 * yuan, technicalFen: 24_990_000 * yuan, contracts: 4, averageFen: 6_250_000 * yuan });
    expect(await yearFigures(wholeYear(2023))).toBeNull();
  });

  it("ends with the month of the day that is looked at, also on a month's last day", async () => {
    const months = async (asOf: string) => (await withClock(changedAt, () => cumulativeByMonth(year({}, endOfDayInHarbin(asOf))))).length;
    expect(await Promise.all(["2025-12-31", "2026-03-30", "2026-03-31", "2026-04-01"].map(months))).toEqual([0, 3, 3, 4]);
  });

  it("can be told as of a past moment", async () => {
    expect(await yearFigures(wholeYear(2026, new Date("2026-04-15T00:00:00Z")))).toMatchObject({ totalFen: 27_000_000 * yuan });
    expect(await yearFigures(wholeYear(2026, new Date("2026-04-01T00:00:00Z")))).toBeNull();
  });

  it.each([
    ["type", [["service", 20_000_000], ["development", 4_100_000], ["license", 900_000]]],
    ["techArea", [["01", 24_000_000], ["09", 900_000], ["03", 100_000]]],
    ["field", [["unknown", 25_000_000]]],
    ["ip", [["none", 20_000_000], ["unknown", 4_100_000], ["invention_patent", 900_000]]],
    ["planSource", [["none", 24_100_000], ["unknown", 900_000]]],
    ["district", [["230109", 20_900_000], ["230103", 4_100_000]]],
    ["institution", [["乙公司", 20_000_000], ["甲大学", 4_100_000], ["丙研究所", 900_000]]],
    ["nature", [["enterprise", 20_000_000], ["university", 4_100_000], ["research", 900_000]]],
    ["flow", [["local", 100_000], ["province", 4_000_000], ["country", 20_000_000], ["abroad", 900_000]]],
    ["size", [["small", 100_000], ["medium", 4_900_000], ["large", 20_000_000]]],
    ["month", [["1", 6_100_000], ["3", 20_900_000], ["4", -2_000_000]]],
  ] as const)("by %s: the parts are the whole", async (dimension, expected) => {
    expect((await breakdown(year(), dimension)).map((part) => [part.key, part.totalFen / yuan])).toEqual(expected);
  });

  it("runs through the months", async () => {
    expect(await withClock(changedAt, () => cumulativeByMonth(year()))).toEqual([6_100_000, 6_100_000, 27_000_000, 25_000_000].map((sum, index) => ({ month: index + 1, totalFen: sum * yuan })));
  });

  it("says how much stays here, by number and by amount", async () => {
    expect(await retention(year())).toEqual({ byContracts: 1 / 4, byAmount: 100_000 / 25_000_000 });
    expect(await retention(year(), "province")).toEqual({ byContracts: 2 / 4, byAmount: 4_100_000 / 25_000_000 });
    expect(await absorbed(year())).toEqual({ totalFen: 7_100_000 * yuan, technicalFen: 7_090_000 * yuan, contracts: 2, outsideFen: 7_000_000 * yuan });
  });

  it("leads down to the contracts, their person and their event", async () => {
    const behind = await contractsBehind(director, year({ techArea: "01", district: "230103" }), { page: 1, size: 20 });
    expect(behind).toMatchObject({ total: 1, sum: { totalFen: 4_000_000 * yuan, contracts: 1 } });
    expect(behind.rows[0]).toMatchObject({ recordedBy: director.name, sellerName: "甲大学", totalFen: 4_000_000 * yuan });
    const stranger = await makePerson({ organisation: await makeOrganisation({ kind: "enterprise" }) });
    await expect(contractsBehind(stranger, year(), { page: 1, size: 20 })).rejects.toThrow(NotFound);
  });
});

describe("the list behind a figure", () => {
  const found = (q: string | null, order: Order = "amount", parts: Filter["parts"] = {}) => contractsBehind(director, year(parts), { page: 1, size: 20 }, { q, order });

  it("is searched by name, numbers and parties, together with the filter, and its sum is that of what is found", async () => {
    expect(await found("甲大学")).toMatchObject({ total: 2, sum: { totalFen: 4_100_000 * yuan, contracts: 2 } });
    expect(await found("甲大学", "amount", { techArea: "03" })).toMatchObject({ total: 1, sum: { totalFen: 100_000 * yuan } });
    expect((await found("2026230100000012")).rows.map((row) => row.sellerName)).toEqual(["乙公司"]);
    const [one] = (await found(null)).rows;
    expect((await found(one!.number)).rows.map((row) => row.contractId)).toEqual([one!.contractId]);
    expect((await found(example.buyerName)).total, "the other party").toBe(4);
    expect((await found("密封件")).total, "a part of the name").toBe(4);
    expect(await found("100%")).toMatchObject({ total: 0, sum: { totalFen: 0, contracts: 0 } });
  });

  it("stands in the order that was asked for, page by page", async () => {
    const sellers = async (order: Order) => (await found(null, order)).rows.map((row) => row.totalFen / yuan);
    expect(await sellers("amount")).toEqual([20_000_000, 4_000_000, 900_000, 100_000]);
    expect(await sellers("amount-up")).toEqual([100_000, 900_000, 4_000_000, 20_000_000]);
    expect(await sellers("date")).toEqual([4_000_000, 900_000, 20_000_000, 100_000]);
    expect(await sellers("date-up")).toEqual([100_000, 20_000_000, 900_000, 4_000_000]);
    const second = await contractsBehind(director, year(), { page: 2, size: 3 }, { q: null, order: "date-up" });
    expect(second.rows.map((row) => row.totalFen / yuan)).toEqual([4_000_000]);
    const behind = await contractsBehind(director, year(), { page: 3, size: 3 });
    expect([behind.rows, behind.total, behind.sum], "its length and its sum are known where no row is").toEqual([[], second.total, second.sum]);
    const titles = async (order: Order) => (await found(null, order)).rows.map((row) => row.title);
    expect((await titles("title")).toReversed()).toEqual(await titles("title-down"));
    expect(await titles("title")).toEqual((await titles("title")).toSorted(new Intl.Collator("zh").compare));
  });
});

describe("the way down from a figure", () => {
  const behind = (parts: Filter["parts"]) => contractsBehind(director, year(parts), { page: 1, size: 50 });

  it("ends at a list with the same sum, for every figure of the head and every step of the running total", async () => {
    const [all, taken, outside] = [await behind({}), await behind({ scope: "buyer" }), await behind({ scope: "outside" })];
    expect(all.sum).toEqual(await yearFigures(year()).then((figures) => ({ totalFen: figures?.totalFen, technicalFen: figures?.technicalFen, contracts: figures?.contracts })));
    const { outsideFen, ...absorption } = await absorbed(year());
    expect(taken.sum).toEqual(absorption);
    expect(taken.rows.map((row) => row.sellerName)).toEqual(["外地公司", "甲大学"]);
    expect(outside.sum.totalFen).toBe(outsideFen);
    const [city, province] = [await retention(year()), await retention(year(), "province")];
    const [local, near] = [await behind({ flow: "local" }), await behind({ flow: "near" })];
    expect([local.sum.contracts / all.sum.contracts, local.sum.totalFen / all.sum.totalFen]).toEqual([city.byContracts, city.byAmount]);
    expect([near.sum.contracts / all.sum.contracts, near.sum.totalFen / all.sum.totalFen]).toEqual([province.byContracts, province.byAmount]);
    for (const { month, totalFen } of await withClock(changedAt, () => cumulativeByMonth(year()))) expect((await behind({ through: String(month) })).sum.totalFen).toBe(totalFen);
    for (const list of [all, taken, outside, local, near]) expect(list.rows.reduce((sum, row) => sum + row.totalFen, 0)).toBe(list.sum.totalFen);
  });

  it("keeps the name of an institution whatever signs are in it", () => {
    const names = ["某某（集团）有限公司", "A&B“声学”研究所・哈尔滨#1、二部/三部", `${"长".repeat(194)}（哈尔滨）`];
    for (const institution of names) {
      const query = Object.fromEntries(new URLSearchParams(filterQuery(year({ institution }))));
      expect(readFilter(query, 2026).parts).toEqual({ institution });
    }
    expect(readFilter({ institution: "某\u0000公司", district: "2301（03）" }, 2026).parts).toEqual({});
  });

  it("a view leaves out what only a list can be narrowed to", () => {
    expect(withoutRestrictions(year({ scope: "buyer", through: "3", flow: "near", type: "service" })).parts).toEqual({ type: "service" });
    expect(withoutRestrictions(year({ flow: "local" })).parts).toEqual({ flow: "local" });
    expect(readFilter({ scope: "moon", through: "13" }, 2026).parts).toEqual({});
  });
});

describe("years, targets and the plan", () => {
  it("measures the target of a district or an institution by what the ledger has for it, and by the calendar", async () => {
    await withClock(now, async () => {
      await setTarget(director, { indicator: "contract_value", year: 2026, value: 0.5, scopeCode: "230109", source: "市科技局" });
      await setTarget(director, { indicator: "contract_value", year: 2026, value: 0.1, institution: "乙公司", source: "市科技局" });
      await setTarget(director, { indicator: "contract_value", year: 2023, value: 0.1, institution: "乙公司", source: "市科技局" });
      const parts = (await planBoard()).find((line) => line.indicator.key === "contract_value")?.parts.map((row) => [row.scopeCode, row.year, row.computed, row.due]);
      expect(parts).toEqual([
        ["230109", 2026, 20_900_000 * yuan, Math.round((50_000_000 * yuan * 100) / 365)], ["乙公司", 2026, 20_000_000 * yuan, Math.round((10_000_000 * yuan * 100) / 365)],
        ["乙公司", 2023, null, null],
      ]);
    });
  });

  it("keeps reported, computed and missing apart", async () => {
    const years = await withClock(now, listYears);
    expect(years.map(({ year: of, figures, reportedFen, targetFen }) => [of, figures?.totalFen ?? null, reportedFen, targetFen])).toEqual([
      [2020, null, 22_000_000_000 * yuan, null], [2021, null, null, null], [2022, null, null, null], [2023, null, null, null],
      [2024, null, 38_050_000_000 * yuan, null], [2025, 5_000_000 * yuan, null, 40_000_000_000 * yuan], [2026, 25_000_000 * yuan, null, 40_000_000_000 * yuan],
    ]);
    const sentence = await withClock(now, () => yearSentenceFigures(2026));
    expect(sentence).toMatchObject({ totalFen: 25_000_000 * yuan, targetFen: 40_000_000_000 * yuan, asOf: changedAt });
    expect(sentence.elapsedShare).toBeCloseTo(100 / 365, 10);
    const board = await withClock(now, planBoard);
    expect(board).toHaveLength(10);
    expect(board[5]?.years[0]).toMatchObject({ year: 2020, reported: 229 });
    const measured = board.map(({ indicator, latest, aim }) => [indicator.key, latest?.year, aim?.year]);
    expect(measured.find(([key]) => key === "contract_value"), "measured by the target of its own year").toEqual(["contract_value", 2026, 2026]);
    expect(measured.find(([key]) => key === board[5]?.indicator.key), "of a year without a target by the plan's").toEqual([board[5]?.indicator.key, 2020, 2025]);
  });

  it("a year whose only import was undone is not filled in, which is not zero; as it was known before, it is", async () => {
    const undone = new Date("2026-04-21T02:00:00Z"), before = new Date("2026-04-20T03:00:00Z");
    await withClock(new Date("2026-04-20T02:30:00Z"), async () => {
      const { importId } = await uploadLedger(director, { fileName: "2024.xlsx", rows: [{ ...example, officialNumber: "2024230100000001", signedOn: "2024-01-02", registeredOn: "2024-02-01", total: "500000", technical: "400000" }] });
      await confirmImport(director, { importId });
      await runImport(importId);
      expect((await listYears()).find((line) => line.year === 2024)?.figures?.totalFen).toBe(500_000 * yuan);
      await withClock(undone, () => undoImport(director, { importId }));
    });
    expect(await yearFigures(wholeYear(2024))).toBeNull();
    expect(await yearFigures(wholeYear(2024, before))).toMatchObject({ totalFen: 500_000 * yuan, contracts: 1 });
    await withClock(undone, async () => {
      expect((await listYears()).find((line) => line.year === 2024)).toMatchObject({ figures: null, reportedFen: 38_050_000_000 * yuan });
      expect(await yearSentenceFigures(2024)).toMatchObject({ totalFen: null, reportedFen: 38_050_000_000 * yuan });
      expect((await planBoard()).find((line) => line.indicator.key === "contract_value")?.years.find((one) => one.year === 2024)).toMatchObject({ computed: null, reported: 38_050_000_000 * yuan });
    });
  });

  it("a view that is kept is never an old one: an entry, a target, a report, a day make another", async () => {
    const day = new Date("2026-04-22T02:00:00Z");
    const view = (at = day) => withClock(at, () => yearView(wholeYear(2026)));
    const line = async (of: number) => (await view()).years.find((one) => one.year === of);
    const first = await view();
    expect(first.figures).toEqual(await yearFigures(wholeYear(2026)));
    expect(await view(), "nothing has changed").toBe(first);
    expect((await withClock(day, () => yearView({ ...wholeYear(2026), parts: { type: "service" } }))).figures?.totalFen).toBe(20_000_000 * yuan);
    expect((await view(new Date("2026-05-01T02:00:00Z"))).months, "another day").toHaveLength(5);
    // At one and the same moment, so that no time tells them apart.
    await withClock(day, () => setTarget(director, { indicator: "contract_value", year: 2026, value: 410, source: "市科技局" }));
    expect((await view()).targetFen).toBe(41_000_000_000 * yuan);
    await withClock(day, () => setTarget(director, { indicator: "contract_value", year: 2026, value: 400, source: "市科技局" }));
    expect((await view()).targetFen).toBe(40_000_000_000 * yuan);
    await withClock(day, () => reportValue(director, { indicator: "contract_value", year: 2023, value: 300, source: "年报" }));
    expect(await line(2023)).toMatchObject({ reportedFen: 30_000_000_000 * yuan });
    const [{ contractId } = { contractId: "" }] = (await contractsBehind(director, year({ institution: "丙研究所" }), { page: 1, size: 20 })).rows;
    await withClock(day, () => changeRegistration(director, { contractId, changedOn: "2026-04-22", recognisedTotalFen: 800_000 * yuan, recognisedTechnicalFen: 800_000 * yuan, remark: "合同变更" }));
    expect((await view()).figures).toEqual(await yearFigures(wholeYear(2026)));
    expect((await line(2026))?.figures?.totalFen).toBe(24_900_000 * yuan);
  });

  it("reads a filter out of an address and drops what it cannot use", () => {
    expect(readFilter({ year: "2025", type: "service", flow: "moon", month: "13", asOf: "2025-06-30", district: "230103" }, 2026)).toEqual({ year: 2025, asOf: new Date("2025-06-30T16:00:00Z"), parts: { type: "service", district: "230103" } });
    expect(readFilter({ year: "abc" }, 2026)).toEqual({ year: 2026, asOf: null, parts: {} });
    expect(readFilter({ asOf: "2025-06-30" }, 2026), "a day without a year is looked at in its own").toMatchObject({ year: 2025, asOf: new Date("2025-06-30T16:00:00Z") });
  });

  it("takes a day that has not come, is none, or is before all trade for now", async () => {
    const asOf = (typed: string) => withClock(now, async () => readFilter({ asOf: typed }, 2026).asOf);
    for (const none of ["2026-04-11", "2027-01-01", "1984-12-31", "2026-02-31", "yesterday"]) expect(await asOf(none)).toBeNull();
    expect(["2025-06-30", "2025-12-31", "2026-01-01"].map((asOf) => notBegun(readFilter({ year: "2026", asOf }, 2026))), "a year that had not begun on that day").toEqual([true, true, false]);
    expect([await asOf("2026-04-10"), await asOf("1985-01-01")]).toEqual([new Date("2026-04-10T16:00:00Z"), new Date("1985-01-01T16:00:00Z")]);
  });
});

it("what statistics call large is a rule: corrected, it moves contracts into another class, also in a view that was kept", async () => {
  await db().transaction((tx) => loadCodes(tx));
  const sizes = async (of = 2026) => new Map((await withClock(changedAt, () => yearView(wholeYear(of)))).parts.size.map((part) => [part.key, part.contracts]));
  expect((await sizes()).get("large")).toBe(1);
  await correctRule(director, { key: "statistics.large_contract", effectiveFrom: "2026-01-01", amountFen: "300", sourceTitle: "统计口径调整" });
  expect(await withClock(changedAt, () => yearView(wholeYear(2026)))).toMatchObject({ largeFen: 300_000_000 });
  expect((await sizes()).get("large"), "that of 4 million, too").toBe(2);
  expect((await sizes(2025)).get("upper"), "the year before keeps its own").toBe(1);
});
