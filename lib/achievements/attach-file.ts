import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { Conflict } from "@/lib/core/errors";
import { attachFile as attach } from "@/lib/files/attach";
import { fileSubject } from "@/lib/listings/copy";
import { findListing, subjectOf } from "@/lib/listings/find";
import { attachInput } from "@/lib/listings/input";
import { canWrite } from "@/lib/listings/policy";
import { isEditable } from "@/lib/listings/states";

/** Attaches a file to the version in work; what is public gets it with the approval. */
export const attachFile = command({
  name: "achievement.file_attached",
  input: attachInput,
  find: (tx, actor, { listingId }) => findListing(tx, actor, "achievement", listingId),
  allow: canWrite,
  async run({ tx, actor, subject: listing, input, event }) {
    if (!isEditable(listing) || !listing.workingVersionId) throw new Conflict("not_editable");
    const { name, bytes, audience } = input;
    const file = await attach(tx, { kind: fileSubject, id: listing.workingVersionId }, { name, bytes, audience, userId: userIdOf(actor), at: event.at });
    return { result: { id: listing.id, ...file }, subjects: [subjectOf(listing)], facts: { fileId: file.fileId } };
  },
});
