export const verificationStatuses = ["unverified", "pending", "verified", "sent_back"] as const;
export type VerificationStatus = (typeof verificationStatuses)[number];

export const verificationTransitions = {
  unverified: ["pending"],
  pending: ["verified", "sent_back"],
  sent_back: ["pending"],
  verified: ["pending"],
} as const satisfies Record<VerificationStatus, readonly VerificationStatus[]>;

export const invitationStatuses = ["pending", "accepted", "revoked", "expired"] as const;
export type InvitationStatus = (typeof invitationStatuses)[number];

export const joinRequestStatuses = ["pending", "accepted", "declined", "withdrawn"] as const;
export type JoinRequestStatus = (typeof joinRequestStatuses)[number];
