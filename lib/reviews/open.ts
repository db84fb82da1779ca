import { and, count, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { reviews } from "@/db/schema";
import { Conflict } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { statesBefore } from "@/lib/core/transitions";
import { reviewDueOn } from "./queries";
import { reviewTransitions, type ReviewSubjectKind } from "./states";

export type NewReview = {
  subjectKind: ReviewSubjectKind;
  subjectId: string;
  versionId: string | null;
  title: string;
  organisationId: string | null;
  organisationName: string;
  coOwners?: string[];
  /** What the reviewer should look at first; null in the usual case. */
  attention?: string | null;
  at: Date;
};

/** Puts a version into the queue. A plain function for the room whose record is to be judged. */
export async function openReview(tx: Tx, { at, ...review }: NewReview): Promise<{ reviewId: string; dueOn: string; round: number }> {
  const [before] = await tx
    .select({ rounds: count() })
    .from(reviews)
    .where(and(eq(reviews.subjectKind, review.subjectKind), eq(reviews.subjectId, review.subjectId), inArray(reviews.status, ["approved", "sent_back", "refused"])));
  const reviewId = newId(at);
  const dueOn = await reviewDueOn(tx, at);
  const round = (before?.rounds ?? 0) + 1;
  await tx.insert(reviews).values({ ...review, id: reviewId, round, openedAt: at, dueOn });
  return { reviewId, dueOn, round };
}

/** Takes a record out of the queue because its author took it back. @throws Conflict when it was decided meanwhile */
export async function withdrawReview(tx: Tx, subjectKind: ReviewSubjectKind, subjectId: string, at: Date): Promise<string> {
  const [withdrawn] = await tx
    .update(reviews)
    .set({ status: "withdrawn", decidedAt: at })
    .where(and(eq(reviews.subjectKind, subjectKind), eq(reviews.subjectId, subjectId), inArray(reviews.status, statesBefore(reviewTransitions, "withdrawn"))))
    .returning({ id: reviews.id });
  if (!withdrawn) throw new Conflict("review_decided");
  return withdrawn.id;
}
