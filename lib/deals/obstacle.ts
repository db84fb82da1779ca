import { inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { listings, organisations } from "@/db/schema";
import { Conflict } from "@/lib/core/errors";
import { barredAmong } from "@/lib/organisations/dishonesty";

/** What keeps two sides from binding themselves: one is off the platform, or no longer verified. Held, so that it stays as it was read until the act is done. */
export async function sidesObstacle(tx: Tx, sideIds: string[]): Promise<"side_suspended" | "side_unverified" | null> {
  const sides = await tx.select({ verification: organisations.verification, suspendedAt: organisations.suspendedAt }).from(organisations).where(inArray(organisations.id, sideIds)).orderBy(organisations.id).for("share");
  if (sides.some(({ suspendedAt }) => suspendedAt !== null)) return "side_suspended";
  return sides.every(({ verification }) => verification === "verified") ? null : "side_unverified";
}

/** Something new begins between two sides that know each other, so what keeps two sides from opening a deal keeps them from this. @throws Conflict */
export async function assertMayBegin(tx: Tx, { sellerId, buyerId }: { sellerId: string; buyerId: string }): Promise<void> {
  const obstacle = (await barredAmong(tx, [sellerId, buyerId])).length > 0 ? "side_barred" : await sidesObstacle(tx, [sellerId, buyerId]);
  if (obstacle) throw new Conflict(obstacle);
}

/**
 * What keeps two sides from talking about these records: the bureau has taken one off the pages, or its approval has been taken back, and with it the
 * text that they would talk about. One that its owner withdrew or closed is the owner's own matter. Held like the sides.
 * @throws Conflict
 */
export async function assertOffered(tx: Tx, listingIds: readonly (string | null)[]): Promise<void> {
  const records = await tx.select({ status: listings.status, publishedVersionId: listings.publishedVersionId }).from(listings)
    .where(inArray(listings.id, listingIds.filter((id) => id !== null))).orderBy(listings.id).for("share");
  if (records.some(({ status }) => status === "suspended")) throw new Conflict("record_suspended");
  if (records.some(({ publishedVersionId }) => publishedVersionId === null)) throw new Conflict("record_unapproved");
}
