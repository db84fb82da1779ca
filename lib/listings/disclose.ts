import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { disclosures } from "@/db/schema";

/** Opens the fields kept for a deal to the other side of it. A plain function for the room that opens the deal. */
export async function disclose(tx: Tx, grant: { listingId: string; organisationId: string; dealId: string; at: Date }): Promise<void> {
  const { at, ...pair } = grant;
  await tx.insert(disclosures).values({ ...pair, grantedAt: at }).onConflictDoNothing();
}

/** Closes them when the deal ends without a contract. */
export async function endDisclosures(tx: Tx, dealId: string, at: Date): Promise<void> {
  await tx.update(disclosures).set({ endedAt: at }).where(and(eq(disclosures.dealId, dealId), isNull(disclosures.endedAt)));
}

/** Opens again what closed at that moment, when the deal is taken up again. */
export async function resumeDisclosures(tx: Tx, dealId: string, endedAt: Date): Promise<void> {
  await tx.update(disclosures).set({ endedAt: null }).where(and(eq(disclosures.dealId, dealId), eq(disclosures.endedAt, endedAt)));
}
