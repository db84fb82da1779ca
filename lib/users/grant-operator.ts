import { operators } from "@/db/schema";
import { command } from "@/lib/command";
import { findUser } from "./find-user";
import { userInput } from "./input";
import { canGrantOperator } from "./policy";

/** Makes a person platform staff. */
export const grantOperator = command({
  name: "user.operator_granted",
  input: userInput,
  find: (tx, _actor, input) => findUser(tx, input.userId),
  allow: canGrantOperator,
  async run({ tx, subject: user, event }) {
    await tx.insert(operators).values({ userId: user.userId, grantedAt: event.at }).onConflictDoNothing();
    return { result: null, subjects: [{ kind: "user" as const, id: user.userId }] };
  },
});
