import type { Tx } from "@/db/client";
import { reportedValues, targets } from "@/db/schema";
import { planFigures } from "@/lib/codes/plan";
import { clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/id";

type Named = { indicator: string; scopeKind: string; scopeCode: string; year: number };
const nameOf = ({ indicator, scopeKind, scopeCode, year }: Named) => [indicator, scopeKind, scopeCode, year].join(" ");

/** Of whose name there was nothing yet: what a person replaced or took away is not brought back. */
function unsaid<R extends Named>(rows: readonly R[], said: readonly Named[]): R[] {
  const names = new Set(said.map(nameOf));
  return rows.filter((row) => !names.has(nameOf(row)));
}

/** The figures that the plan itself names (2020 as reported, 2025 as targets). Never overwrites what somebody has set since. */
export async function loadPlanFigures(tx: Tx): Promise<void> {
  const now = clock.now();
  const [aims, reports] = [unsaid(planFigures.targets, await tx.select().from(targets)), unsaid(planFigures.reported, await tx.select().from(reportedValues))];
  if (aims.length > 0) await tx.insert(targets).values(aims.map((row) => ({ ...row, id: newId(now), setAt: now }))).onConflictDoNothing();
  if (reports.length > 0) await tx.insert(reportedValues).values(reports.map((row) => ({ ...row, id: newId(now), reportedAt: now }))).onConflictDoNothing();
}
