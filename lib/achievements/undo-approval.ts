import { command } from "@/lib/command";
import { unpublishVersion } from "@/lib/listings/decide";
import { findUnderReview, subjectsOf } from "@/lib/listings/find";
import { reviewRef } from "@/lib/listings/input";
import { canUndoDecision } from "@/lib/reviews/policy";
import { approvedBefore, undoApproval } from "@/lib/reviews/undo";

/** For ten minutes a reviewer can take an approval back: what was public before is public again, the review is in hand again. */
export const undoAchievementApproval = command({
  name: "achievement.approval_undone",
  input: reviewRef,
  find: (tx, actor, { reviewId }) => findUnderReview(tx, actor, "achievement", reviewId),
  allow: canUndoDecision,
  async run({ tx, actor, subject: review, event }) {
    await undoApproval(tx, actor, review, event.at);
    await unpublishVersion(tx, review.listing, review.reviewedVersionId, await approvedBefore(tx, review), event.at);
    return { result: { id: review.listing.id, reviewId: review.id }, subjects: subjectsOf(review), facts: { round: review.round } };
  },
});
