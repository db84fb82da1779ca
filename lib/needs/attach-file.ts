import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { attachFile as attach } from "@/lib/files/attach";
import { fileSubject } from "@/lib/listings/copy";
import { holdForWriting } from "@/lib/listings/draft";
import { findListing, subjectOf } from "@/lib/listings/find";
import { attachInput } from "@/lib/listings/input";
import { canWrite } from "@/lib/listings/policy";

/** Attaches a file to the version in work; what is public gets it with the approval. */
export const attachFile = command({
  name: "need.file_attached",
  input: attachInput,
  find: (tx, actor, { listingId }) => findListing(tx, actor, "need", listingId),
  allow: canWrite,
  async run({ tx, actor, subject: listing, input, event }) {
    const versionId = await holdForWriting(tx, listing, event.at);
    const { name, bytes, audience } = input;
    const file = await attach(tx, { kind: fileSubject, id: versionId }, { name, bytes, audience, owner: { organisationId: listing.organisationId, userId: userIdOf(actor) }, event });
    return { result: { id: listing.id, ...file }, subjects: [subjectOf(listing)], facts: { fileId: file.fileId } };
  },
});
