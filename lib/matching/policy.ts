import { isBureau, may, isMember, type Actor } from "@/lib/core/actor";

/** The owner's own people see the matches of a record; the bureau oversees; brokers work with them. */
export function canSeeMatches(actor: Actor, listing: { organisationId: string }): boolean {
  return isMember(actor, listing.organisationId) || isBureau(actor) || (actor.kind === "person" && actor.brokerId !== null);
}

/** What its owner has put aside and why is no broker's business, who may be one of the other side's people. */
export function canSeePutAside(actor: Actor, listing: { organisationId: string }): boolean {
  return isMember(actor, listing.organisationId) || isBureau(actor);
}

/** A word on a pair is given in the name of one of its two owners. */
export function canJudgeMatch(actor: Actor, pair: { organisationId: string }): boolean {
  return may(actor, "write", pair.organisationId);
}
