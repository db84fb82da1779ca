import type { Tx } from "@/db/client";
import { reportedValues, targets } from "@/db/schema";
import { planFigures } from "@/lib/codes/plan";
import { clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/id";

/** The figures that the plan itself names (2020 as reported, 2025 as targets). Never overwrites what somebody has set since. */
export async function loadPlanFigures(tx: Tx): Promise<void> {
  const now = clock.now();
  await tx.insert(targets).values(planFigures.targets.map((row) => ({ ...row, id: newId(now), setAt: now }))).onConflictDoNothing();
  await tx.insert(reportedValues).values(planFigures.reported.map((row) => ({ ...row, id: newId(now), reportedAt: now }))).onConflictDoNothing();
}
