import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { sendBackVersion } from "@/lib/listings/decide";
import { findUnderReview, subjectsOf } from "@/lib/listings/find";
import { sendBackInput } from "@/lib/listings/input";
import { decideReview } from "@/lib/reviews/decide";
import { canReview } from "@/lib/reviews/policy";

/** The reviewer sends the version back with at least one remark on a field. */
export const sendBack = command({
  name: "achievement.sent_back",
  input: sendBackInput,
  find: (tx, actor, { reviewId }) => findUnderReview(tx, actor, "achievement", reviewId),
  allow: canReview,
  async run({ tx, actor, subject: review, input, event }) {
    await decideReview(tx, actor, review, { decision: "sent_back", remarks: input.remarks, at: event.at });
    await sendBackVersion(tx, review.listing, review.reviewedVersionId, { at: event.at, userId: userIdOf(actor) });
    const fields = input.remarks.map((remark) => remark.field);
    return { result: { id: review.listing.id, reviewId: review.id }, subjects: subjectsOf(review), facts: { round: review.round, fields } };
  },
});
