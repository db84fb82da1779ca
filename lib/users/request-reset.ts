import { command } from "@/lib/command";
import { assertMailMayBeAsked, requestCredential } from "./credential-request";
import { findByMail } from "./find-user";
import { mailInput } from "./input";
import { isAnybody } from "./policy";

/** Somebody forgot the password. The answer is the same whether the address is known or not. */
export const requestReset = command({
  name: "user.reset_requested",
  input: mailInput,
  find: (tx, _actor, input) => findByMail(tx, input.email),
  allow: isAnybody,
  async run({ tx, subject: user, input, event }) {
    await assertMailMayBeAsked(tx, event, input.email);
    const result = { email: input.email };
    if (!user || user.suspended) return { result, subjects: [], continues: true };
    await requestCredential(tx, event, "reset_password", { id: user.userId, email: user.email, name: user.name });
    return { result, subjects: [{ kind: "user" as const, id: user.userId }] };
  },
});
