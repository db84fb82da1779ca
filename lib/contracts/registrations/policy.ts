import { isBureau, mayAtBureau, type Actor } from "@/lib/core/actor";
import { isParty, isRegistrant, type ContractSubject } from "../policy";
import type { RegistrationStatus } from "./states";

const at = (contract: ContractSubject, ...statuses: RegistrationStatus[]) => !!contract.registration && statuses.includes(contract.registration.status);

/** The seller registers, once, where it is. */
export function mayFileRegistration(actor: Actor, contract: ContractSubject): boolean {
  return contract.origin === "deal" && isRegistrant(actor, contract);
}

/** A reviewer of the bureau who is no party of the contract: nobody registers their own. */
export function mayHandleRegistration(actor: Actor, contract: ContractSubject): boolean {
  return mayAtBureau(actor, "review") && !isParty(actor, contract);
}

export function canSubmitRegistration(actor: Actor, contract: ContractSubject): boolean {
  return mayFileRegistration(actor, contract) && at(contract, "draft", "correction");
}

export function canWithdrawRegistration(actor: Actor, contract: ContractSubject): boolean {
  return mayFileRegistration(actor, contract) && at(contract, "submitted");
}

export function canAcceptRegistration(actor: Actor, contract: ContractSubject): boolean {
  return mayHandleRegistration(actor, contract) && at(contract, "submitted");
}

/** Send back, register, refuse: what the registrar may decide once it has accepted the papers. */
export function canDecideRegistration(actor: Actor, contract: ContractSubject): boolean {
  return mayHandleRegistration(actor, contract) && at(contract, "accepted", "expert_review");
}

/** Change and cancel a registration that counts. */
export function canAmendRegistration(actor: Actor, contract: ContractSubject): boolean {
  return mayHandleRegistration(actor, contract) && at(contract, "registered", "changed");
}

export function canSeeRegistrations(actor: Actor): boolean {
  return isBureau(actor);
}
