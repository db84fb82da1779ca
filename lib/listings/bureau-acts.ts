import type { Tx } from "@/db/client";
import { command } from "@/lib/command";
import { userIdOf, type Actor } from "@/lib/core/actor";
import type { Facts } from "@/lib/events/record";
import { decideReview } from "@/lib/reviews/decide";
import { canClaim, canReview, canUndoDecision } from "@/lib/reviews/policy";
import { approvedBefore, undoApproval, undoRefusal, undoReturn } from "@/lib/reviews/undo";
import { publishVersion, refuseVersion, sendBackVersion, unpublishVersion } from "./decide";
import { findUnderReview, subjectsOf, type UnderReview } from "./find";
import { reasonInput, refuseInput, reviewRef, sendBackInput } from "./input";
import { movingAct } from "./moving-act";
import { canSuspend } from "./policy";
import { recallVersion, reconsiderVersion } from "./reconsider";
import type { ListingKind } from "./states";

/** What every act of a reviewer leaves behind. */
const done = (review: UnderReview, facts: Facts = {}) => ({ result: { id: review.listing.id, reviewId: review.id }, subjects: subjectsOf(review), facts: { round: review.round, ...facts } });

/** What the bureau does with a record of either kind; each room gives them its own events. */
export function bureauActs(kind: ListingKind) {
  const find = (tx: Tx, actor: Actor, { reviewId }: { reviewId: string }) => findUnderReview(tx, actor, kind, reviewId);
  return {
    /** Lets the version pass; it becomes the public one in the same transaction. */
    approve: command({
      name: `${kind}.approved`,
      input: reviewRef,
      find,
      allow: canReview,
      async run({ tx, actor, subject: review, event }) {
        await decideReview(tx, actor, review, { decision: "approved", at: event.at });
        await publishVersion(tx, review.listing, review.reviewedVersionId, { at: event.at, userId: userIdOf(actor) });
        return done(review);
      },
    }),

    /** Sends the version back with at least one remark on a field. */
    sendBack: command({
      name: `${kind}.sent_back`,
      input: sendBackInput,
      find,
      allow: canReview,
      async run({ tx, actor, subject: review, input, event }) {
        await decideReview(tx, actor, review, { decision: "sent_back", remarks: input.remarks, at: event.at });
        await sendBackVersion(tx, review.listing, review.reviewedVersionId, { at: event.at, userId: userIdOf(actor) });
        return done(review, { fields: input.remarks.map((remark) => remark.field) });
      },
    }),

    /** Refuses the version for good; the author reads the reason. */
    refuse: command({
      name: `${kind}.refused`,
      input: refuseInput,
      find,
      allow: canReview,
      async run({ tx, actor, subject: review, input, event }) {
        await decideReview(tx, actor, review, { decision: "refused", reason: input.reason, at: event.at });
        await refuseVersion(tx, review.listing, review.reviewedVersionId, input.reason, { at: event.at, userId: userIdOf(actor) });
        return done(review);
      },
    }),

    /** For ten minutes a reviewer can take an approval back: what was public before is public again, the review is in hand again. */
    undoApproval: command({
      name: `${kind}.approval_undone`,
      input: reviewRef,
      find,
      allow: canUndoDecision,
      async run({ tx, actor, subject: review, event }) {
        await undoApproval(tx, actor, review, event.at);
        await unpublishVersion(tx, review.listing, review.reviewedVersionId, await approvedBefore(tx, review), event.at);
        return done(review);
      },
    }),

    /** For ten minutes, and until the author has begun, a reviewer can take a sending back: the version is under review again, the remarks are in hand again. */
    undoReturn: command({
      name: `${kind}.return_undone`,
      input: reviewRef,
      find,
      allow: canUndoDecision,
      async run({ tx, actor, subject: review, event }) {
        await undoReturn(tx, actor, review, event.at);
        await recallVersion(tx, review.listing, review.reviewedVersionId, event.at);
        return done(review);
      },
    }),

    /** A refusal is taken back, by whichever reviewer sees that it was wrong: the version is under review again, in their hands. Nothing becomes public by that. */
    undoRefusal: command({
      name: `${kind}.refusal_undone`,
      input: reviewRef,
      find,
      allow: canClaim,
      async run({ tx, actor, subject: review, event }) {
        await undoRefusal(tx, actor, review, event.at);
        await reconsiderVersion(tx, review.listing, review.reviewedVersionId, event.at);
        return done(review);
      },
    }),

    /** Stops showing the record, with a reason that the owner reads (domain A7). */
    suspend: movingAct(kind, "suspend", { name: `${kind}.suspended`, allow: canSuspend, input: reasonInput }),

    /** Shows a suspended record again. */
    restore: movingAct(kind, "restore", { name: `${kind}.restored`, allow: canSuspend }),
  };
}
