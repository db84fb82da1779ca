import { and, desc, eq, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { reviews } from "@/db/schema";
import { userIdOf, type Actor } from "@/lib/core/actor";
import { Conflict } from "@/lib/core/errors";
import { isUndoable, undoMinutes } from "./policy";
import type { Review } from "./queries";

/**
 * Takes an approval back into the hands of the reviewer who gave it: decided is what nobody has decided again.
 * @throws Conflict `approval_settled` when the ten minutes are over
 */
export async function undoApproval(tx: Tx, actor: Actor, review: Review, at: Date): Promise<void> {
  if (!isUndoable(review, at)) throw new Conflict("approval_settled", { minutes: undoMinutes });
  const reviewer = userIdOf(actor);
  const [undone] = await tx
    .update(reviews)
    .set({ status: "claimed", claimedBy: reviewer, claimedAt: at, decidedBy: null, decidedAt: null })
    .where(and(eq(reviews.id, review.id), eq(reviews.status, "approved"), reviewer ? eq(reviews.decidedBy, reviewer) : undefined))
    .returning({ id: reviews.id });
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
