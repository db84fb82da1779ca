import { operators } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { findStaff, findUser, lockUser } from "./find-user";
import { userInput } from "./input";
import { canGrantOperator } from "./policy";

/** Makes a person platform staff. Operators are no reviewers: whoever runs the platform does not judge what is published on it. */
export const grantOperator = command({
  name: "user.operator_granted",
  input: userInput,
  find: (tx, _actor, input) => findUser(tx, input.userId),
  allow: canGrantOperator,
  async run({ tx, actor, input, event }) {
    await lockUser(tx, input.userId);
    const user = await findStaff(tx, input.userId);
    if (user.suspended || !user.emailVerified) throw new Conflict("operator_no_account");
    if (user.bureau) throw new Conflict("operator_no_reviewer");
    const [made] = await tx.insert(operators).values({ userId: user.userId, grantedAt: event.at }).onConflictDoNothing().returning({ userId: operators.userId });
    // The command line may say twice what is so already.
    if (!made && actor.kind !== "system") throw new Conflict("operator_already");
    return { result: null, subjects: [{ kind: "user" as const, id: user.userId }] };
  },
});
