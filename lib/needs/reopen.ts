import { command } from "@/lib/command";
import { findListing, subjectOf } from "@/lib/listings/find";
import { listingRef } from "@/lib/listings/input";
import { changeStatus } from "@/lib/listings/move";
import { canWrite } from "@/lib/listings/policy";

/** The owner opens a closed need again. */
export const reopen = command({
  name: "need.reopened",
  input: listingRef,
  find: (tx, actor, { listingId }) => findListing(tx, actor, "need", listingId),
  allow: canWrite,
  async run({ tx, subject: listing, event }) {
    await changeStatus(tx, listing, "reopen", { at: event.at });
    return { result: { id: listing.id }, subjects: [subjectOf(listing)] };
  },
});
