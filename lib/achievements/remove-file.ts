import { command } from "@/lib/command";
import { removeFile as remove } from "@/lib/files/attach";
import { fileSubject } from "@/lib/listings/copy";
import { holdForWriting } from "@/lib/listings/draft";
import { findListing, subjectOf } from "@/lib/listings/find";
import { fileRef } from "@/lib/listings/input";
import { canWrite } from "@/lib/listings/policy";

/** Takes an attachment off the version in work; earlier versions keep theirs. */
export const removeFile = command({
  name: "achievement.file_removed",
  input: fileRef,
  find: (tx, actor, { listingId }) => findListing(tx, actor, "achievement", listingId),
  allow: canWrite,
  async run({ tx, subject: listing, input, event }) {
    await remove(tx, { kind: fileSubject, id: await holdForWriting(tx, listing, event.at) }, input.fileId, event.at);
    return { result: { id: listing.id }, subjects: [subjectOf(listing)], facts: { fileId: input.fileId } };
  },
});
