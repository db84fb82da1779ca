import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { publishVersion } from "@/lib/listings/decide";
import { findUnderReview, subjectsOf } from "@/lib/listings/find";
import { reviewRef } from "@/lib/listings/input";
import { decideReview } from "@/lib/reviews/decide";
import { canReview } from "@/lib/reviews/policy";

/** The reviewer lets the version pass; it becomes the public one in the same transaction. */
export const approve = command({
  name: "achievement.approved",
  input: reviewRef,
  find: (tx, actor, { reviewId }) => findUnderReview(tx, actor, "achievement", reviewId),
  allow: canReview,
  async run({ tx, actor, subject: review, event }) {
    await decideReview(tx, actor, review, { decision: "approved", at: event.at });
    await publishVersion(tx, review.listing, review.reviewedVersionId, { at: event.at, userId: userIdOf(actor) });
    return { result: { id: review.listing.id, reviewId: review.id }, subjects: subjectsOf(review), facts: { round: review.round } };
  },
});
