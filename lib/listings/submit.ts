import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { listings, listingVersions } from "@/db/schema";
import { Conflict, Invalid } from "@/lib/core/errors";
import { todayInHarbin } from "@/lib/core/dates";
import { openRemarks } from "@/lib/reviews/queries";
import { openReview, withdrawReview } from "@/lib/reviews/open";
import { findVersion, type ListingSubject } from "./find";
import { canMove, canMoveRevision } from "./states";
import { statementProblems, type Problems } from "./rules";

type Submission = {
  title: string;
  coOwners?: string[];
  /** What the room's own rules found missing or wrong. */
  problems: Problems;
  classified: "yes" | "no";
  lock?: number | undefined;
  userId: string | null;
  at: Date;
};

/**
 * Hands the version in work to the reviewers. What is classified must not be here at all; an export-control answer
 * other than "no" is brought to the reviewer's attention.
 * @throws Invalid with every open item, Conflict in the wrong state or when somebody saved meanwhile
 */
export async function submitVersion(tx: Tx, listing: ListingSubject, { title, coOwners = [], problems, classified, lock, userId, at }: Submission): Promise<{ reviewId: string; dueOn: string }> {
  const first = listing.status === "draft" || listing.status === "sent_back";
  if (first ? !canMove(listing.status, "pending") : !canMoveRevision(listing.revision, "pending")) throw new Conflict("not_submittable");
  if (!listing.organisation.verified || listing.organisation.suspended) throw new Conflict("organisation_unverified");
  if (classified === "yes") throw new Invalid({ classified: { code: "classified" } });
  const version = await findVersion(tx, listing.workingVersionId);
  if (lock !== undefined && version.lock !== lock) throw new Conflict("changed_since_check");
  const all = { ...problems, ...statementProblems(version, todayInHarbin(at)) };
  const unanswered = await openRemarks(tx, listing.kind, listing.id);
  if (unanswered.length > 0) all.remarks = { code: "remarks_unanswered", values: { count: unanswered.length } };
  if (Object.keys(all).length > 0) throw new Invalid(all);

  const [moved] = await tx
    .update(listings)
    .set({ ...(first ? { status: "pending" as const } : { revision: "pending" as const }), updatedAt: at })
    .where(and(eq(listings.id, listing.id), eq(listings.status, listing.status), eq(listings.revision, listing.revision)))
    .returning({ id: listings.id });
  // The lock is in the condition too: a save that comes between reading and submitting must not be submitted unread.
  const [sent] = await tx
    .update(listingVersions)
    .set({ status: "pending", submittedAt: at, submittedBy: userId, editingSession: null })
    .where(and(eq(listingVersions.id, version.id), inArray(listingVersions.status, ["working", "sent_back"]), eq(listingVersions.lock, version.lock)))
    .returning({ id: listingVersions.id });
  if (!moved || !sent) throw new Conflict("changed_since_check");
  return openReview(tx, {
    subjectKind: listing.kind, subjectId: listing.id, versionId: version.id, title,
    organisationId: listing.organisationId, organisationName: listing.organisation.name, coOwners,
    attention: version.exportControl === "no" ? null : `export_control_${version.exportControl}`, at,
  });
}

/** Takes back what no reviewer has decided yet; the text can be changed again. */
export async function withdrawSubmission(tx: Tx, listing: ListingSubject, at: Date): Promise<{ reviewId: string }> {
  const first = listing.status === "pending";
  if (!first && listing.revision !== "pending") throw new Conflict("not_pending");
  const reviewId = await withdrawReview(tx, listing.kind, listing.id, at);
  const [moved] = await tx
    .update(listings)
    .set({ ...(first ? { status: "draft" as const } : { revision: "draft" as const }), updatedAt: at })
    .where(and(eq(listings.id, listing.id), eq(listings.status, listing.status), eq(listings.revision, listing.revision)))
    .returning({ id: listings.id });
  if (!moved || !listing.workingVersionId) throw new Conflict("changed_meanwhile");
  await tx.update(listingVersions).set({ status: "working" }).where(and(eq(listingVersions.id, listing.workingVersionId), eq(listingVersions.status, "pending")));
  return { reviewId };
}
