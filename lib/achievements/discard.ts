import { command } from "@/lib/command";
import { findListing, subjectOf } from "@/lib/listings/find";
import { listingRef } from "@/lib/listings/input";
import { changeStatus } from "@/lib/listings/move";
import { canWrite } from "@/lib/listings/policy";

/** Throws a first draft away; nobody but its owner ever saw it, and it can be brought back. */
export const discard = command({
  name: "achievement.discarded",
  input: listingRef,
  find: (tx, actor, { listingId }) => findListing(tx, actor, "achievement", listingId),
  allow: canWrite,
  async run({ tx, subject: listing, event }) {
    await changeStatus(tx, listing, "discard", { at: event.at });
    return { result: { id: listing.id }, subjects: [subjectOf(listing)] };
  },
});
