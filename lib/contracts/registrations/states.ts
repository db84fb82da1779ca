/** Recognition and registration of a technology contract (认定登记), domain B4 and look 5.8. */
export const registrationStatuses = [
  "draft", "submitted", "accepted", "correction", "expert_review", "registered", "refused", "changed", "cancelled", "revoked", "undone",
] as const;
export type RegistrationStatus = (typeof registrationStatuses)[number];

export const registrationTransitions = {
  draft: ["submitted"],
  submitted: ["accepted", "draft"],
  accepted: ["correction", "expert_review", "registered", "refused"],
  correction: ["submitted"],
  expert_review: ["correction", "registered", "refused"],
  registered: ["changed", "cancelled", "revoked", "undone"],
  refused: [],
  changed: ["changed", "cancelled", "revoked", "undone"],
  cancelled: [],
  revoked: [],
  undone: [],
} as const satisfies Record<RegistrationStatus, readonly RegistrationStatus[]>;

export function canMoveRegistration(from: RegistrationStatus, to: RegistrationStatus): boolean {
  return (registrationTransitions[from] as readonly RegistrationStatus[]).includes(to);
}

/** While one of these holds, the contract's amounts stand in the ledger. */
export const countedStatuses = ["registered", "changed"] as const satisfies readonly RegistrationStatus[];
