import { and, eq, gt, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { credentialRequests, mails } from "@/db/schema";
import { Conflict, LimitReached } from "@/lib/core/errors";
import { authSecret } from "@/lib/core/env";
import { clock } from "@/lib/core/clock";
import { idFromToken, newId } from "@/lib/core/id";
import type { EventRef } from "@/lib/events/record";
import { countInAct } from "./limits";

type Purpose = "verify_email" | "reset_password";

const validHours: Record<Purpose, number> = { verify_email: 24, reset_password: 1 };
/** Page that the mailed link opens, followed by the token. */
const pages: Record<Purpose, string> = { verify_email: "/verify-email", reset_password: "/reset-password" };

/**
 * A mailbox gets so many mails that anybody can ask for, by whichever form. Asked for unknown addresses alike, so that the answer tells nothing.
 * @throws LimitReached
 */
export async function assertMailMayBeAsked(tx: Tx, event: EventRef, email: string): Promise<void> {
  const minutes = await countInAct(tx, "mail-request", email.toLowerCase(), event.at);
  if (minutes > 0) throw new LimitReached("mail_asked_often", { minutes });
}

/** Stores the request and its mail, `again` in the words for who asked before. The token is derived from the request's id when the mail is worded; it is stored nowhere. */
export async function requestCredential(tx: Tx, event: EventRef, purpose: Purpose, user: { id: string; email: string; name: string }, { again = false } = {}): Promise<void> {
  const id = newId(event.at);
  const expiresAt = new Date(event.at.getTime() + validHours[purpose] * 3_600_000);
  await tx.insert(credentialRequests).values({ id, userId: user.id, purpose, expiresAt, eventAt: event.at, eventId: event.id });
  await tx.insert(mails).values({
    id: newId(event.at), toAddress: user.email, template: purpose, requestId: id, createdAt: event.at,
    values: { name: user.name, path: pages[purpose], hours: validHours[purpose], ...(again ? { again: 1 } : {}) },
  });
}

export type CredentialRequest = { id: string; userId: string };

/**
 * The open request that a mailed token answers, locked until the end of the transaction.
 * @throws Conflict `wrong_token` when it was not made by us, is used up or too old: all look the same
 */
export async function openRequest(tx: Tx, purpose: Purpose, token: string): Promise<CredentialRequest> {
  const id = idFromToken(authSecret(), purpose, token);
  const [request] = id
    ? await tx.select({ id: credentialRequests.id, userId: credentialRequests.userId }).from(credentialRequests)
        .where(and(eq(credentialRequests.id, id), eq(credentialRequests.purpose, purpose), isNull(credentialRequests.usedAt), gt(credentialRequests.expiresAt, clock.now())))
        .for("update")
    : [];
  if (!request) throw new Conflict("wrong_token");
  return request;
}

/** Uses up every open request of this kind: a second mail of the same wish must not stay a key. */
export async function useUp(tx: Tx, purpose: Purpose, userId: string): Promise<void> {
  await tx.update(credentialRequests).set({ usedAt: clock.now() })
    .where(and(eq(credentialRequests.userId, userId), eq(credentialRequests.purpose, purpose), isNull(credentialRequests.usedAt)));
}
