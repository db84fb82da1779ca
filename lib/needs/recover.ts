import { command } from "@/lib/command";
import { findListing, subjectOf } from "@/lib/listings/find";
import { listingRef } from "@/lib/listings/input";
import { changeStatus } from "@/lib/listings/move";
import { canWrite } from "@/lib/listings/policy";

/** Brings a draft back that was thrown away. */
export const recover = command({
  name: "need.recovered",
  input: listingRef,
  find: (tx, actor, { listingId }) => findListing(tx, actor, "need", listingId),
  allow: canWrite,
  async run({ tx, subject: listing, event }) {
    await changeStatus(tx, listing, "recover", { at: event.at });
    return { result: { id: listing.id }, subjects: [subjectOf(listing)] };
  },
});
