import { isMember, may, type Actor, type Membership } from "@/lib/core/actor";
import type { InterestStatus } from "./states";

export type InterestSubject = { status: InterestStatus; fromOrganisationId: string; toOrganisationId: string };
type TimedInterest = InterestSubject & { expiresAt: Date };
/** `over`: a need past its deadline. `barred`: who is on the list of serious dishonesty, of the owner and the organisations of the one who asks. */
export type TargetSubject = { organisationId: string; status: string; over: boolean; barred: readonly string[] };

/** A verified organisation other than the owner may answer a published record that is still offered; with one that is barred nothing new begins. */
export function canSendInterest(actor: Actor, target: TargetSubject): boolean {
  if (actor.kind !== "person" || !actor.acting || target.status !== "published" || target.over) return false;
  const { organisationId, verified, kind } = actor.acting;
  if (target.barred.includes(organisationId) || target.barred.includes(target.organisationId)) return false;
  return verified && kind !== "bureau" && organisationId !== target.organisationId && may(actor, "write", organisationId);
}

/** For which of their organisations this person may declare an interest: who has several chooses. */
export function sendersOf(actor: Actor, target: TargetSubject): Membership[] {
  if (actor.kind !== "person") return [];
  return actor.memberships.filter((membership) => canSendInterest({ ...actor, acting: membership }, target));
}

export function canSeeInterest(actor: Actor, interest: InterestSubject): boolean {
  return isMember(actor, interest.fromOrganisationId) || isMember(actor, interest.toOrganisationId);
}

/** What one organisation has sent and received, and what it could answer with, is laid out for its members. */
export function canSeeInterestsOf(actor: Actor, organisationId: string): boolean {
  return isMember(actor, organisationId);
}

/** Who may answer at all; the act itself finds out whether somebody was faster and says so (Conflict). */
export function mayAnswerInterest(actor: Actor, interest: InterestSubject): boolean {
  return may(actor, "decide", interest.toOrganisationId);
}

export function mayWithdrawInterest(actor: Actor, interest: InterestSubject): boolean {
  return may(actor, "write", interest.fromOrganisationId);
}

/** Accepting opens a deal, so both sides must be free to begin one; declining is always possible. */
export function mayAcceptInterest(actor: Actor, interest: InterestSubject & { barred: readonly string[] }): boolean {
  return mayAnswerInterest(actor, interest) && !interest.barred.includes(interest.fromOrganisationId) && !interest.barred.includes(interest.toOrganisationId);
}

/** Accepting and declining are the receiver's; the word binds the organisation, so a viewer may not. */
export function canAnswerInterest(actor: Actor, interest: TimedInterest, now: Date): boolean {
  return isWaiting(interest, now) && mayAnswerInterest(actor, interest);
}

/** Not answered and not lapsed, whether or not the job that says so has come. */
function isWaiting(interest: TimedInterest, now: Date): boolean {
  return interest.status === "sent" && interest.expiresAt > now;
}

/** Declining can be taken back until the day on which the interest would have lapsed. */
export function canUndoDecline(actor: Actor, interest: TimedInterest, now: Date): boolean {
  return interest.status === "declined" && interest.expiresAt > now && mayAnswerInterest(actor, interest);
}

export function canWithdrawInterest(actor: Actor, interest: TimedInterest, now: Date): boolean {
  return isWaiting(interest, now) && mayWithdrawInterest(actor, interest);
}
