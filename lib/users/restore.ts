import { and, eq, isNotNull } from "drizzle-orm";
import { users } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { findUser } from "./find-user";
import { userInput } from "./input";
import { canRestore } from "./policy";

export const restoreUser = command({
  name: "user.restored",
  input: userInput,
  find: (tx, _actor, input) => findUser(tx, input.userId),
  allow: canRestore,
  async run({ tx, subject: user }) {
    const [done] = await tx.update(users).set({ suspendedAt: null, suspendedReason: null })
      .where(and(eq(users.id, user.userId), isNotNull(users.suspendedAt))).returning({ id: users.id });
    if (!done) throw new Conflict();
    return { result: null, subjects: [{ kind: "user" as const, id: user.userId }] };
  },
});
