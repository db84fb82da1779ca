import { eq } from "drizzle-orm";
import { operators } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict, Invalid } from "@/lib/core/errors";
import { assertAnotherOperator, findStaff } from "./find-user";
import { revokeOperatorInput } from "./input";
import { canRevokeOperator, isOneself } from "./policy";

/** Takes the right to run the platform from a person, whose account stays. Never from the last one, and from oneself only knowingly: nobody gives it back to oneself. */
export const revokeOperator = command({
  name: "user.operator_revoked",
  input: revokeOperatorInput,
  find: (tx, _actor, input) => findStaff(tx, input.userId),
  allow: canRevokeOperator,
  async run({ tx, actor, subject: user, input }) {
    if (isOneself(actor, user) && !input.oneself) throw new Invalid({ oneself: { code: "must_accept" } });
    await assertAnotherOperator(tx, user.userId);
    const [gone] = await tx.delete(operators).where(eq(operators.userId, user.userId)).returning({ userId: operators.userId });
    if (!gone) throw new Conflict("operator_gone");
    return { result: null, subjects: [{ kind: "user" as const, id: user.userId }] };
  },
});
