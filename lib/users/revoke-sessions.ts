import { and, eq, isNull } from "drizzle-orm";
import { sessions } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { findOwn } from "./find-user";
import { revokeSessionsInput } from "./input";
import { isOneself } from "./policy";
import { endSessionsOf } from "./sessions";

/** Signs the person out on one other device, or on all others. */
export const revokeSessions = command({
  name: "user.sessions_revoked",
  input: revokeSessionsInput,
  find: (tx, actor) => findOwn(tx, actor),
  allow: isOneself,
  async run({ tx, subject: user, input, event }) {
    const subjects = [{ kind: "user" as const, id: user.userId }];
    if (!input.sessionId) {
      const ended = await endSessionsOf(tx, user.userId, input.keep ?? undefined);
      return { result: { ended }, subjects, facts: { ended } };
    }
    const ended = await tx.update(sessions).set({ revokedAt: event.at })
      .where(and(eq(sessions.id, input.sessionId), eq(sessions.userId, user.userId), isNull(sessions.revokedAt))).returning({ id: sessions.id });
    if (ended.length === 0) throw new Conflict();
    return { result: { ended: 1 }, subjects, facts: { ended: 1 } };
  },
});
