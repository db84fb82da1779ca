import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { removeFile as remove } from "@/lib/files/attach";
import { fileSubject } from "@/lib/listings/copy";
import { findListing, subjectOf } from "@/lib/listings/find";
import { fileRef } from "@/lib/listings/input";
import { canWrite } from "@/lib/listings/policy";
import { isEditable } from "@/lib/listings/states";

/** Takes an attachment off the version in work; earlier versions keep theirs. */
export const removeFile = command({
  name: "need.file_removed",
  input: fileRef,
  find: (tx, actor, { listingId }) => findListing(tx, actor, "need", listingId),
  allow: canWrite,
  async run({ tx, subject: listing, input, event }) {
    if (!isEditable(listing) || !listing.workingVersionId) throw new Conflict("not_editable");
    await remove(tx, { kind: fileSubject, id: listing.workingVersionId }, input.fileId, event.at);
    return { result: { id: listing.id }, subjects: [subjectOf(listing)], facts: { fileId: input.fileId } };
  },
});
