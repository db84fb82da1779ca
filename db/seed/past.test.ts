import { describe, expect, it } from "vitest";
import { checkRow } from "@/lib/contracts/imports/check-row";
import { elapsedShareOfYear } from "@/lib/core/dates";
import { inHarbin } from "@/lib/ledger/post";
import { organisationTexts } from "./content-files";
import { ledgerRows } from "./ledger-rows";
import { importLots, ledgerPlans } from "./past";
import { seededRandom } from "./random";

const texts = new Map(organisationTexts().map((text) => [text.key, text]));
const names = { organisationText: (key: string) => texts.get(key)!, creditCodeOf: () => "" };
const target = 400 * 10_000_000_000;

/** The demo world is made anew after its day, most likely on one of these. */
describe.each(["2027-01-01", "2027-01-02", "2027-01-14", "2028-02-29", "2028-03-01", "2026-12-31", "2026-11-28"])("the ledgers of a world made on %s", (today) => {
  const plans = ledgerPlans(today, 0, 60);

  it("have no row that the real import refuses on the day on which it is made", () => {
    for (const plan of plans) {
      const rows = ledgerRows(names, seededRandom(2026), plan);
      expect(rows).toHaveLength(plan.count);
      const lots = importLots(rows, plan.year, today);
      expect(lots.flatMap((lot) => lot.rows).map((row) => row.officialNumber).toSorted(), "each row in one lot").toEqual(rows.map((row) => row.officialNumber).toSorted());
      for (const lot of lots) {
        expect(lot.importedOn <= today).toBe(true);
        expect(lot.rows.flatMap((row) => checkRow(row, lot.importedOn).problems), `read on ${lot.importedOn}`).toEqual([]);
      }
      expect(rows.filter((row) => !row.registeredOn?.startsWith(String(plan.year)) || row.registeredOn > plan.until)).toEqual([]);
      const counted = rows.filter((row) => inHarbin(row.sellerDistrict));
      expect(Math.round(counted.reduce((sum, row) => sum + Number(row.total) * 100, 0))).toBe(plan.fen);
    }
  });

  it("bring the year to 85 % of what an even year would have, whatever the told deals have added", () => {
    const due = target * elapsedShareOfYear(today);
    expect(plans.at(-1)!.fen / due).toBeCloseTo(0.85, 6);
    const own = Math.round(due * 0.3);
    expect((ledgerPlans(today, own, 60).at(-1)!.fen + own) / due).toBeCloseTo(0.85, 6);
  });
});

it("a year is imported month by month, and whole once its January has come", () => {
  const [last, current] = ledgerPlans("2026-11-28", 0, 400).slice(-2);
  const lotsOf = (plan: typeof last, today: string) => importLots(ledgerRows(names, seededRandom(2026), plan!), plan!.year, today).map((lot) => [lot.months?.join(), lot.importedOn, lot.rows.length > 0]);
  expect(lotsOf(last, "2026-11-28")).toEqual([[undefined, "2026-01-15", true]]);
  expect(lotsOf(current, "2026-11-28")).toEqual([
    ...Array.from({ length: 10 }, (_, index) => [`${index + 1},${index + 1}`, `2026-${String(index + 2).padStart(2, "0")}-05`, true]), ["11,11", "2026-11-28", true],
  ]);
  // The last of them on the day itself: on 3 December November has not been handed over, in January the year not.
  expect(lotsOf(current, "2026-12-03").at(-1)).toEqual(["11,11", "2026-12-03", true]);
  expect(lotsOf(current, "2027-01-10").at(-1)).toEqual(["11,11", "2026-12-05", true]);
});

it("in the first days of January the told deals may be more than the pace: the ledger has a little all the same", () => {
  const plan = ledgerPlans("2027-01-01", target, 60).at(-1)!;
  const rows = ledgerRows(names, seededRandom(1), plan);
  expect(rows.flatMap((row) => checkRow(row, "2027-01-01").problems)).toEqual([]);
});
