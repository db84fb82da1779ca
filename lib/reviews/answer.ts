import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { reviewRemarks, reviews } from "@/db/schema";
import { Conflict, Invalid, NotFound } from "@/lib/core/errors";
import type { ReviewSubjectKind } from "./states";

type Answer = { remarkId: string; status: "changed" | "explained"; answer: string | null; at: Date };

/**
 * The author's answer to one remark; an explanation needs words. A later answer replaces an earlier one. The review is locked: while its
 * sending back is being taken back, nothing is answered that nobody would read.
 */
export async function answerRemark(tx: Tx, subject: { kind: ReviewSubjectKind; id: string }, { remarkId, status, answer, at }: Answer): Promise<{ reviewId: string }> {
  if (status === "explained" && !answer) throw new Invalid({ answer: { code: "required" } });
  const [remark] = await tx
    .select({ id: reviewRemarks.id, reviewId: reviews.id, reviewStatus: reviews.status })
    .from(reviewRemarks)
    .innerJoin(reviews, eq(reviews.id, reviewRemarks.reviewId))
    .where(and(eq(reviewRemarks.id, remarkId), eq(reviews.subjectKind, subject.kind), eq(reviews.subjectId, subject.id)))
    .for("update", { of: reviews });
  if (!remark) throw new NotFound();
  if (remark.reviewStatus !== "sent_back") throw new Conflict("review_decided");
  await tx.update(reviewRemarks).set({ status, answer, answeredAt: at }).where(eq(reviewRemarks.id, remark.id));
  return { reviewId: remark.reviewId };
}
