import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { listings, listingVersions } from "@/db/schema";
import { Conflict } from "@/lib/core/errors";
import type { Listing } from "./find";

/**
 * Takes a refusal back, which is no transition but its reversal: the version waits for its decision again, as the first
 * one or as a revision beside the public one. What the author has begun since goes first.
 * @throws Conflict when the record has moved on since
 */
export async function reconsiderVersion(tx: Tx, listing: Listing, versionId: string, at: Date): Promise<void> {
  const first = listing.publishedVersionId === null;
  const refused = first ? eq(listings.status, "refused") : and(eq(listings.revision, "none"), eq(listings.status, listing.status));
  const [moved] = await tx.update(listings).set({ ...(first ? { status: "pending" as const, statusReason: null } : { revision: "pending" as const }), workingVersionId: versionId, updatedAt: at })
    .where(and(eq(listings.id, listing.id), refused)).returning({ id: listings.id });
  // Before the version is touched: of two in work the index would refuse the second.
  if (!moved) throw new Conflict("changed_meanwhile");
  const [back] = await tx.update(listingVersions).set({ status: "pending", decidedAt: null })
    .where(and(eq(listingVersions.id, versionId), eq(listingVersions.status, "refused"))).returning({ id: listingVersions.id });
  if (!back) throw new Conflict("changed_meanwhile");
}
