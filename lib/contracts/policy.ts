import { isBureau, isMember, may, type Actor } from "@/lib/core/actor";
import { judgedStatuses, retractableStatuses, sellerStatuses, type RegistrationStatus } from "./registrations/states";
import { isStanding, type ContractOrigin, type ContractStatus, type PartySide } from "./states";

export type ContractSubject = {
  id: string;
  origin: ContractOrigin;
  status: ContractStatus;
  parties: { side: PartySide; organisationId: string | null; userId: string | null; registers: boolean }[];
  registration: { id: string; status: RegistrationStatus } | null;
  /** The two organisations of the deal it grew from. */
  sides: { seller: string; buyer: string } | null;
};

export function isParty(actor: Actor, contract: ContractSubject): boolean {
  if (actor.kind !== "person") return false;
  return contract.parties.some((one) => isMember(actor, one.organisationId) || one.userId === actor.userId);
}

/** Its parties, their broker, and the bureau, which answers for every figure of the ledger. */
export function canSeeContract(actor: Actor, contract: ContractSubject): boolean {
  return isParty(actor, contract) || isBureau(actor);
}

/** All contracts of one organisation are laid out for its members. */
export function canSeeContractsOf(actor: Actor, organisationId: string): boolean {
  return isMember(actor, organisationId);
}

/** The seller who registers. */
export function isRegistrant(actor: Actor, contract: ContractSubject): boolean {
  return contract.parties.some((one) => one.side === "seller" && one.registers && may(actor, "write", one.organisationId));
}

/** Corrected only before the registrar has it, or when the registrar has sent it back or refused it. */
export function canCorrectContract(actor: Actor, contract: ContractSubject): boolean {
  const inHand: readonly RegistrationStatus[] = sellerStatuses;
  return contract.origin === "deal" && isStanding(contract.status) && isRegistrant(actor, contract) && inHand.includes(contract.registration?.status ?? "draft");
}

/** Who decides for one of the two sides of its deal, as whoever recorded it did. A further party reads it and hears of it. */
function decidesForSide(actor: Actor, { origin, sides }: ContractSubject): boolean {
  return origin === "deal" && sides !== null && [sides.seller, sides.buyer].some((id) => may(actor, "decide", id));
}

/** Either side may say that a contract of the platform has been fulfilled or has ended. */
export function mayCloseContract(actor: Actor, contract: ContractSubject): boolean {
  return decidesForSide(actor, contract);
}

export function mayTakeBackContract(actor: Actor, contract: ContractSubject): boolean {
  return decidesForSide(actor, contract);
}

/** A record that has never counted and that no registrar holds or has decided on; what has counted is in the ledger for good. */
export function canTakeBackContract(actor: Actor, contract: ContractSubject & { everCounted: boolean; dealEnded: boolean }): boolean {
  const free: readonly RegistrationStatus[] = retractableStatuses;
  return contract.status === "signed" && !contract.everCounted && !contract.dealEnded && free.includes(contract.registration?.status ?? "draft") && mayTakeBackContract(actor, contract);
}

/** How long the end of a contract can be taken back. */
export const undoClosingDays = 7;

export function canUndoClosing(actor: Actor, contract: ContractSubject & { closedAt: Date | null; dealEnded: boolean }, now: Date): boolean {
  const inTime = contract.closedAt !== null && now.getTime() - contract.closedAt.getTime() < undoClosingDays * 86_400_000;
  return (contract.status === "fulfilled" || contract.status === "terminated") && inTime && !contract.dealEnded && mayCloseContract(actor, contract);
}

export function canCloseContract(actor: Actor, contract: ContractSubject): boolean {
  return contract.status === "signed" && mayCloseContract(actor, contract);
}

/** What a contract waits for: of its seller, of the registrar, of either side; nothing once it is over. */
export type NextStep = "submit" | "correct" | "resubmit" | "registrar" | "fulfil" | "none";

/** The next step, and whether it is this actor's to take. */
export function nextStepOf(actor: Actor, contract: ContractSubject): { next: NextStep; mine: boolean } {
  const status = contract.registration?.status;
  const seller: Partial<Record<RegistrationStatus, NextStep>> = { draft: "submit", correction: "correct", refused: "resubmit" };
  const step = isStanding(contract.status) && contract.origin === "deal" && status ? seller[status] : undefined;
  if (step) return { next: step, mine: isRegistrant(actor, contract) };
  if (status && (judgedStatuses as readonly RegistrationStatus[]).includes(status)) return { next: "registrar", mine: false };
  if (contract.origin === "deal" && contract.status === "signed" && (status === "registered" || status === "changed")) return { next: "fulfil", mine: canCloseContract(actor, contract) };
  return { next: "none", mine: false };
}
