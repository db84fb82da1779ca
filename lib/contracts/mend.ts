import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contracts, registrations } from "@/db/schema";
import { Conflict } from "@/lib/core/errors";
import type { CorrectedContract } from "./input";
import { standingStatuses } from "./states";
import { sellerStatuses } from "./registrations/states";

/**
 * Writes a corrected record; the act is `deals/correct-contract`'s, because the amounts are bound by the deal's terms. The registration
 * is locked first: what has been handed in meanwhile must not change under the registrar's eyes.
 */
export async function mendContract(tx: Tx, contractId: string, values: CorrectedContract & { termsOrdinal: number | null }): Promise<void> {
  const [inHand] = await tx.select({ id: registrations.id }).from(registrations)
    .where(and(eq(registrations.contractId, contractId), inArray(registrations.status, [...sellerStatuses]))).for("update");
  if (!inHand) throw new Conflict("registration_moved");
  const [mended] = await tx.update(contracts).set(values).where(and(eq(contracts.id, contractId), inArray(contracts.status, [...standingStatuses]))).returning({ id: contracts.id });
  if (!mended) throw new Conflict("contract_closed");
}
