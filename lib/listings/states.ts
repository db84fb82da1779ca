/**
 * A listing is what an organisation shows on the market: an achievement or a need.
 * `status` is the public record, `revision` the one change in work beside a published version (domain A5).
 * Shown as 审核中, 征集中, 已截止 … are views derived from these and from the open review and the deadline.
 */
export const listingKinds = ["achievement", "need"] as const;
export type ListingKind = (typeof listingKinds)[number];

/** How far an achievement has been brought into use; the code list `stage` has the words. */
export const achievementStages = ["research", "prototype", "pilot", "small_batch", "mass_production", "applied"] as const;
export type AchievementStage = (typeof achievementStages)[number];

export const listingStatuses = ["draft", "pending", "sent_back", "refused", "published", "withdrawn", "suspended", "closed", "discarded"] as const;
export type ListingStatus = (typeof listingStatuses)[number];

export const revisionStatuses = ["none", "draft", "pending", "sent_back"] as const;
export type RevisionStatus = (typeof revisionStatuses)[number];

export const versionStatuses = ["working", "pending", "sent_back", "published", "superseded", "refused", "discarded"] as const;

export const listingTransitions = {
  draft: ["pending", "discarded"],
  pending: ["published", "sent_back", "refused", "draft"],
  sent_back: ["pending", "discarded"],
  refused: [],
  published: ["withdrawn", "suspended", "closed", "pending"],
  withdrawn: ["published"],
  suspended: ["published"],
  closed: ["published"],
  // A first draft, or one sent back, that its owner does not want; it can be brought back.
  discarded: ["draft"],
} as const satisfies Record<ListingStatus, readonly ListingStatus[]>;

export const revisionTransitions = {
  none: ["draft"],
  draft: ["pending", "none"],
  pending: ["none", "sent_back", "draft"],
  sent_back: ["pending", "none"],
} as const satisfies Record<RevisionStatus, readonly RevisionStatus[]>;

export function canMove(from: ListingStatus, to: ListingStatus): boolean {
  return (listingTransitions[from] as readonly ListingStatus[]).includes(to);
}

export function canMoveRevision(from: RevisionStatus, to: RevisionStatus): boolean {
  return (revisionTransitions[from] as readonly RevisionStatus[]).includes(to);
}

/** Where the text may be changed by its authors: the first draft, or a revision beside the published version. */
export function isEditable(listing: { status: ListingStatus; revision: RevisionStatus }): boolean {
  if (listing.status === "draft" || listing.status === "sent_back") return true;
  return listing.status !== "pending" && (listing.revision === "draft" || listing.revision === "sent_back");
}

/** Who may read a field of a published record (domain A7). */
export const audiences = ["public", "registered", "deal"] as const;
export type Audience = (typeof audiences)[number];
