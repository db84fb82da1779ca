/** A review judges whether one version of something may pass. It knows its subject only as kind + id. */
export const reviewStatuses = ["open", "claimed", "approved", "sent_back", "refused", "withdrawn"] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

/** A decision is taken back by an act of its own, with conditions of its own (undo.ts): back into the hands of who does it. */
export const reviewTransitions = {
  open: ["claimed", "withdrawn"],
  claimed: ["open", "approved", "sent_back", "refused", "withdrawn"],
  approved: [],
  sent_back: [],
  refused: [],
  withdrawn: [],
} as const satisfies Record<ReviewStatus, readonly ReviewStatus[]>;

export const reviewSubjectKinds = ["achievement", "need", "broker"] as const;
export type ReviewSubjectKind = (typeof reviewSubjectKinds)[number];

export const remarkStatuses = ["open", "changed", "explained"] as const;
export type RemarkStatus = (typeof remarkStatuses)[number];
