import { and, eq, inArray } from "drizzle-orm";
import { reviews } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { statesBefore } from "@/lib/core/transitions";
import { releaseInput } from "./input";
import { canRelease } from "./policy";
import { getReview } from "./queries";
import { reviewTransitions } from "./states";

/** Gives a claimed review back to the queue. */
export const release = command({
  name: "review.released",
  input: releaseInput,
  find: (tx, actor, { reviewId }) => getReview(tx, actor, reviewId),
  allow: canRelease,
  async run({ tx, subject }) {
    const [released] = await tx
      .update(reviews)
      .set({ status: "open", claimedBy: null, claimedAt: null })
      .where(and(eq(reviews.id, subject.id), inArray(reviews.status, statesBefore(reviewTransitions, "open"))))
      .returning({ id: reviews.id });
    if (!released) throw new Conflict(subject.status === "open" ? "review_not_claimed" : "review_decided");
    return { result: { reviewId: released.id }, subjects: [{ kind: "review", id: released.id }] };
  },
});
