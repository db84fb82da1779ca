export const interestStatuses = ["sent", "accepted", "declined", "withdrawn", "expired"] as const;
export type InterestStatus = (typeof interestStatuses)[number];

export const interestTransitions = {
  sent: ["accepted", "declined", "withdrawn", "expired"],
  accepted: [],
  // Taken back by who declined, as long as it would not have lapsed.
  declined: ["sent"],
  withdrawn: [],
  expired: [],
} as const satisfies Record<InterestStatus, readonly InterestStatus[]>;

/** Why an interest is declined or a match dismissed (domain C2, look 4.5). */
export const dismissalReasons = ["too_early", "price", "already_known", "wrong_field", "unclear", "other"] as const;
export type DismissalReason = (typeof dismissalReasons)[number];
