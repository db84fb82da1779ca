import { command } from "@/lib/command";
import { assertMailMayBeAsked, requestCredential, useUp } from "./credential-request";
import { findOwn } from "./find-user";
import { nothing } from "./input";
import { canAskForVerification } from "./policy";

/** Sends the verification mail again; the earlier link stops working. */
export const requestVerification = command({
  name: "user.verification_requested",
  input: nothing,
  find: (tx, actor) => findOwn(tx, actor),
  allow: canAskForVerification,
  async run({ tx, subject: user, event }) {
    await assertMailMayBeAsked(tx, event, user.email);
    await useUp(tx, "verify_email", user.userId);
    await requestCredential(tx, event, "verify_email", { id: user.userId, email: user.email, name: user.name });
    return { result: { email: user.email }, subjects: [{ kind: "user" as const, id: user.userId }] };
  },
});
