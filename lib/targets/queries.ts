import { and, asc, desc, eq, gt, isNull, lte, ne, or, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { reportedValues, targets, users } from "@/db/schema";
import { harbinCode } from "@/lib/codes/places";

/** With the name of who set it; null: the plan itself. */
export type TargetRow = typeof targets.$inferSelect & { setByName: string | null };
export type ReportedRow = typeof reportedValues.$inferSelect;

/** What stands now, or what stood at a moment. The plan's own figures were there before the platform was: they are of every moment. */
function targetStands(asOf: Date | null): SQL | undefined {
  return asOf ? and(or(lte(targets.setAt, asOf), isNull(targets.setBy)), or(isNull(targets.endedAt), gt(targets.endedAt, asOf))) : isNull(targets.endedAt);
}

function reportStands(asOf: Date | null): SQL | undefined {
  return asOf ? and(or(lte(reportedValues.reportedAt, asOf), isNull(reportedValues.reportedBy)), or(isNull(reportedValues.endedAt), gt(reportedValues.endedAt, asOf))) : isNull(reportedValues.endedAt);
}

/** The city's target of a year, scaled (fen for money); null = none was set, which is not zero. */
export async function cityTarget(indicator: string, year: number, asOf: Date | null = null): Promise<number | null> {
  const [row] = await db().select({ value: targets.value }).from(targets)
    .where(and(targetStands(asOf), eq(targets.indicator, indicator), eq(targets.scopeKind, "city"), eq(targets.scopeCode, harbinCode), eq(targets.year, year)));
  return row?.value ?? null;
}

export async function cityTargets(indicator?: string, asOf: Date | null = null): Promise<TargetRow[]> {
  const rows = await db().select({ target: targets, setByName: users.name }).from(targets).leftJoin(users, eq(users.id, targets.setBy))
    .where(and(targetStands(asOf), eq(targets.scopeKind, "city"), eq(targets.scopeCode, harbinCode), indicator ? eq(targets.indicator, indicator) : undefined)).orderBy(asc(targets.year));
  return rows.map(({ target, setByName }) => ({ ...target, setByName }));
}

/** Targets of districts and institutions, newest year first. */
export async function partTargets(): Promise<TargetRow[]> {
  const rows = await db().select({ target: targets, setByName: users.name }).from(targets).leftJoin(users, eq(users.id, targets.setBy))
    .where(and(targetStands(null), ne(targets.scopeKind, "city"))).orderBy(desc(targets.year), asc(targets.scopeKind), asc(targets.scopeCode));
  return rows.map(({ target, setByName }) => ({ ...target, setByName }));
}

/** District targets of a year by district code, scaled. */
export async function districtTargets(indicator: string, year: number, asOf: Date | null = null): Promise<Map<string, number>> {
  const rows = await db().select({ code: targets.scopeCode, value: targets.value }).from(targets)
    .where(and(targetStands(asOf), eq(targets.indicator, indicator), eq(targets.scopeKind, "district"), eq(targets.year, year)));
  return new Map(rows.map((row) => [row.code, row.value]));
}

export async function cityReports(indicator?: string, asOf: Date | null = null): Promise<ReportedRow[]> {
  return db().select().from(reportedValues)
    .where(and(reportStands(asOf), eq(reportedValues.scopeKind, "city"), eq(reportedValues.scopeCode, harbinCode), indicator ? eq(reportedValues.indicator, indicator) : undefined)).orderBy(asc(reportedValues.year));
}
