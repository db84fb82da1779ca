/** A review judges whether one version of something may pass. It knows its subject only as kind + id. */
export const reviewStatuses = ["open", "claimed", "approved", "sent_back", "refused", "withdrawn"] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

export const reviewTransitions = {
  open: ["claimed", "withdrawn"],
  claimed: ["open", "approved", "sent_back", "refused", "withdrawn"],
  // Within minutes, by who approved or sent back (policy.ts); a refusal by any reviewer, without limit.
  approved: ["claimed"],
  sent_back: ["claimed"],
  refused: ["claimed"],
  withdrawn: [],
} as const satisfies Record<ReviewStatus, readonly ReviewStatus[]>;

export const reviewSubjectKinds = ["achievement", "need", "broker"] as const;
export type ReviewSubjectKind = (typeof reviewSubjectKinds)[number];

export const remarkStatuses = ["open", "changed", "explained"] as const;
export type RemarkStatus = (typeof remarkStatuses)[number];
