import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { findListing, subjectOf } from "@/lib/listings/find";
import { listingRef } from "@/lib/listings/input";
import { canWrite } from "@/lib/listings/policy";
import { startRevision } from "@/lib/listings/revise";

/** Opens a revision beside the public version, which stays as it is until the revision is approved. */
export const revise = command({
  name: "need.revision_started",
  input: listingRef,
  find: (tx, actor, { listingId }) => findListing(tx, actor, "need", listingId),
  allow: canWrite,
  async run({ tx, actor, subject: listing, event }) {
    await startRevision(tx, listing, { at: event.at, userId: userIdOf(actor) });
    return { result: { id: listing.id }, subjects: [subjectOf(listing)] };
  },
});
