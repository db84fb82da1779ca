import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { confirmImport } from "@/lib/contracts/imports/confirm";
import { runImport } from "@/lib/contracts/imports/run-import";
import { uploadLedger } from "@/lib/contracts/imports/upload";
import { addDays, addMonths, daysBetween, elapsedShareOfYear, todayInHarbin, type PlainDate } from "@/lib/core/dates";
import { planIndicators } from "@/lib/codes/plan";
import { reportValue } from "@/lib/targets/report-value";
import { setTarget } from "@/lib/targets/set-target";
import type { Calendar } from "./calendar";
import { ledgerRows, type LedgerPlan, type LedgerRow } from "./ledger-rows";
import type { Cast } from "./people";
import type { Random } from "./random";

const yi = 10_000_000_000;
/** What the demo's city registered in past years (亿元), by years before this one; the third is left unreported. */
const pastValues: readonly (readonly [number, number | null])[] = [[5, 245], [4, 291], [3, null], [2, 336], [1, 371]];
const targetThisYear = 400 * yi;
/** Six districts have a target of their own (亿元), the others none: the cockpit has to show both. */
const districtTargets = { "230103": 180, "230110": 60, "230109": 45, "230111": 20, "230108": 15, "230104": 12 };
/** Where the demo's current year stands: behind the calendar, but within reach. */
const pace = 0.85;
/** In the first days of January the told deals alone may be more than the pace; a ledger has rows all the same. */
const leastFen = yi / 100;

/** The ledgers of the years; the one of this year goes until yesterday, on 1 January to that day itself. `ownFen` of this year's figure is there already. */
export function ledgerPlans(today: PlainDate, ownFen: number, perYear: number): LedgerPlan[] {
  const year = Number(today.slice(0, 4));
  const share = elapsedShareOfYear(today);
  const past = pastValues.flatMap(([ago, value]) => (value === null ? [] : [{ year: year - ago, fen: value * yi, until: `${year - ago}-12-31`, count: perYear }]));
  const yesterday = addDays(today, -1);
  const until = yesterday < `${year}-01-01` ? today : yesterday;
  return [...past, { year, fen: Math.max(leastFen, Math.round(targetThisYear * share * pace) - ownFen), until, count: Math.max(20, Math.round(perYear * share)) }];
}

/** Days of the following month and January on which the authority hands over a month, and a year. */
const monthDay = "05", yearDay = "01-15";

type Lot = { rows: LedgerRow[]; /** First and last month in it; none for a whole year. */ months: [number, number] | null; importedOn: PlainDate };

/**
 * What of a year's ledger was imported when, so that a view of a past day has what was known then: a whole year in the January after it; while that has
 * not come each month at the beginning of the next, and what is left today.
 */
export function importLots(rows: readonly LedgerRow[], year: number, today: PlainDate): Lot[] {
  const wholeOn = `${year + 1}-${yearDay}`;
  if (wholeOn <= today) return [{ rows: [...rows], months: null, importedOn: wholeOn }];
  const lots = new Map<PlainDate, Lot>();
  for (let month = 1; month <= 12; month++) {
    const of = rows.filter((row) => Number(row.registeredOn!.slice(5, 7)) === month);
    if (of.length === 0) continue;
    const due = `${addMonths(`${year}-${String(month).padStart(2, "0")}-01`, 1).slice(0, 8)}${monthDay}`;
    const importedOn = due < today ? due : today;
    const lot = lots.get(importedOn);
    lots.set(importedOn, { rows: [...(lot?.rows ?? []), ...of], months: [lot?.months?.[0] ?? month, month], importedOn });
  }
  return [...lots.values()];
}

/** The registration authority's ledgers of the past years, brought in by the real import, and this year's target. */
export async function tellPast(cast: Cast, calendar: Calendar, random: Random, perYear: number, progress: (done: number, total: number) => void): Promise<void> {
  // The day of the newest moment that the calendar gives: in the first minute of a year still the old one.
  const today = todayInHarbin(calendar.latest);
  const year = Number(today.slice(0, 4));
  const director = cast.persona("director");
  await calendar.run(Math.max(1, daysBetween(`${year}-01-12`, today)), () =>
    setTarget(director, { indicator: "contract_value", scopeKind: "city", scopeCode: "230100", year, value: targetThisYear / yi, source: "演示数据：市科技局年度工作安排" }));
  for (const [scopeCode, value] of Object.entries(districtTargets)) {
    await calendar.run(Math.max(1, daysBetween(`${year}-01-20`, today)), () =>
      setTarget(director, { indicator: "contract_value", scopeCode, year, value, source: "演示数据：区县年度任务分解" }));
  }
  await reportIndicators(cast, calendar, random, year);
  const own = await db().execute<{ fen: number }>(sql`select coalesce(sum(amount_fen), 0)::bigint as fen from ledger_entries where seller_in_harbin and counts_on >= ${`${year}-01-01`}`);
  const plans = ledgerPlans(today, Number(own.rows[0]?.fen ?? 0), perYear);
  const total = plans.reduce((sum, plan) => sum + plan.count, 0);
  let done = 0;
  for (const plan of plans) {
    for (const lot of importLots(ledgerRows(cast, random, plan), plan.year, today)) {
      const daysAgo = daysBetween(lot.importedOn, today);
      // The months are her colleague's: a notice to each would bury what waits for the reviewer.
      const clerk = cast.persona(lot.months && daysAgo > 0 ? "reviewer-2" : "reviewer");
      const { importId, badRows } = await calendar.run(daysAgo, () => uploadLedger(clerk, { fileName: fileName(plan.year, lot.months), rows: lot.rows }));
      if (badRows > 0) throw new Error(`the demo ledger of ${plan.year} has ${badRows} bad rows`);
      await calendar.run(daysAgo, () => confirmImport(clerk, { importId }));
      await calendar.run(daysAgo, () => runImport(importId));
    }
    done += plan.count;
    progress(done, total);
  }
}

function fileName(year: number, months: Lot["months"]): string {
  const of = months ? `${[...new Set(months)].join("–")}月` : "";
  return `${year}年${of}技术合同登记台账（演示数据）.xlsx`;
}

/** The other nine indicators of the plan, as a bureau would report them each January; one year is left unreported, one indicator is behind. */
async function reportIndicators(cast: Cast, calendar: Calendar, random: Random, thisYear: number): Promise<void> {
  const today = todayInHarbin(calendar.latest);
  for (const [index, indicator] of planIndicators.filter((one) => one.key !== "contract_value").entries()) {
    for (const [ago, registered] of pastValues) {
      const year = thisYear - ago;
      if (registered === null || year <= indicator.baselineYear) continue;
      const way = (year - indicator.baselineYear) / (indicator.targetYear - indicator.baselineYear);
      const value = indicator.baseline + (indicator.floor - indicator.baseline) * way * (index % 4 === 3 ? 0.7 : 0.92 + 0.16 * random.next());
      const decimals = Number.isInteger(indicator.baseline) && indicator.kind !== "ratio" ? 0 : 2;
      await calendar.run(daysBetween(`${year + 1}-01-20`, today), () =>
        reportValue(cast.persona("reviewer"), { indicator: indicator.key, year, value: value.toFixed(decimals), source: `演示数据：${year}年统计上报` }));
    }
  }
}
