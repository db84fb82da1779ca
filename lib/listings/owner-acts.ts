import type { Tx } from "@/db/client";
import { command } from "@/lib/command";
import { userIdOf, type Actor } from "@/lib/core/actor";
import { Conflict } from "@/lib/core/errors";
import { attachFile, removeFile } from "@/lib/files/attach";
import { answerRemark } from "@/lib/reviews/answer";
import { fileSubject } from "./copy";
import { holdForWriting } from "./draft";
import { findListing, subjectOf } from "./find";
import { answerInput, attachInput, fileRef, listingRef, withdrawInput } from "./input";
import { movingAct } from "./moving-act";
import { canWrite } from "./policy";
import { discardRevision, startRevision } from "./revise";
import { isEditable, type ListingKind } from "./states";
import { withdrawSubmission } from "./submit";

/** What an owner does with a record of either kind; each room gives them its own events. What the rooms ask differently is theirs: `draft`, `edit`, `submit`. */
export function ownerActs(kind: ListingKind) {
  const find = (tx: Tx, actor: Actor, { listingId }: { listingId: string }) => findListing(tx, actor, kind, listingId);
  return {
    /** Of one remark: changed accordingly, or why not. */
    answerRemark: command({
      name: `${kind}.remark_answered`,
      input: answerInput,
      find,
      allow: canWrite,
      async run({ tx, subject: listing, input, event }) {
        if (!isEditable(listing)) throw new Conflict("not_editable");
        const { reviewId } = await answerRemark(tx, subjectOf(listing), { remarkId: input.remarkId, status: input.status, answer: input.answer ?? null, at: event.at });
        return { result: { id: listing.id, remarkId: input.remarkId }, subjects: [subjectOf(listing), { kind: "review", id: reviewId }], facts: { status: input.status } };
      },
    }),

    /** To the version in work; what is public gets it with the approval. */
    attachFile: command({
      name: `${kind}.file_attached`,
      input: attachInput,
      find,
      allow: canWrite,
      async run({ tx, actor, subject: listing, input, event }) {
        const versionId = await holdForWriting(tx, listing, event.at);
        const { name, bytes, audience } = input;
        const owner = { organisationId: listing.organisationId, userId: userIdOf(actor) };
        const file = await attachFile(tx, { kind: fileSubject, id: versionId }, { name, bytes, audience, owner, event });
        return { result: { id: listing.id, ...file }, subjects: [subjectOf(listing)], facts: { fileId: file.fileId } };
      },
    }),

    /** From the version in work; earlier versions keep theirs. */
    removeFile: command({
      name: `${kind}.file_removed`,
      input: fileRef,
      find,
      allow: canWrite,
      async run({ tx, subject: listing, input, event }) {
        await removeFile(tx, { kind: fileSubject, id: await holdForWriting(tx, listing, event.at) }, input.fileId, event.at);
        return { result: { id: listing.id }, subjects: [subjectOf(listing)], facts: { fileId: input.fileId } };
      },
    }),

    /** Throws a first draft away; nobody but its owner ever saw it, and it can be brought back. */
    discard: movingAct(kind, "discard", { name: `${kind}.discarded` }),

    /** Brings a draft back that was thrown away. */
    recover: movingAct(kind, "recover", { name: `${kind}.recovered` }),

    /** Takes a submission back before it is decided. */
    withdrawSubmission: command({
      name: `${kind}.submission_withdrawn`,
      input: listingRef,
      find,
      allow: canWrite,
      async run({ tx, subject: listing, event }) {
        const { reviewId } = await withdrawSubmission(tx, listing, event.at);
        return { result: { id: listing.id }, subjects: [subjectOf(listing), { kind: "review", id: reviewId }] };
      },
    }),

    /** Opens a revision beside the public version, which stays as it is until the revision is approved. */
    revise: command({
      name: `${kind}.revision_started`,
      input: listingRef,
      find,
      allow: canWrite,
      async run({ tx, actor, subject: listing, event }) {
        await startRevision(tx, listing, { at: event.at, userId: userIdOf(actor) });
        return { result: { id: listing.id }, subjects: [subjectOf(listing)] };
      },
    }),

    /** Gives the revision up. */
    discardRevision: command({
      name: `${kind}.revision_discarded`,
      input: listingRef,
      find,
      allow: canWrite,
      async run({ tx, actor, subject: listing, event }) {
        await discardRevision(tx, listing, { at: event.at, userId: userIdOf(actor) });
        return { result: { id: listing.id }, subjects: [subjectOf(listing)] };
      },
    }),

    /** Takes the public record down; it can be shown again. */
    withdraw: movingAct(kind, "withdraw", { name: `${kind}.withdrawn`, input: withdrawInput }),

    /** Shows a record again that its owner had taken down. */
    relist: movingAct(kind, "relist", { name: `${kind}.relisted` }),
  };
}
