import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { command } from "@/lib/command";
import { Invalid } from "@/lib/core/errors";
import { isPersonal } from "@/lib/core/weak-password";
import { openRequest, useUp } from "./credential-request";
import { findUser } from "./find-user";
import { resetPasswordInput } from "./input";
import { hashPassword } from "./passwords";
import { isAnybody } from "./policy";
import { endSessionsOf } from "./sessions";
import { markEmailVerified } from "./verify-email";

/** Sets a new password by a mailed token, and ends every session: whoever had the old one is out. */
export const resetPassword = command({
  name: "user.password_reset",
  input: resetPasswordInput,
  find: (tx, _actor, input) => openRequest(tx, "reset_password", input.token),
  allow: isAnybody,
  async run({ tx, subject: request, input, event }) {
    const { email, name } = await findUser(tx, request.userId);
    if (isPersonal(input.password, [email, name])) throw new Invalid({ password: { code: "password_personal" } });
    await useUp(tx, "reset_password", request.userId);
    await tx.update(users).set({ passwordHash: await hashPassword(input.password) }).where(eq(users.id, request.userId));
    await markEmailVerified(tx, request.userId, event.at);
    await endSessionsOf(tx, request.userId);
    return { result: { userId: request.userId }, subjects: [{ kind: "user" as const, id: request.userId }] };
  },
});
