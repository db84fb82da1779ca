import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { listings, listingVersions, organisations } from "@/db/schema";
import { Conflict } from "@/lib/core/errors";
import { copyVersion } from "./copy";
import { findVersion, type Listing } from "./find";

type Decision = { at: Date; userId: string | null };

/** Only what is a verified organisation's becomes public (domain A6). It may have lost that since it handed its record in. @throws Conflict `owner_unverified` */
export async function assertOwnerVerified(tx: Tx, listing: Pick<Listing, "organisationId">): Promise<void> {
  const [owner] = await tx.select({ verification: organisations.verification }).from(organisations).where(eq(organisations.id, listing.organisationId)).for("share");
  if (owner?.verification !== "verified") throw new Conflict("owner_unverified");
}

/** The reviewed version becomes the public one; the one before it stays as history. */
export async function publishVersion(tx: Tx, listing: Listing, versionId: string, { at }: Decision): Promise<void> {
  await assertOwnerVerified(tx, listing);
  await leavePending(tx, listing, {
    ...(listing.status === "pending" ? { status: "published" as const } : { revision: "none" as const }),
    publishedVersionId: versionId, workingVersionId: null, publishedAt: sql`coalesce(${listings.publishedAt}, ${at.toISOString()}::timestamptz)`, updatedAt: at,
  });
  if (listing.publishedVersionId) await tx.update(listingVersions).set({ status: "superseded" }).where(eq(listingVersions.id, listing.publishedVersionId));
  await decideVersion(tx, versionId, "published", at);
}

/**
 * The reviewed version stays as it was read; the author goes on in a copy, so that the next reviewer can see
 * what changed.
 */
export async function sendBackVersion(tx: Tx, listing: Listing, versionId: string, { at, userId }: Decision): Promise<void> {
  const reviewed = await findVersion(tx, versionId);
  await decideVersion(tx, versionId, "superseded", at);
  const copy = await copyVersion(tx, listing, reviewed, { status: "sent_back", keepStatement: true, at, userId });
  await leavePending(tx, listing, { ...(listing.status === "pending" ? { status: "sent_back" as const } : { revision: "sent_back" as const }), workingVersionId: copy, updatedAt: at });
}

/** A first version that is refused ends the listing; a refused revision leaves the public version as it is. */
export async function refuseVersion(tx: Tx, listing: Listing, versionId: string, reason: string, { at }: Decision): Promise<void> {
  await leavePending(tx, listing, listing.status === "pending" ? { status: "refused", statusReason: reason, updatedAt: at } : { revision: "none", workingVersionId: null, updatedAt: at });
  await decideVersion(tx, versionId, "refused", at);
}

/**
 * Takes back a publication of minutes ago, which is no transition but its reversal: the version waits for its decision again, and the one before it, if there
 * was one, is public again.
 * @throws Conflict when the record has moved on since (withdrawn, suspended, a new revision)
 */
export async function unpublishVersion(tx: Tx, listing: Listing, versionId: string, beforeId: string | null, at: Date): Promise<void> {
  const back = beforeId ? { revision: "pending" as const, publishedVersionId: beforeId } : { status: "pending" as const, publishedVersionId: null, publishedAt: null };
  const [moved] = await tx
    .update(listings)
    .set({ ...back, workingVersionId: versionId, updatedAt: at })
    .where(and(eq(listings.id, listing.id), eq(listings.status, "published"), eq(listings.revision, "none"), eq(listings.publishedVersionId, versionId)))
    .returning({ id: listings.id });
  if (!moved) throw new Conflict("changed_meanwhile");
  await tx.update(listingVersions).set({ status: "pending", decidedAt: null }).where(and(eq(listingVersions.id, versionId), eq(listingVersions.status, "published")));
  if (beforeId) await tx.update(listingVersions).set({ status: "published" }).where(and(eq(listingVersions.id, beforeId), eq(listingVersions.status, "superseded")));
}

type ListingChange = Parameters<ReturnType<Tx["update"]>["set"]>[0];

async function leavePending(tx: Tx, listing: Listing, change: ListingChange): Promise<void> {
  if (listing.status !== "pending" && listing.revision !== "pending") throw new Conflict("not_pending");
  const [moved] = await tx
    .update(listings)
    .set(change)
    .where(and(eq(listings.id, listing.id), eq(listings.status, listing.status), eq(listings.revision, listing.revision)))
    .returning({ id: listings.id });
  if (!moved) throw new Conflict("changed_meanwhile");
}

async function decideVersion(tx: Tx, versionId: string, status: "published" | "superseded" | "refused", at: Date): Promise<void> {
  const [decided] = await tx
    .update(listingVersions)
    .set({ status, decidedAt: at })
    .where(and(eq(listingVersions.id, versionId), eq(listingVersions.status, "pending")))
    .returning({ id: listingVersions.id });
  if (!decided) throw new Conflict("changed_meanwhile");
}
