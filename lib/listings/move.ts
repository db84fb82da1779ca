import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { listings } from "@/db/schema";
import { Conflict } from "@/lib/core/errors";
import { assertOwnerVerified } from "./decide";
import type { Listing } from "./find";
import { isPossible } from "./policy";
import { canMove, type ListingStatus } from "./states";

const targets = {
  withdraw: "withdrawn", relist: "published", suspend: "suspended", restore: "published", close: "closed", reopen: "published", discard: "discarded", recover: "draft",
} as const satisfies Record<string, ListingStatus>;
export type Move = keyof typeof targets;

/** Moves a public record: down and up again by its owner, suspended and restored by the bureau, closed and reopened when a need is solved; a first draft away and back. */
export async function changeStatus(tx: Tx, listing: Listing, move: Move, { at, reason = null }: { at: Date; reason?: string | null }): Promise<void> {
  const to = targets[move];
  if (!isPossible(move, listing) || !canMove(listing.status, to)) throw new Conflict("wrong_state");
  // What its owner shows again; what the bureau restores is the bureau's matter.
  if (move === "relist" || move === "reopen") await assertOwnerVerified(tx, listing);
  const [moved] = await tx
    .update(listings)
    .set({ status: to, statusReason: reason, updatedAt: at })
    .where(and(eq(listings.id, listing.id), eq(listings.status, listing.status)))
    .returning({ id: listings.id });
  if (!moved) throw new Conflict("changed_meanwhile");
}
