import { command } from "@/lib/command";
import { findUnderReview, subjectsOf } from "@/lib/listings/find";
import { reviewRef } from "@/lib/listings/input";
import { reconsiderVersion } from "@/lib/listings/reconsider";
import { canClaim } from "@/lib/reviews/policy";
import { undoRefusal } from "@/lib/reviews/undo";

/** A refusal is taken back, by whichever reviewer sees that it was wrong: the version is under review again, in their hands. Nothing becomes public by that. */
export const undoAchievementRefusal = command({
  name: "achievement.refusal_undone",
  input: reviewRef,
  find: (tx, actor, { reviewId }) => findUnderReview(tx, actor, "achievement", reviewId),
  allow: canClaim,
  async run({ tx, actor, subject: review, event }) {
    await undoRefusal(tx, actor, review, event.at);
    await reconsiderVersion(tx, review.listing, review.reviewedVersionId, event.at);
    return { result: { id: review.listing.id, reviewId: review.id }, subjects: subjectsOf(review), facts: { round: review.round } };
  },
});
