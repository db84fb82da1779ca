import { isOperator, type Actor } from "@/lib/core/actor";

/** The words that search and matching go by are the operators' matter. */
export function canEditDictionary(actor: Actor): boolean {
  return isOperator(actor);
}

export function canRetireEntry(actor: Actor, entry: { retiredAt: Date | null }): boolean {
  return isOperator(actor) && entry.retiredAt === null;
}

export function canRestoreEntry(actor: Actor, entry: { retiredAt: Date | null }): boolean {
  return isOperator(actor) && entry.retiredAt !== null;
}
