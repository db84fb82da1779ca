import { command } from "@/lib/command";
import { findListing, subjectOf } from "@/lib/listings/find";
import { withdrawInput } from "@/lib/listings/input";
import { changeStatus } from "@/lib/listings/move";
import { canWrite } from "@/lib/listings/policy";

/** The owner closes a need: solved, or no longer wanted. */
export const close = command({
  name: "need.closed",
  input: withdrawInput,
  find: (tx, actor, { listingId }) => findListing(tx, actor, "need", listingId),
  allow: canWrite,
  async run({ tx, subject: listing, input, event }) {
    await changeStatus(tx, listing, "close", { at: event.at, reason: input.reason ?? null });
    return { result: { id: listing.id }, subjects: [subjectOf(listing)] };
  },
});
