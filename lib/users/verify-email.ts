import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema";
import { command } from "@/lib/command";
import { openRequest, useUp } from "./credential-request";
import { tokenInput } from "./input";
import { isAnybody } from "./policy";

/** Plain function for every act in which a mailed token has proved the mailbox. */
export async function markEmailVerified(tx: Tx, userId: string, at: Date): Promise<void> {
  await tx.update(users).set({ emailVerifiedAt: at }).where(eq(users.id, userId));
}

/** Whoever holds the mailed token owns the mailbox. */
export const verifyEmail = command({
  name: "user.email_verified",
  input: tokenInput,
  find: (tx, _actor, input) => openRequest(tx, "verify_email", input.token),
  allow: isAnybody,
  async run({ tx, subject: request, event }) {
    await useUp(tx, "verify_email", request.userId);
    await markEmailVerified(tx, request.userId, event.at);
    return { result: { userId: request.userId }, subjects: [{ kind: "user" as const, id: request.userId }] };
  },
});
