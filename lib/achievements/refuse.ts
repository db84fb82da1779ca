import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { refuseVersion } from "@/lib/listings/decide";
import { findUnderReview, subjectsOf } from "@/lib/listings/find";
import { refuseInput } from "@/lib/listings/input";
import { decideReview } from "@/lib/reviews/decide";
import { canReview } from "@/lib/reviews/policy";

/** The reviewer refuses the version for good; the author reads the reason. */
export const refuse = command({
  name: "achievement.refused",
  input: refuseInput,
  find: (tx, actor, { reviewId }) => findUnderReview(tx, actor, "achievement", reviewId),
  allow: canReview,
  async run({ tx, actor, subject: review, input, event }) {
    await decideReview(tx, actor, review, { decision: "refused", reason: input.reason, at: event.at });
    await refuseVersion(tx, review.listing, review.reviewedVersionId, input.reason, { at: event.at, userId: userIdOf(actor) });
    return { result: { id: review.listing.id, reviewId: review.id }, subjects: subjectsOf(review), facts: { round: review.round } };
  },
});
