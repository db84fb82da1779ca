import { isOperator, type Actor } from "@/lib/core/actor";

type Account = { userId: string; suspended: boolean; emailVerified: boolean };

export function isOneself(actor: Actor, account: { userId: string }): boolean {
  return actor.kind === "person" && actor.userId === account.userId;
}

/** Anybody may ask for an account or for a mail; what they get is decided by the mailbox. */
export function isAnybody(): boolean {
  return true;
}

export function canSuspend(actor: Actor, account: Account): boolean {
  return isOperator(actor) && !isOneself(actor, account) && !account.suspended;
}

export function canRestore(actor: Actor, account: Account): boolean {
  return isOperator(actor) && account.suspended;
}

export function canAskForVerification(actor: Actor, account: Account): boolean {
  return isOneself(actor, account) && !account.emailVerified;
}

/** A right, not a state: whether the person is one still is a conflict. */
export function canRevokeOperator(actor: Actor): boolean {
  return isOperator(actor);
}

/** The first operator is made from the command line (a job without a person), later ones by operators. */
export function canGrantOperator(actor: Actor): boolean {
  return actor.kind === "system" || isOperator(actor);
}
