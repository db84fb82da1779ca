import { isBureau, isOperator, mayAtBureau, type Actor } from "@/lib/core/actor";

/** Everybody at the bureau works by the rules; operators keep them. */
export function canReadRules(actor: Actor): boolean {
  return isBureau(actor) || isOperator(actor);
}

/** Those who answer for the figures at the bureau, and those who run the platform. */
export function canCorrectRule(actor: Actor): boolean {
  return mayAtBureau(actor, "oversee") || isOperator(actor);
}
