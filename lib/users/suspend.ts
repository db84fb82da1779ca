import { and, eq, isNull } from "drizzle-orm";
import { operators, users } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { releaseClaimsOf } from "@/lib/reviews/release-claims";
import { assertAnotherOperator, findUser } from "./find-user";
import { suspendInput } from "./input";
import { canSuspend } from "./policy";
import { endSessionsOf } from "./sessions";

/** An operator closes an account: out at the next request, claimed reviews back in the queue, drafts stay where they are. */
export const suspendUser = command({
  name: "user.suspended",
  input: suspendInput,
  find: (tx, _actor, input) => findUser(tx, input.userId),
  allow: canSuspend,
  async run({ tx, subject: user, input, event }) {
    // Also locks the operators: one is not suspended while the other's right is taken.
    if ((await tx.$count(operators, eq(operators.userId, user.userId))) > 0) await assertAnotherOperator(tx, user.userId);
    const [done] = await tx.update(users).set({ suspendedAt: event.at, suspendedReason: input.reason })
      .where(and(eq(users.id, user.userId), isNull(users.suspendedAt))).returning({ id: users.id });
    if (!done) throw new Conflict();
    await endSessionsOf(tx, user.userId);
    const released = await releaseClaimsOf(tx, user.userId);
    return { result: null, facts: { returnedReviews: released.length }, subjects: [{ kind: "user" as const, id: user.userId }] };
  },
});
