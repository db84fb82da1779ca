import { and, eq, gt, lte, max, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { ledgerEntries } from "@/db/schema";
import { clock } from "@/lib/core/clock";
import { dateInHarbin, elapsedShareOfYear, todayInHarbin, type PlainDate } from "@/lib/core/dates";
import { cityReports, cityTarget, cityTargets } from "@/lib/targets/queries";
import { entriesWhere, keyExpression, largeFrom, standing, sums } from "./entries";
import { flows, sizeClasses, type Dimension, type Filter } from "./filter";
import { ofLedgerState } from "./ledger-state";

/** Money in fen. `contracts` counts contracts that began to count less those that ceased to. */
export type Figures = { totalFen: number; technicalFen: number; contracts: number };
export type Part = Figures & { key: string };

export function wholeYear(year: number, asOf: Date | null = null): Filter {
  return { year, asOf, parts: {} };
}

/**
 * 成交额 of a year: the sum of the ledger's entries that count in it, seller in Harbin, recognised amounts (domain A1).
 * Null where no entry stands, none or all reversed (an import undone): that year was not filled in, which is not zero.
 */
export async function yearFigures(filter: Filter): Promise<(Figures & { averageFen: number | null }) | null> {
  const [row] = await db().select({ ...sums, standing }).from(ledgerEntries).where(entriesWhere(filter));
  if (!row || row.standing === 0) return null;
  const { standing: _, ...figures } = row;
  // The mean over contracts; without a contract (only cancellations) there is none.
  return { ...figures, averageFen: figures.contracts > 0 ? Math.round(figures.totalFen / figures.contracts) : null };
}

/** The same sum by one dimension; the parts add up to the whole. Largest first, but months, sizes and flows in their own order. */
export async function breakdown(filter: Filter, dimension: Dimension): Promise<Part[]> {
  const key = keyExpression(dimension, filter);
  const rows = await db().select({ key: sql<string>`${key}`, ...sums }).from(ledgerEntries).where(entriesWhere(filter)).groupBy(sql`1`);
  const parts = rows.filter((row) => row.totalFen !== 0 || row.contracts !== 0 || row.technicalFen !== 0);
  const order: readonly string[] | null = dimension === "size" ? sizeClasses : dimension === "flow" ? flows : null;
  if (dimension === "month") return parts.sort((a, b) => Number(a.key) - Number(b.key));
  if (order) return parts.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  return parts.sort((a, b) => b.totalFen - a.totalFen || (a.key < b.key ? -1 : 1));
}

/** From which amount on a contract of that year is called large. */
export async function largeContractFen(year: number): Promise<number> {
  const { rows } = await db().execute<{ fen: string }>(sql`select ${largeFrom(year)} as fen`);
  return Number(rows[0]?.fen);
}

/** Running total at the end of each month, January to the last month that has begun (or to December of a past year). */
export async function cumulativeByMonth(filter: Filter): Promise<{ month: number; totalFen: number }[]> {
  const parts = await breakdown(filter, "month");
  const today = viewDate(filter);
  const last = Number(today.slice(0, 4)) > filter.year ? 12 : Number(today.slice(0, 4)) < filter.year ? 0 : Number(today.slice(5, 7));
  let running = 0;
  return Array.from({ length: last }, (_, index) => {
    running += parts.find((part) => part.key === String(index + 1))?.totalFen ?? 0;
    return { month: index + 1, totalFen: running };
  });
}

/**
 * 就地转化率, two ways (domain C4, no official formula): contracts with seller and buyer in Harbin ÷ all contracts
 * with the seller in Harbin, by number and by amount. `scope` province counts buyers anywhere in Heilongjiang.
 */
export async function retention(filter: Filter, scope: "city" | "province" = "city"): Promise<{ byContracts: number | null; byAmount: number | null }> {
  const near = scope === "city" ? sql`${ledgerEntries.buyerInHarbin}` : sql`(${ledgerEntries.buyerCountry} = 'CN' and ${ledgerEntries.buyerDistrict} like '23%')`;
  const [row] = await db().select({
    ...sums,
    nearContracts: sql<number>`coalesce(sum(${ledgerEntries.contracts}) filter (where ${near}), 0)`.mapWith(Number),
    nearFen: sql<number>`coalesce(sum(${ledgerEntries.amountFen}) filter (where ${near}), 0)`.mapWith(Number),
  }).from(ledgerEntries).where(entriesWhere(filter));
  if (!row) return { byContracts: null, byAmount: null };
  return { byContracts: row.contracts > 0 ? row.nearContracts / row.contracts : null, byAmount: row.totalFen > 0 ? row.nearFen / row.totalFen : null };
}

/** 吸纳: contracts whose buyer is in Harbin, wherever the seller is; `outside` only those with the seller elsewhere. */
export async function absorbed(filter: Filter): Promise<Figures & { outsideFen: number }> {
  const [row] = await db().select({ ...sums, outsideFen: sql<number>`coalesce(sum(${ledgerEntries.amountFen}) filter (where not ${ledgerEntries.sellerInHarbin}), 0)`.mapWith(Number) })
    .from(ledgerEntries).where(entriesWhere({ ...filter, parts: { ...filter.parts, scope: "buyer" } }));
  return row ?? { totalFen: 0, technicalFen: 0, contracts: 0, outsideFen: 0 };
}

/** The moment of the newest entry known to this view: 数据截至. Without entries, now. */
export async function dataAsOf(asOf: Date | null = null): Promise<Date> {
  const [row] = await db().select({ at: max(ledgerEntries.recordedAt) }).from(ledgerEntries).where(asOf ? sql`${ledgerEntries.recordedAt} <= ${asOf.toISOString()}::timestamptz` : undefined);
  return row?.at ?? asOf ?? clock.now();
}

export type YearLine = { year: number; figures: Figures | null; reportedFen: number | null; targetFen: number | null };

/**
 * Every year from 2020 to this one: computed from the ledger, reported, target. Null is 未填报 or 未设目标, never 0.
 * @param asOf the figures as they were known at that moment: a report or a target that came later is not among them, one that was replaced since is
 */
export async function listYears(asOf: Date | null = null): Promise<YearLine[]> {
  const thisYear = Number(todayInHarbin(clock.now()).slice(0, 4));
  const year = sql<number>`extract(year from ${ledgerEntries.countsOn})::int`;
  const [rows, targets, reports] = await Promise.all([
    db().select({ year, ...sums }).from(ledgerEntries).where(and(eq(ledgerEntries.sellerInHarbin, true), asOf ? lte(ledgerEntries.recordedAt, asOf) : undefined)).groupBy(sql`1`).having(gt(standing, 0)),
    cityTargets("contract_value", asOf), cityReports("contract_value", asOf),
  ]);
  const first = Math.min(2020, ...rows.map((row) => row.year));
  return Array.from({ length: thisYear - first + 1 }, (_, index) => {
    const of = first + index;
    const found = rows.find((row) => row.year === of);
    return {
      year: of, figures: found ? { totalFen: found.totalFen, technicalFen: found.technicalFen, contracts: found.contracts } : null,
      reportedFen: reports.find((row) => row.year === of)?.value ?? null, targetFen: targets.find((row) => row.year === of)?.value ?? null,
    };
  });
}

/** `reportedFen` stands in for the total where there is no ledger, and is said to be that. */
export type YearSentence = { totalFen: number | null; reportedFen: number | null; targetFen: number | null; asOf: Date; elapsedShare: number };

/** What the front page's sentence needs. `elapsedShare` 0–1 of the year at the end of today; 1 for a past year. */
export function yearSentenceFigures(year: number): Promise<YearSentence> {
  return ofLedgerState(`sentence ${year}`, async () => {
    const [figures, reports, targetFen, asOf] = await Promise.all([yearFigures(wholeYear(year)), cityReports("contract_value"), cityTarget("contract_value", year), dataAsOf()]);
    return { totalFen: figures?.totalFen ?? null, reportedFen: reports.find((row) => row.year === year)?.value ?? null, targetFen, asOf, elapsedShare: elapsedShareAt(year, todayInHarbin(clock.now())) };
  });
}

/** 0–1: how much of `year` has passed on `today`. */
export function elapsedShareAt(year: number, today: PlainDate): number {
  const now = Number(today.slice(0, 4));
  return now > year ? 1 : now < year ? 0 : elapsedShareOfYear(today);
}

/** The day up to which a view tells: its past moment, or today. */
export function viewDate(filter: Filter): PlainDate {
  return filter.asOf ? dateInHarbin(new Date(filter.asOf.getTime() - 1)) : todayInHarbin(clock.now());
}

/** The year is of a later time than the past day from which it is looked at: there is nothing to be seen. */
export function notBegun(filter: Filter): boolean {
  return filter.asOf !== null && viewDate(filter) < `${filter.year}-01-01`;
}
