import type { Tx } from "@/db/client";
import { command } from "@/lib/command";
import { userIdOf, type Actor } from "@/lib/core/actor";
import { decideReview } from "@/lib/reviews/decide";
import { canClaim, canReview, canUndoDecision } from "@/lib/reviews/policy";
import { approvedBefore, undoApproval, undoRefusal, undoReturn } from "@/lib/reviews/undo";
import { publishVersion, refuseVersion, sendBackVersion, unpublishVersion } from "./decide";
import { findListing, findUnderReview, subjectOf, subjectsOf } from "./find";
import { listingRef, reasonInput, refuseInput, reviewRef, sendBackInput } from "./input";
import { changeStatus } from "./move";
import { canSuspend } from "./policy";
import { recallVersion, reconsiderVersion } from "./reconsider";
import type { ListingKind } from "./states";

/** What the bureau does with a record of either kind; each room gives them its own events. */
export function bureauActs(kind: ListingKind) {
  const find = (tx: Tx, actor: Actor, { listingId }: { listingId: string }) => findListing(tx, actor, kind, listingId);
  const findReviewed = (tx: Tx, actor: Actor, { reviewId }: { reviewId: string }) => findUnderReview(tx, actor, kind, reviewId);
  return {
    /** Lets the version pass; it becomes the public one in the same transaction. */
    approve: command({
      name: `${kind}.approved`,
      input: reviewRef,
      find: findReviewed,
      allow: canReview,
      async run({ tx, actor, subject: review, event }) {
        await decideReview(tx, actor, review, { decision: "approved", at: event.at });
        await publishVersion(tx, review.listing, review.reviewedVersionId, { at: event.at, userId: userIdOf(actor) });
        return { result: { id: review.listing.id, reviewId: review.id }, subjects: subjectsOf(review), facts: { round: review.round } };
      },
    }),

    /** Sends the version back with at least one remark on a field. */
    sendBack: command({
      name: `${kind}.sent_back`,
      input: sendBackInput,
      find: findReviewed,
      allow: canReview,
      async run({ tx, actor, subject: review, input, event }) {
        await decideReview(tx, actor, review, { decision: "sent_back", remarks: input.remarks, at: event.at });
        await sendBackVersion(tx, review.listing, review.reviewedVersionId, { at: event.at, userId: userIdOf(actor) });
        const fields = input.remarks.map((remark) => remark.field);
        return { result: { id: review.listing.id, reviewId: review.id }, subjects: subjectsOf(review), facts: { round: review.round, fields } };
      },
    }),

    /** Refuses the version for good; the author reads the reason. */
    refuse: command({
      name: `${kind}.refused`,
      input: refuseInput,
      find: findReviewed,
      allow: canReview,
      async run({ tx, actor, subject: review, input, event }) {
        await decideReview(tx, actor, review, { decision: "refused", reason: input.reason, at: event.at });
        await refuseVersion(tx, review.listing, review.reviewedVersionId, input.reason, { at: event.at, userId: userIdOf(actor) });
        return { result: { id: review.listing.id, reviewId: review.id }, subjects: subjectsOf(review), facts: { round: review.round } };
      },
    }),

    /** For ten minutes a reviewer can take an approval back: what was public before is public again, the review is in hand again. */
    undoApproval: command({
      name: `${kind}.approval_undone`,
      input: reviewRef,
      find: findReviewed,
      allow: canUndoDecision,
      async run({ tx, actor, subject: review, event }) {
        await undoApproval(tx, actor, review, event.at);
        await unpublishVersion(tx, review.listing, review.reviewedVersionId, await approvedBefore(tx, review), event.at);
        return { result: { id: review.listing.id, reviewId: review.id }, subjects: subjectsOf(review), facts: { round: review.round } };
      },
    }),

    /** For ten minutes, and until the author has begun, a reviewer can take a sending back: the version is under review again, the remarks are in hand again. */
    undoReturn: command({
      name: `${kind}.return_undone`,
      input: reviewRef,
      find: findReviewed,
      allow: canUndoDecision,
      async run({ tx, actor, subject: review, event }) {
        await undoReturn(tx, actor, review, event.at);
        await recallVersion(tx, review.listing, review.reviewedVersionId, event.at);
        return { result: { id: review.listing.id, reviewId: review.id }, subjects: subjectsOf(review), facts: { round: review.round } };
      },
    }),

    /** A refusal is taken back, by whichever reviewer sees that it was wrong: the version is under review again, in their hands. Nothing becomes public by that. */
    undoRefusal: command({
      name: `${kind}.refusal_undone`,
      input: reviewRef,
      find: findReviewed,
      allow: canClaim,
      async run({ tx, actor, subject: review, event }) {
        await undoRefusal(tx, actor, review, event.at);
        await reconsiderVersion(tx, review.listing, review.reviewedVersionId, event.at);
        return { result: { id: review.listing.id, reviewId: review.id }, subjects: subjectsOf(review), facts: { round: review.round } };
      },
    }),

    /** Stops showing the record, with a reason that the owner reads (domain A7). */
    suspend: command({
      name: `${kind}.suspended`,
      input: reasonInput,
      find,
      allow: canSuspend,
      async run({ tx, subject: listing, input, event }) {
        await changeStatus(tx, listing, "suspend", { at: event.at, reason: input.reason ?? null });
        return { result: { id: listing.id }, subjects: [subjectOf(listing)] };
      },
    }),

    /** Shows a suspended record again. */
    restore: command({
      name: `${kind}.restored`,
      input: listingRef,
      find,
      allow: canSuspend,
      async run({ tx, subject: listing, event }) {
        await changeStatus(tx, listing, "restore", { at: event.at });
        return { result: { id: listing.id }, subjects: [subjectOf(listing)] };
      },
    }),
  };
}
