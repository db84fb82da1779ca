import { and, eq, sql, type SQL } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { listings, listingVersions, organisations } from "@/db/schema";
import { isBureau, type Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { ownNamedIn } from "@/lib/reviews/own-names";
import { getReview, type Review } from "@/lib/reviews/queries";
import { canSeeUnpublished } from "./policy";
import type { ListingKind } from "./states";

export type Listing = typeof listings.$inferSelect;
export type Version = typeof listingVersions.$inferSelect;

/** What an act of an owner or of the bureau is about. `coOwnerIds` as in `ListingFacts`; `names` are all that the owner is known by. */
export type ListingSubject = Listing & { coOwnerIds: string[]; organisation: { id: string; name: string; names: string[]; verified: boolean; suspended: boolean } };

/** @throws NotFound for everybody who is neither a member of the owner nor of the bureau */
export async function findListing(reader: Reader, actor: Actor, kind: ListingKind, listingId: string): Promise<ListingSubject> {
  const [row] = await reader
    .select({ listing: listings, coOwnerIds: await ownCoOwners(reader, actor), name: organisations.name, verifiedName: organisations.verifiedName, shortName: organisations.shortName, verification: organisations.verification, suspendedAt: organisations.suspendedAt })
    .from(listings)
    .innerJoin(organisations, eq(organisations.id, listings.organisationId))
    .where(and(eq(listings.id, listingId), eq(listings.kind, kind)));
  if (!row || !canSeeUnpublished(actor, row.listing)) throw new NotFound();
  const names = [row.name, row.verifiedName, row.shortName].filter((name) => name !== null);
  const organisation = { id: row.listing.organisationId, name: row.name, names, verified: row.verification === "verified", suspended: row.suspendedAt !== null };
  return { ...row.listing, coOwnerIds: row.coOwnerIds, organisation };
}

/** In a row of listings. Asked only for the bureau: nobody else judges a record. */
async function ownCoOwners(reader: Reader, actor: Actor): Promise<SQL<string[]>> {
  if (!isBureau(actor)) return sql<string[]>`'{}'::uuid[]`;
  return ownNamedIn(reader, actor, sql`array(select unnest(v.co_owners) from achievement_versions v where v.version_id = ${listings.publishedVersionId})`);
}

/** The same of one listing, for the page on which the bureau reads it. */
export async function findOwnCoOwners(actor: Actor, listingId: string): Promise<string[]> {
  const [row] = await db().select({ ids: await ownCoOwners(db(), actor) }).from(listings).where(eq(listings.id, listingId));
  return row?.ids ?? [];
}

export async function findVersion(reader: Reader, versionId: string | null): Promise<Version> {
  const [version] = versionId ? await reader.select().from(listingVersions).where(eq(listingVersions.id, versionId)) : [];
  if (!version) throw new NotFound();
  return version;
}

/** The subject of an event about this listing. */
export function subjectOf(listing: Pick<Listing, "kind" | "id">): { kind: ListingKind; id: string } {
  return { kind: listing.kind, id: listing.id };
}

export type UnderReview = Review & { listing: ListingSubject; reviewedVersionId: string };

/** What a reviewer's act is about: the review with the listing that it judges. @throws NotFound outside the bureau */
export async function findUnderReview(reader: Reader, actor: Actor, kind: ListingKind, reviewId: string): Promise<UnderReview> {
  const review = await getReview(reader, actor, reviewId);
  if (review.subjectKind !== kind || !review.versionId) throw new NotFound();
  return { ...review, listing: await findListing(reader, actor, kind, review.subjectId), reviewedVersionId: review.versionId };
}

export function subjectsOf(review: UnderReview): { kind: ListingKind | "review"; id: string }[] {
  return [subjectOf(review.listing), { kind: "review", id: review.id }];
}
