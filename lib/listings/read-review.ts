import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import type { FileView } from "@/lib/files/queries";
import { getReview, remarksInHand, remarksOf, reviewsOf, type Remark, type Review } from "@/lib/reviews/queries";
import type { ContentOf } from "./content";
import type { Version } from "./find";
import { versionBefore } from "./queries";
import { readVersion } from "./read";
import { changedFields } from "./rules";
import type { ListingKind } from "./states";

/** The version under review beside the one decided on before it. */
export type Reviewed<K extends ListingKind> = {
  kind: K; version: Version; content: ContentOf[K]; files: FileView[];
  before: ContentOf[K] | null; changed: string[];
};
export type ReviewSubject = {
  review: Review; holder: string | null;
  /** Null for a review of something else than a listing. */
  listing: Reviewed<"achievement"> | Reviewed<"need"> | null;
  /** Of earlier rounds, with the author's answers. */
  remarks: Remark[];
  /** By field, what this review says already because its sending back was taken back. */
  written: Record<string, string>;
  rounds: Awaited<ReturnType<typeof reviewsOf>>;
};

/** Everything a reviewer judges by. @throws NotFound outside the bureau */
export async function readUnderReview(actor: Actor, reviewId: string): Promise<ReviewSubject> {
  const review = await getReview(db(), actor, reviewId);
  const holderId = review.decidedBy ?? review.claimedBy;
  const [holder] = holderId ? await db().select({ name: users.name }).from(users).where(eq(users.id, holderId)) : [];
  const [remarks, written, rounds] = await Promise.all([remarksOf(db(), review.subjectKind, review.subjectId), remarksInHand(db(), review.id), reviewsOf(db(), review.subjectKind, review.subjectId)]);
  const isListing = review.subjectKind === "achievement" || review.subjectKind === "need";
  const listing = !isListing || !review.versionId ? null : review.subjectKind === "achievement" ? await reviewed("achievement", review.subjectId, review.versionId) : await reviewed("need", review.subjectId, review.versionId);
  return { review, holder: holder?.name ?? null, listing, remarks, written, rounds };
}

async function reviewed<K extends ListingKind>(kind: K, listingId: string, versionId: string): Promise<Reviewed<K>> {
  const after = await readVersion(db(), kind, versionId);
  const beforeId = await versionBefore(db(), listingId, versionId);
  const before = beforeId ? (await readVersion(db(), kind, beforeId)).content : null;
  return { kind, ...after, before, changed: before ? changedFields(before, after.content) : [] };
}
