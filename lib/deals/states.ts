/**
 * The deal from its opening to its signature. What follows (registration, payment, acceptance, distribution)
 * are branches of its contracts with states of their own (domain A4). Interest and response are shown as done
 * in front of these stages.
 */
export const dealStages = ["negotiation", "terms", "signing", "signed"] as const;
export type DealStage = (typeof dealStages)[number];

export const dealStatuses = ["open", "completed", "ended"] as const;
export type DealStatus = (typeof dealStatuses)[number];

/**
 * After a signature terms may be agreed anew: for one more contract (domain A4) or for other amounts in the one there is. Where the contract is
 * taken back, the deal stands where it was signed, or where terms are found when its own are no longer the newest.
 */
export const dealTransitions = {
  negotiation: ["terms"],
  terms: ["signing", "signed"],
  signing: ["terms", "signed"],
  signed: ["terms", "signing", "negotiation"],
} as const satisfies Record<DealStage, readonly DealStage[]>;

export function canAdvance(from: DealStage, to: DealStage): boolean {
  return (dealTransitions[from] as readonly DealStage[]).includes(to);
}

export const dealSides = ["seller", "buyer"] as const;
export type DealSide = (typeof dealSides)[number];

export const participantRoles = ["seller", "buyer", "broker"] as const;
export type ParticipantRole = (typeof participantRoles)[number];

export const participantStatuses = ["invited", "active", "declined", "left"] as const;
export type ParticipantStatus = (typeof participantStatuses)[number];

export const endReasons = ["price", "technology", "partner_changed", "no_answer", "budget", "registration_refused", "other"] as const;
export type EndReason = (typeof endReasons)[number];
