import { command } from "@/lib/command";
import { findListing, subjectOf } from "@/lib/listings/find";
import { withdrawInput } from "@/lib/listings/input";
import { changeStatus } from "@/lib/listings/move";
import { canWrite } from "@/lib/listings/policy";

/** Takes the public record down; it can be shown again. */
export const withdraw = command({
  name: "need.withdrawn",
  input: withdrawInput,
  find: (tx, actor, { listingId }) => findListing(tx, actor, "need", listingId),
  allow: canWrite,
  async run({ tx, subject: listing, input, event }) {
    await changeStatus(tx, listing, "withdraw", { at: event.at, reason: input.reason ?? null });
    return { result: { id: listing.id }, subjects: [subjectOf(listing)] };
  },
});
