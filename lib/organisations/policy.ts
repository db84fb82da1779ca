import { belongsTo, isMember, isOperator, may, mayAtBureau, type Actor, type OrganisationKind } from "@/lib/core/actor";
import { leadsTo } from "@/lib/core/transitions";
import { verificationTransitions, type VerificationStatus } from "./states";

export type OrganisationFacts = { id: string; kind: OrganisationKind; verification: VerificationStatus; suspended: boolean };

export function canCreateOrganisation(actor: Actor): boolean {
  return actor.kind === "person" && actor.emailVerified;
}

/** Members, their roles, and the organisation's own data are the administrators' matter. */
export function canGovern(actor: Actor, organisation: OrganisationFacts): boolean {
  return may(actor, "members", organisation.id);
}

/**
 * Who may give roles, and take back an invitation to them: the administrators, and an operator where there is nobody left to do it (the only administrator
 * is suspended or gone).
 */
export function canAppoint(actor: Actor, organisation: OrganisationFacts): boolean {
  return canGovern(actor, organisation) || isOperator(actor);
}

export function canRequestVerification(actor: Actor, organisation: OrganisationFacts): boolean {
  return canGovern(actor, organisation) && (organisation.verification === "unverified" || organisation.verification === "sent_back");
}

/** What an operator sent back by mistake can be verified after all. */
export function canVerify(actor: Actor, organisation: OrganisationFacts): boolean {
  return isOperator(actor) && leadsTo(verificationTransitions, organisation.verification, "verified");
}

/** What was verified by mistake can be sent back: it may then publish and deal no more until it is verified anew. */
export function canSendBackVerification(actor: Actor, organisation: OrganisationFacts): boolean {
  return isOperator(actor) && organisation.kind !== "bureau" && leadsTo(verificationTransitions, organisation.verification, "sent_back");
}

export function canSuspendOrganisation(actor: Actor, organisation: OrganisationFacts): boolean {
  return isOperator(actor) && organisation.kind !== "bureau" && !organisation.suspended;
}

export function canRestoreOrganisation(actor: Actor, organisation: OrganisationFacts): boolean {
  return isOperator(actor) && organisation.suspended;
}

/** Nobody asks to join the bureau; its people are invited. */
export function canRequestToJoin(actor: Actor, organisation: OrganisationFacts): boolean {
  return actor.kind === "person" && actor.emailVerified && !organisation.suspended && organisation.kind !== "bureau" && !isMember(actor, organisation.id);
}

export function canLeave(actor: Actor, organisation: { id: string }): boolean {
  return isMember(actor, organisation.id);
}

/**
 * The list of serious dishonesty is kept by those who answer for the bureau, never for an organisation of their own.
 * It is about who trades here, so never about the bureau itself.
 */
export function canMarkDishonest(actor: Actor, organisation: Pick<OrganisationFacts, "id" | "kind">): boolean {
  return mayAtBureau(actor, "oversee") && organisation.kind !== "bureau" && !belongsTo(actor, organisation.id);
}
