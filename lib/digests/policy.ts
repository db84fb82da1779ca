import { isMember, type Actor } from "@/lib/core/actor";

/** Everybody decides for themselves what they are told, about organisations of theirs. */
export function canChangeSetting(actor: Actor, subject: { organisationId: string }): boolean {
  return isMember(actor, subject.organisationId);
}

/** Digests are the platform's own work. */
export function canTell(actor: Actor): boolean {
  return actor.kind === "system";
}
