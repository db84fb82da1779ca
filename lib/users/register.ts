import type { Tx } from "@/db/client";
import { mails } from "@/db/schema";
import { command } from "@/lib/command";
import { newId } from "@/lib/core/id";
import { createUser } from "./create-user";
import { assertMailMayBeAsked, requestCredential } from "./credential-request";
import { findByMail } from "./find-user";
import { registerInput } from "./input";
import { hashPassword } from "./passwords";
import { isAnybody } from "./policy";

/**
 * A visitor asks for an account. An address that already has one gets a mail that says so, or one by which to set
 * a password as long as nobody has proved that it is theirs, and the visitor the same answer: nobody learns from this form who is registered.
 */
export const register = command({
  name: "user.registered",
  input: registerInput,
  find: (tx: Tx, _actor, input) => findByMail(tx, input.email),
  allow: isAnybody,
  async run({ tx, subject: existing, input, event }) {
    await assertMailMayBeAsked(tx, event, input.email);
    // Hashed in both cases, so that both take equally long.
    const passwordHash = await hashPassword(input.password);
    if (existing && !existing.emailVerified && !existing.suspended) {
      // A link by which they set their own password, which proves the mailbox as well: with one that only verified, a stranger who registered
      // this address first would keep a password to what is now theirs.
      await requestCredential(tx, event, "reset_password", { id: existing.userId, email: existing.email, name: existing.name }, { again: true });
      return { result: { email: input.email }, subjects: [{ kind: "user" as const, id: existing.userId }] };
    }
    if (existing) {
      await tx.insert(mails).values({
        id: newId(event.at), toAddress: existing.email, template: "already_registered", values: { name: existing.name, path: "/sign-in" }, createdAt: event.at,
      });
      return { result: { email: input.email }, subjects: [], continues: true };
    }
    const id = await createUser(tx, { email: input.email, name: input.name, passwordHash });
    await requestCredential(tx, event, "verify_email", { id, email: input.email, name: input.name });
    return { result: { email: input.email }, subjects: [{ kind: "user" as const, id }] };
  },
});
