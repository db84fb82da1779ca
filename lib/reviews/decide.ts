import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { reviewRemarks, reviews, users } from "@/db/schema";
import { userIdOf, type Actor } from "@/lib/core/actor";
import { Conflict } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { statesBefore } from "@/lib/core/transitions";
import type { Review } from "./queries";
import { reviewTransitions } from "./states";

export type Decision = {
  decision: "approved" | "sent_back" | "refused";
  remarks?: { field: string; text: string }[];
  reason?: string | null;
  at: Date;
};

/** Writes the judgement down. What it means for the record is the business of the room that asked for it. */
export async function decideReview(tx: Tx, actor: Actor, review: Review, { decision, remarks = [], reason = null, at }: Decision): Promise<void> {
  const reviewer = userIdOf(actor);
  const [decided] = await tx
    .update(reviews)
    .set({ status: decision, decidedBy: reviewer, decidedAt: at, reason })
    .where(and(eq(reviews.id, review.id), inArray(reviews.status, statesBefore(reviewTransitions, decision)), reviewer ? eq(reviews.claimedBy, reviewer) : undefined))
    .returning({ id: reviews.id });
  if (!decided) throw await notInHand(tx, review.id);
  // Of a sending back that was taken back: what counts is said anew.
  await tx.delete(reviewRemarks).where(eq(reviewRemarks.reviewId, review.id));
  if (remarks.length > 0) await tx.insert(reviewRemarks).values(remarks.map(({ field, text }) => ({ id: newId(at), reviewId: review.id, field, text })));
}

async function notInHand(tx: Tx, id: string): Promise<Conflict> {
  const [now] = await tx.select({ status: reviews.status, who: users.name }).from(reviews).leftJoin(users, eq(users.id, reviews.claimedBy)).where(eq(reviews.id, id));
  if (now?.status === "claimed") return new Conflict("review_held", { who: now.who ?? "" });
  if (now?.status === "withdrawn") return new Conflict("review_withdrawn");
  return new Conflict(now?.status === "open" ? "review_not_claimed" : "review_decided");
}
