import { command } from "@/lib/command";
import { findListing, subjectOf } from "@/lib/listings/find";
import { reasonInput } from "@/lib/listings/input";
import { changeStatus } from "@/lib/listings/move";
import { canSuspend } from "@/lib/listings/policy";

/** The bureau stops showing the record, with a reason that the owner reads (domain A7). */
export const suspend = command({
  name: "need.suspended",
  input: reasonInput,
  find: (tx, actor, { listingId }) => findListing(tx, actor, "need", listingId),
  allow: canSuspend,
  async run({ tx, subject: listing, input, event }) {
    await changeStatus(tx, listing, "suspend", { at: event.at, reason: input.reason ?? null });
    return { result: { id: listing.id }, subjects: [subjectOf(listing)] };
  },
});
