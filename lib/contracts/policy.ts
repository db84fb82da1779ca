import { isBureau, isMember, may, type Actor } from "@/lib/core/actor";
import type { RegistrationStatus } from "./registrations/states";
import type { ContractOrigin, ContractStatus, PartySide } from "./states";

export type ContractSubject = {
  id: string;
  origin: ContractOrigin;
  status: ContractStatus;
  parties: { side: PartySide; organisationId: string | null; userId: string | null; registers: boolean }[];
  registration: { id: string; status: RegistrationStatus } | null;
};

export function isParty(actor: Actor, contract: ContractSubject): boolean {
  if (actor.kind !== "person") return false;
  return contract.parties.some((one) => isMember(actor, one.organisationId) || one.userId === actor.userId);
}

/** Its parties, their broker, and the bureau, which answers for every figure of the ledger. */
export function canSeeContract(actor: Actor, contract: ContractSubject): boolean {
  return isParty(actor, contract) || isBureau(actor);
}

/** The seller who registers. */
export function isRegistrant(actor: Actor, contract: ContractSubject): boolean {
  return contract.parties.some((one) => one.side === "seller" && one.registers && may(actor, "write", one.organisationId));
}

/** Corrected only before the registrar has it, or when the registrar has sent it back. */
export function canCorrectContract(actor: Actor, contract: ContractSubject): boolean {
  const status = contract.registration?.status;
  return contract.origin === "deal" && isRegistrant(actor, contract) && (status === undefined || status === "draft" || status === "correction");
}
