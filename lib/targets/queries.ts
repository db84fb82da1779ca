import { and, asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { reportedValues, targets } from "@/db/schema";
import { harbinCode } from "@/lib/codes/places";

export type TargetRow = typeof targets.$inferSelect;
export type ReportedRow = typeof reportedValues.$inferSelect;

/** The city's target of a year, scaled (fen for money); null = none was set, which is not zero. */
export async function cityTarget(indicator: string, year: number): Promise<number | null> {
  const [row] = await db().select({ value: targets.value }).from(targets)
    .where(and(eq(targets.indicator, indicator), eq(targets.scopeKind, "city"), eq(targets.scopeCode, harbinCode), eq(targets.year, year)));
  return row?.value ?? null;
}

export async function cityTargets(indicator?: string): Promise<TargetRow[]> {
  return db().select().from(targets)
    .where(and(eq(targets.scopeKind, "city"), eq(targets.scopeCode, harbinCode), indicator ? eq(targets.indicator, indicator) : undefined)).orderBy(asc(targets.year));
}

/** District targets of a year by district code, scaled. */
export async function districtTargets(indicator: string, year: number): Promise<Map<string, number>> {
  const rows = await db().select({ code: targets.scopeCode, value: targets.value }).from(targets).where(and(eq(targets.indicator, indicator), eq(targets.scopeKind, "district"), eq(targets.year, year)));
  return new Map(rows.map((row) => [row.code, row.value]));
}

export async function cityReports(indicator?: string): Promise<ReportedRow[]> {
  return db().select().from(reportedValues)
    .where(and(eq(reportedValues.scopeKind, "city"), eq(reportedValues.scopeCode, harbinCode), indicator ? eq(reportedValues.indicator, indicator) : undefined)).orderBy(asc(reportedValues.year));
}
