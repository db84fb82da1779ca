import { and, desc, eq, ne, sql, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { reviewRemarks, reviews } from "@/db/schema";
import { userIdOf, type Actor } from "@/lib/core/actor";
import { Conflict } from "@/lib/core/errors";
import { isUndoable } from "./policy";
import { undoMinutesAt, type Review } from "./queries";

/**
 * Takes an approval back into the hands of the reviewer who gave it: decided is what nobody has decided again.
 * @throws Conflict `approval_settled` when its minutes are over
 */
export async function undoApproval(tx: Tx, actor: Actor, review: Review, at: Date): Promise<void> {
  const minutes = await undoMinutesAt(tx, at);
  if (!isUndoable(review, at, minutes)) throw new Conflict("approval_settled", { minutes });
  const reviewer = userIdOf(actor);
  const [undone] = await tx
    .update(reviews)
    .set({ status: "claimed", claimedBy: reviewer, claimedAt: at, decidedBy: null, decidedAt: null })
    .where(and(eq(reviews.id, review.id), eq(reviews.status, "approved"), reviewer ? eq(reviews.decidedBy, reviewer) : undefined))
    .returning({ id: reviews.id });
  if (!undone) throw new Conflict("changed_meanwhile");
}

/** A later review of the same record has been opened. */
function isFollowed(review: Review): SQL {
  return sql`exists (select 1 from reviews n where n.subject_kind = ${review.subjectKind} and n.subject_id = ${review.subjectId} and n.opened_at > ${review.openedAt.toISOString()}::timestamptz)`;
}

/**
 * Takes a sending back into the hands of the reviewer who did it. The remarks stay with the review: only the bureau reads
 * them there, and the next decision puts its own in their place.
 * @throws Conflict `return_settled` when its minutes are over, `return_answered` when the author has answered a remark
 */
export async function undoReturn(tx: Tx, actor: Actor, review: Review, at: Date): Promise<void> {
  const minutes = await undoMinutesAt(tx, at);
  if (!isUndoable(review, at, minutes)) throw new Conflict("return_settled", { minutes });
  const reviewer = userIdOf(actor);
  const [undone] = await tx
    .update(reviews)
    .set({ status: "claimed", claimedBy: reviewer, claimedAt: at, decidedBy: null, decidedAt: null })
    .where(and(eq(reviews.id, review.id), eq(reviews.status, "sent_back"), reviewer ? eq(reviews.decidedBy, reviewer) : undefined, sql`not ${isFollowed(review)}`))
    .returning({ id: reviews.id });
  if (!undone) throw new Conflict("changed_meanwhile");
  const answered = await tx.$count(reviewRemarks, and(eq(reviewRemarks.reviewId, review.id), ne(reviewRemarks.status, "open")));
  if (answered > 0) throw new Conflict("return_answered");
}

/**
 * Takes a refusal back into the hands of the reviewer who sees that it was wrong; there is no hurry, nothing was public.
 * @throws Conflict when it is no refusal (any more), or not the last word on the record
 */
export async function undoRefusal(tx: Tx, actor: Actor, review: Review, at: Date): Promise<void> {
  const [undone] = await tx.update(reviews).set({ status: "claimed", claimedBy: userIdOf(actor), claimedAt: at, decidedBy: null, decidedAt: null, reason: null })
    .where(and(eq(reviews.id, review.id), eq(reviews.status, "refused"), sql`not ${isFollowed(review)}`)).returning({ id: reviews.id });
  if (!undone) throw new Conflict("changed_meanwhile");
}

/** The version that an earlier review of the same record let pass; null when this was the first. */
export async function approvedBefore(tx: Tx, review: Pick<Review, "id" | "subjectKind" | "subjectId">): Promise<string | null> {
  const [before] = await tx
    .select({ versionId: reviews.versionId })
    .from(reviews)
    .where(and(eq(reviews.subjectKind, review.subjectKind), eq(reviews.subjectId, review.subjectId), eq(reviews.status, "approved"), ne(reviews.id, review.id)))
    .orderBy(desc(reviews.decidedAt))
    .limit(1);
  return before?.versionId ?? null;
}
