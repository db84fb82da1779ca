import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { deals } from "@/db/schema";
import { Conflict } from "@/lib/core/errors";
import { canAdvance, type DealStage } from "./states";

/** Conditional move of the stage. A stage that stays as it is needs no write. @throws Conflict when the deal moved meanwhile */
export async function moveStage(tx: Tx, deal: { id: string; stage: DealStage }, to: DealStage, at: Date): Promise<void> {
  if (deal.stage === to) return;
  if (!canAdvance(deal.stage, to)) throw new Conflict("deal_moved");
  const [moved] = await tx.update(deals).set({ stage: to, stageSince: at })
    .where(and(eq(deals.id, deal.id), eq(deals.stage, deal.stage), eq(deals.status, "open"))).returning({ id: deals.id });
  if (!moved) throw new Conflict("deal_moved");
}
