import { belongsTo, isBureau, mayAtBureau, type Actor } from "@/lib/core/actor";
import { isParty, isRegistrant, type ContractSubject } from "../policy";
import { isStanding } from "../states";
import { countedStatuses, decidableStatuses, recordedStatuses, sellerStatuses, type RegistrationStatus } from "./states";

const at = (contract: ContractSubject, ...statuses: RegistrationStatus[]) => !!contract.registration && statuses.includes(contract.registration.status);

/** The seller registers, once, where it is. */
export function mayFileRegistration(actor: Actor, contract: ContractSubject): boolean {
  return contract.origin === "deal" && isRegistrant(actor, contract);
}

/** `namesOwn`: a party bears the name of an organisation of the actor's, also where it stands there as text only. */
export type JudgedContract = ContractSubject & { namesOwn: boolean };

/** Nobody registers their own. */
export function mustStandAside(actor: Actor, contract: JudgedContract): boolean {
  return isParty(actor, contract) || contract.namesOwn || contract.parties.some((one) => belongsTo(actor, one.organisationId));
}

export function mayJudgeRegistration(actor: Actor, contract: JudgedContract): boolean {
  return mayAtBureau(actor, "review") && !mustStandAside(actor, contract);
}

export function canSubmitRegistration(actor: Actor, contract: ContractSubject): boolean {
  return mayFileRegistration(actor, contract) && isStanding(contract.status) && at(contract, ...sellerStatuses);
}

export function canWithdrawRegistration(actor: Actor, contract: ContractSubject): boolean {
  return mayFileRegistration(actor, contract) && at(contract, "submitted");
}

export function canAcceptRegistration(actor: Actor, contract: JudgedContract): boolean {
  return mayJudgeRegistration(actor, contract) && at(contract, "submitted");
}

/** Only what a seller handed in here can go back to them; an imported contract has nobody who would correct it. */
export function maySendBackRegistration(actor: Actor, contract: JudgedContract): boolean {
  return contract.origin === "deal" && mayJudgeRegistration(actor, contract);
}

/** Register, refuse, ask experts: what the registrar may decide once it has accepted the papers. */
export function canDecideRegistration(actor: Actor, contract: JudgedContract): boolean {
  return mayJudgeRegistration(actor, contract) && at(contract, ...decidableStatuses);
}

/** Change and cancel a registration that counts. */
export function canAmendRegistration(actor: Actor, contract: JudgedContract): boolean {
  return mayJudgeRegistration(actor, contract) && at(contract, ...countedStatuses);
}

/** Ask experts about it, or record their answer. */
export function canAskExperts(actor: Actor, contract: JudgedContract): boolean {
  return mayJudgeRegistration(actor, contract) && at(contract, "accepted");
}

export function canRecordOpinion(actor: Actor, contract: JudgedContract): boolean {
  return mayJudgeRegistration(actor, contract) && at(contract, "expert_review");
}

/** Take back what was recorded wrongly. */
export function canReverseRegistration(actor: Actor, contract: JudgedContract): boolean {
  return mayJudgeRegistration(actor, contract) && at(contract, ...recordedStatuses);
}

export function canSeeRegistrations(actor: Actor): boolean {
  return isBureau(actor);
}
