import { isOperator, type Actor } from "@/lib/core/actor";

/** A right, not a state: whether the mail still waits is a conflict. */
export function canSendAgain(actor: Actor): boolean {
  return isOperator(actor);
}

/** It failed and waits for its time, or was given up. One that is due goes out by itself. */
export function isHeldBack(mail: { sentAt: Date | null; nextAttemptAt: Date | null; givenUpAt: Date | null }): boolean {
  return mail.sentAt === null && (mail.nextAttemptAt !== null || mail.givenUpAt !== null);
}
