import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { reviews } from "@/db/schema";

/** What a person leaves unfinished goes back to the queue (leaving the bureau, suspension). @returns the reviews concerned */
export async function releaseClaimsOf(tx: Tx, userId: string): Promise<string[]> {
  const released = await tx
    .update(reviews)
    .set({ status: "open", claimedBy: null, claimedAt: null })
    .where(and(eq(reviews.claimedBy, userId), eq(reviews.status, "claimed")))
    .returning({ id: reviews.id });
  return released.map((review) => review.id);
}
