import { and, eq, gte, isNotNull, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { files, listings, listingVersions } from "@/db/schema";
import { Conflict } from "@/lib/core/errors";
import { fileSubject } from "./copy";
import { findVersion, type Listing } from "./find";

/**
 * Takes a refusal back, which is no transition but its reversal: the version waits for its decision again, as the first
 * one or as a revision beside the public one. What the author has begun since goes first.
 * @throws Conflict when the record has moved on since
 */
export async function reconsiderVersion(tx: Tx, listing: Listing, versionId: string, at: Date): Promise<void> {
  const first = listing.publishedVersionId === null;
  const refused = first ? eq(listings.status, "refused") : and(eq(listings.revision, "none"), eq(listings.status, listing.status));
  const [moved] = await tx.update(listings).set({ ...(first ? { status: "pending" as const, statusReason: null } : { revision: "pending" as const }), workingVersionId: versionId, updatedAt: at })
    .where(and(eq(listings.id, listing.id), refused)).returning({ id: listings.id });
  // Before the version is touched: of two in work the index would refuse the second.
  if (!moved) throw new Conflict("changed_meanwhile");
  const [back] = await tx.update(listingVersions).set({ status: "pending", decidedAt: null })
    .where(and(eq(listingVersions.id, versionId), eq(listingVersions.status, "refused"))).returning({ id: listingVersions.id });
  if (!back) throw new Conflict("changed_meanwhile");
}

/**
 * Reverses a sending back, which is no transition: the copy that the author was to go on in is given up, the
 * version that was read waits for its decision again. What the author has begun since goes first.
 * @throws Conflict `return_answered` when they have saved, attached or removed something, `changed_meanwhile` when the record has moved on
 */
export async function recallVersion(tx: Tx, listing: Listing, versionId: string, at: Date): Promise<void> {
  if (!listing.workingVersionId) throw new Conflict("return_answered");
  const copy = await findVersion(tx, listing.workingVersionId);
  const first = listing.publishedVersionId === null;
  const returned = first ? eq(listings.status, "sent_back") : and(eq(listings.revision, "sent_back"), eq(listings.status, listing.status));
  const [moved] = await tx.update(listings).set({ ...(first ? { status: "pending" as const } : { revision: "pending" as const }), workingVersionId: versionId, updatedAt: at })
    .where(and(eq(listings.id, listing.id), eq(listings.workingVersionId, copy.id), returned)).returning({ id: listings.id });
  if (!moved) throw new Conflict("changed_meanwhile");
  // A save counts the lock up; files have a time of their own.
  const [given] = await tx.update(listingVersions).set({ status: "discarded", decidedAt: at })
    .where(and(eq(listingVersions.id, copy.id), eq(listingVersions.status, "sent_back"), eq(listingVersions.lock, 0))).returning({ id: listingVersions.id });
  const touched = await tx.$count(files, and(eq(files.subjectKind, fileSubject), eq(files.subjectId, copy.id), or(isNotNull(files.removedAt), gte(files.uploadedAt, copy.createdAt))));
  if (!given || touched > 0) throw new Conflict("return_answered");
  const [back] = await tx.update(listingVersions).set({ status: "pending", decidedAt: null })
    .where(and(eq(listingVersions.id, versionId), eq(listingVersions.status, "superseded"))).returning({ id: listingVersions.id });
  if (!back) throw new Conflict("changed_meanwhile");
}
