import { closedStatuses, countedStatuses, type RegistrationStatus } from "@/lib/contracts/registrations/states";
import type { ContractStatus } from "@/lib/contracts/states";
import type { DealSide, DealStage, DealStatus } from "./states";

/** Whose move it is: a side of the deal, the bureau, or nobody. */
export type Turn = {
  who: DealSide | "both" | "bureau" | "nobody";
  task: "propose_terms" | "agree_terms" | "sign" | "submit_registration" | "correct_registration" | "accept_registration" | "register" | "refused" | "void" | "completed" | "ended";
};

/** What a deal knows of one of its contracts. */
export type ContractState = { status: ContractStatus; registration: RegistrationStatus | null };

function isOneOf(statuses: readonly RegistrationStatus[], status: RegistrationStatus | null): boolean {
  return status !== null && statuses.includes(status);
}

/** Nothing more is to be expected of it: refused, cancelled, taken back, or terminated. */
export function isClosed(contract: ContractState): boolean {
  return contract.status === "terminated" || contract.status === "undone" || isOneOf(closedStatuses, contract.registration);
}

function isCounted(contract: ContractState): boolean {
  return isOneOf(countedStatuses, contract.registration);
}

/** A deal is complete when one contract is registered and none is still on its way (domain A4). */
export function isFinished(contracts: readonly ContractState[]): boolean {
  return contracts.some(isCounted) && contracts.every((one) => isCounted(one) || isClosed(one));
}

/** Of several contracts the one that still asks for something, otherwise one that counts. */
export function leadingOf<C extends ContractState>(contracts: readonly C[]): C | null {
  return contracts.find((one) => !isCounted(one) && !isClosed(one)) ?? contracts.find(isCounted) ?? contracts.at(-1) ?? null;
}

type DealState = { stage: DealStage; status: DealStatus };
type TermsState = { proposedSide: DealSide; agreedAt: Date | null } | null;

/** One sentence's worth of truth for the turn panel (look 4.9). Pure. */
export function turnOf(deal: DealState, terms: TermsState, contract: ContractState | null): Turn {
  if (deal.status === "ended") return { who: "nobody", task: "ended" };
  if (deal.status === "completed") return { who: "nobody", task: "completed" };
  if (deal.stage === "signed") return contract?.status === "terminated" ? { who: "both", task: "void" } : registrationTurn(contract?.registration ?? "draft");
  if (deal.stage === "signing") return { who: "both", task: "sign" };
  if (deal.stage === "terms" && terms && !terms.agreedAt) return { who: otherSide(terms.proposedSide), task: "agree_terms" };
  return { who: "both", task: "propose_terms" };
}

/** The seller registers, once, where it is (domain B4); what follows is the registrar's. */
function registrationTurn(status: RegistrationStatus): Turn {
  switch (status) {
    case "draft":
      return { who: "seller", task: "submit_registration" };
    case "correction":
      return { who: "seller", task: "correct_registration" };
    case "submitted":
      return { who: "bureau", task: "accept_registration" };
    case "accepted":
    case "expert_review":
      return { who: "bureau", task: "register" };
    case "registered":
    case "changed":
      return { who: "nobody", task: "completed" };
    case "refused":
      return { who: "both", task: "refused" };
    case "cancelled":
    case "undone":
      return { who: "both", task: "void" };
  }
}

/** May this side move, alone or as well as the other? */
export function isTurnOf(turn: Turn, side: DealSide | null): boolean {
  return side !== null && (turn.who === "both" || turn.who === side);
}

export function otherSide(side: DealSide): DealSide {
  return side === "seller" ? "buyer" : "seller";
}

/** Stages of the track that is drawn; the first two are states of the interest. */
const trackStages = ["interest", "response", "negotiation", "terms", "signing", "registration", "completed"] as const;
export type TrackStage = (typeof trackStages)[number];

/** What each step of the track is now. After an end nothing is current. */
export function trackOf(deal: DealState): { stage: TrackStage; state: "done" | "now" | "later" }[] {
  const current = deal.status === "completed" ? trackStages.length : trackStages.indexOf(deal.stage === "signed" ? "registration" : deal.stage);
  return trackStages.map((stage, index) => ({
    stage,
    state: index < current ? "done" : index === current && deal.status === "open" ? "now" : "later",
  }));
}
