import { and, eq, lte, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { contracts, ledgerEntries } from "@/db/schema";
import type { PlainDate } from "@/lib/core/dates";
import { entriesWhere, keyExpression, sums } from "./entries";
import type { Dimension, Filter } from "./filter";
import { viewDate, wholeYear, yearFigures } from "./queries";

/** Sums of a year and of the year before by key, both from January to `until`, a day of the year itself; `before` is null where nobody filled in that year. */
export type SameDays = { until: PlainDate; now: ReadonlyMap<string, number>; before: ReadonlyMap<string, number> | null };

/** The last day of a year to which its imported ledgers reach, as it was known; what grew on the platform comes day by day and says nothing of the rest. */
async function importedUntil({ year, asOf }: Filter): Promise<PlainDate | null> {
  const known = asOf ? sql`and r.recorded_at <= ${asOf.toISOString()}::timestamptz` : sql``;
  const [row] = await db().select({ day: sql<string | null>`max(${ledgerEntries.countsOn})::text` }).from(ledgerEntries).innerJoin(contracts, eq(contracts.id, ledgerEntries.contractId))
    .where(and(entriesWhere(wholeYear(year, asOf)), eq(contracts.origin, "ledger"), eq(ledgerEntries.kind, "registered"), sql`not exists (select 1 from ledger_entries r where r.reverses_id = ${ledgerEntries.id} ${known})`));
  return row?.day ?? null;
}

/** A year that is over is compared as a whole; otherwise the comparison ends where the ledgers do. Null where only the year before has any. */
async function comparedUntil(filter: Filter): Promise<PlainDate | null> {
  const day = viewDate(filter), last = `${filter.year}-12-31`;
  const end = day < last ? day : last;
  const reached = await importedUntil(filter);
  if (reached === null) return (await importedUntil({ ...filter, year: filter.year - 1 })) === null ? end : null;
  return end === last && reached.slice(5, 7) === "12" ? last : reached;
}

/** For 同比: two stretches of equal length. Null where there is nothing to compare. */
export async function sameDays(filter: Filter, dimension: Dimension): Promise<SameDays | null> {
  const until = await comparedUntil(filter);
  if (until === null) return null;
  const of = async (year: number) => {
    const day = until.endsWith("-02-29") && year !== filter.year ? "02-28" : until.slice(5);
    const rows = await db().select({ key: sql<string>`${keyExpression(dimension, filter)}`, totalFen: sums.totalFen }).from(ledgerEntries)
      .where(and(entriesWhere({ ...filter, year }), lte(ledgerEntries.countsOn, `${year}-${day}`))).groupBy(sql`1`);
    return new Map(rows.map((row) => [row.key, row.totalFen]));
  };
  const [now, before, filled] = await Promise.all([of(filter.year), of(filter.year - 1), yearFigures(wholeYear(filter.year - 1, filter.asOf))]);
  return now.size + before.size > 0 ? { until, now, before: filled && before } : null;
}
