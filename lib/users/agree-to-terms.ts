import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { command } from "@/lib/command";
import { consentVersion } from "./consent";
import { findOwn } from "./find-user";
import { nothing } from "./input";
import { isOneself } from "./policy";

/** The terms have changed since somebody agreed to them; the version that they have now read is kept with the day. */
export const agreeToTerms = command({
  name: "user.agreed_to_terms",
  input: nothing,
  find: (tx, actor) => findOwn(tx, actor),
  allow: isOneself,
  async run({ tx, subject: user, event }) {
    await tx.update(users).set({ consentVersion, consentedAt: event.at }).where(eq(users.id, user.userId));
    return { result: { version: consentVersion }, subjects: [{ kind: "user" as const, id: user.userId }], facts: { version: consentVersion } };
  },
});
