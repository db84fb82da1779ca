import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { findListing, subjectOf } from "@/lib/listings/find";
import { listingRef } from "@/lib/listings/input";
import { canWrite } from "@/lib/listings/policy";
import { discardRevision as giveUp } from "@/lib/listings/revise";

/** Gives the revision up. */
export const discardRevision = command({
  name: "achievement.revision_discarded",
  input: listingRef,
  find: (tx, actor, { listingId }) => findListing(tx, actor, "achievement", listingId),
  allow: canWrite,
  async run({ tx, actor, subject: listing, event }) {
    await giveUp(tx, listing, { at: event.at, userId: userIdOf(actor) });
    return { result: { id: listing.id }, subjects: [subjectOf(listing)] };
  },
});
