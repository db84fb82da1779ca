import { command } from "@/lib/command";
import { findListing, subjectOf } from "@/lib/listings/find";
import { listingRef } from "@/lib/listings/input";
import { canWrite } from "@/lib/listings/policy";
import { withdrawSubmission as takeBack } from "@/lib/listings/submit";

/** The author takes a submission back before it is decided. */
export const withdrawSubmission = command({
  name: "need.submission_withdrawn",
  input: listingRef,
  find: (tx, actor, { listingId }) => findListing(tx, actor, "need", listingId),
  allow: canWrite,
  async run({ tx, subject: listing, event }) {
    const { reviewId } = await takeBack(tx, listing, event.at);
    return { result: { id: listing.id }, subjects: [subjectOf(listing), { kind: "review", id: reviewId }] };
  },
});
