import { command } from "@/lib/command";
import { findUnderReview, subjectsOf } from "@/lib/listings/find";
import { reviewRef } from "@/lib/listings/input";
import { recallVersion } from "@/lib/listings/reconsider";
import { canUndoDecision } from "@/lib/reviews/policy";
import { undoReturn } from "@/lib/reviews/undo";

/** For ten minutes, and until the author has begun, a reviewer can take a sending back: the version is under review again, the remarks are in hand again. */
export const undoNeedReturn = command({
  name: "need.return_undone",
  input: reviewRef,
  find: (tx, actor, { reviewId }) => findUnderReview(tx, actor, "need", reviewId),
  allow: canUndoDecision,
  async run({ tx, actor, subject: review, event }) {
    await undoReturn(tx, actor, review, event.at);
    await recallVersion(tx, review.listing, review.reviewedVersionId, event.at);
    return { result: { id: review.listing.id, reviewId: review.id }, subjects: subjectsOf(review), facts: { round: review.round } };
  },
});
