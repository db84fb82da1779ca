import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { saveVersion } from "@/lib/listings/draft";
import { findListing, subjectOf } from "@/lib/listings/find";
import { canWrite } from "@/lib/listings/policy";
import { editNeedInput } from "./input";

/** Saves the text in work. Saves of one open editor are one event (domain A5, events). */
export const edit = command({
  name: "need.edited",
  input: editNeedInput,
  find: (tx, actor, { listingId }) => findListing(tx, actor, "need", listingId),
  allow: canWrite,
  async run({ tx, actor, subject: listing, input, event }) {
    const { lock, continues } = await saveVersion(tx, "need", listing, input, { userId: userIdOf(actor), at: event.at });
    return { result: { lock, savedAt: event.at.toISOString() }, subjects: [subjectOf(listing)], continues };
  },
});
