import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { findListing, subjectOf } from "@/lib/listings/find";
import { answerInput } from "@/lib/listings/input";
import { canWrite } from "@/lib/listings/policy";
import { isEditable } from "@/lib/listings/states";
import { answerRemark as answer } from "@/lib/reviews/answer";

/** The author says of one remark: changed accordingly, or why not. */
export const answerRemark = command({
  name: "achievement.remark_answered",
  input: answerInput,
  find: (tx, actor, { listingId }) => findListing(tx, actor, "achievement", listingId),
  allow: canWrite,
  async run({ tx, subject: listing, input, event }) {
    if (!isEditable(listing)) throw new Conflict("not_editable");
    const { reviewId } = await answer(tx, subjectOf(listing), { remarkId: input.remarkId, status: input.status, answer: input.answer ?? null, at: event.at });
    return { result: { id: listing.id, remarkId: input.remarkId }, subjects: [subjectOf(listing), { kind: "review", id: reviewId }], facts: { status: input.status } };
  },
});
