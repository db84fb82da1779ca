import { command } from "@/lib/command";
import { findListing, subjectOf } from "@/lib/listings/find";
import { listingRef } from "@/lib/listings/input";
import { changeStatus } from "@/lib/listings/move";
import { canSuspend } from "@/lib/listings/policy";

/** The bureau shows a suspended record again. */
export const restore = command({
  name: "need.restored",
  input: listingRef,
  find: (tx, actor, { listingId }) => findListing(tx, actor, "need", listingId),
  allow: canSuspend,
  async run({ tx, subject: listing, event }) {
    await changeStatus(tx, listing, "restore", { at: event.at });
    return { result: { id: listing.id }, subjects: [subjectOf(listing)] };
  },
});
