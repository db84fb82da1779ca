import { isOperator, mayAtBureau, type Actor } from "@/lib/core/actor";
import type { BrokerStatus } from "./states";

export type BrokerFacts = { userId: string; status: BrokerStatus };

/** A first application, or a new one after it was sent back. */
export function canApply(actor: Actor, broker: BrokerFacts | null): boolean {
  return actor.kind === "person" && actor.emailVerified && (broker === null || broker.status === "sent_back");
}

/** The bureau's reviewers and the operators decide, never about themselves. */
export function mayDecideBrokers(actor: Actor): boolean {
  return isOperator(actor) || mayAtBureau(actor, "review");
}

function isOwn(actor: Actor, broker: BrokerFacts): boolean {
  return actor.kind === "person" && actor.userId === broker.userId;
}

export function canDecide(actor: Actor, broker: BrokerFacts): boolean {
  return mayDecideBrokers(actor) && !isOwn(actor, broker) && broker.status === "pending";
}

export function canSuspendBroker(actor: Actor, broker: BrokerFacts): boolean {
  return mayDecideBrokers(actor) && !isOwn(actor, broker) && broker.status === "approved";
}

export function canRestoreBroker(actor: Actor, broker: BrokerFacts): boolean {
  return mayDecideBrokers(actor) && !isOwn(actor, broker) && broker.status === "suspended";
}

/** What an approved broker says of themselves may change at any time; the certificate was what was verified. */
export function canChangeProfile(actor: Actor, broker: BrokerFacts | null): boolean {
  return broker !== null && isOwn(actor, broker) && broker.status === "approved";
}
