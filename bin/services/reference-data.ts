import { db } from "@/db/client";
import { loadCodes } from "@/lib/codes/load";
import { loadPlanFigures } from "@/lib/targets/load-plan";

/** Official lists, dated rules, the taxonomy and the plan's own figures: part of every installation. Safe to repeat. */
export async function loadReferenceData(): Promise<void> {
  await db().transaction(async (tx) => {
    await loadCodes(tx);
    await loadPlanFigures(tx);
  });
}
