export const verificationStatuses = ["unverified", "pending", "verified", "sent_back"] as const;
export type VerificationStatus = (typeof verificationStatuses)[number];

export const verificationTransitions = {
  unverified: ["pending"],
  pending: ["verified", "sent_back"],
  sent_back: ["pending", "verified"],
  verified: ["pending", "sent_back"],
} as const satisfies Record<VerificationStatus, readonly VerificationStatus[]>;

export const invitationStatuses = ["pending", "accepted", "revoked", "expired"] as const;

export const joinRequestStatuses = ["pending", "accepted", "declined", "withdrawn"] as const;

/** How a mark of serious dishonesty ends before its day: it was repaired (信用修复), or it should never have been set. */
export const dishonestyEndings = ["repaired", "mistaken"] as const;
/** `standing` and `over` are derived: a mark whose last day has passed is over without anybody's act. */
export const markStates = ["standing", "over", ...dishonestyEndings] as const;
export type MarkState = (typeof markStates)[number];
