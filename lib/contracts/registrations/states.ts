/**
 * Recognition and registration of a technology contract (认定登记), domain B4 and look 5.8.
 *
 * The authority's own 撤销 is no state here: for the ledger it is a cancellation with its reason (domain A1 knows no other
 * negative entry). A record that was typed wrongly is reversed and stands at `accepted` again.
 */
export const registrationStatuses = [
  "draft", "submitted", "accepted", "correction", "expert_review", "registered", "refused", "changed", "cancelled", "undone",
] as const;
export type RegistrationStatus = (typeof registrationStatuses)[number];

export const registrationTransitions = {
  // `undone` from the seller's hands: the contract was recorded by mistake and is taken back.
  draft: ["submitted", "undone"],
  // Taken back by the seller it is again what it was: what the registrar said before is not wiped out by handing in once more.
  submitted: ["accepted", "draft", "correction", "refused"],
  // `undone`: an imported contract whose record was reversed, also when experts look at it again, as its whole import is taken back.
  accepted: ["correction", "expert_review", "registered", "refused", "undone"],
  correction: ["submitted", "undone"],
  expert_review: ["accepted", "correction", "registered", "refused", "undone"],
  registered: ["changed", "cancelled", "accepted", "undone"],
  // Nothing forbids to ask again with a corrected contract.
  refused: ["submitted"],
  changed: ["changed", "cancelled", "accepted", "undone"],
  cancelled: ["accepted"],
  // The imported record of a contract whose own registration, recorded here meanwhile, is taken back.
  undone: ["registered", "changed"],
} as const satisfies Record<RegistrationStatus, readonly RegistrationStatus[]>;

export function canMoveRegistration(from: RegistrationStatus, to: RegistrationStatus): boolean {
  return (registrationTransitions[from] as readonly RegistrationStatus[]).includes(to);
}

/** The states as the parties tell them apart in their lists; every state is in one of them. */
export const registrationGroups = {
  draft: ["draft"], submitted: ["submitted"], accepted: ["accepted", "expert_review"], correction: ["correction"], registered: ["registered", "changed"], refused: ["refused"], cancelled: ["cancelled"], undone: ["undone"],
} as const satisfies Record<string, readonly RegistrationStatus[]>;
export type RegistrationGroup = keyof typeof registrationGroups;

/** While one of these holds, the contract's amounts stand in the ledger. */
export const countedStatuses = ["registered", "changed"] as const satisfies readonly RegistrationStatus[];

/** Recorded by the registrar in the ledger: what a reversal can take back. */
export const recordedStatuses = ["registered", "changed", "cancelled"] as const satisfies readonly RegistrationStatus[];

/** In the registrar's hands: handed in and not decided. */
export const judgedStatuses = ["submitted", "accepted", "expert_review"] as const satisfies readonly RegistrationStatus[];

/** Taken in and not decided: what can be registered. */
export const decidableStatuses = ["accepted", "expert_review"] as const satisfies readonly RegistrationStatus[];

/** In the seller's hands: the contract may be mended and handed in. */
export const sellerStatuses = ["draft", "correction", "refused"] as const satisfies readonly RegistrationStatus[];
export type SellerStatus = (typeof sellerStatuses)[number];

/** Nobody has decided on it: the record of its contract can be taken back. A refusal is the registrar's word and stays. */
export const retractableStatuses = ["draft", "correction"] as const satisfies readonly RegistrationStatus[];

/** No longer counted, or never: nothing more comes of it unless somebody begins again. */
export const closedStatuses = ["refused", "cancelled", "undone"] as const satisfies readonly RegistrationStatus[];
