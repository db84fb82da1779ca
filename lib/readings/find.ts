import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { listings } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { findListing, type ListingSubject } from "@/lib/listings/find";

/** A record of either kind as its owner's people and the bureau know it. @throws NotFound for everybody else */
export async function findRecord(tx: Tx, actor: Actor, listingId: string): Promise<ListingSubject> {
  const [row] = await tx.select({ kind: listings.kind }).from(listings).where(eq(listings.id, listingId));
  if (!row) throw new NotFound();
  return findListing(tx, actor, row.kind, listingId);
}
