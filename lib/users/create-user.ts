import type { Tx } from "@/db/client";
import { users } from "@/db/schema";
import { clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/id";
import { consentVersion } from "./consent";

export type NewUser = { email: string; name: string; passwordHash: string; verified?: boolean; demo?: boolean };

/** The row of a new person. Plain function: the act around it (or the command line) records the event. @returns the user's id */
export async function createUser(tx: Tx, user: NewUser): Promise<string> {
  const now = clock.now();
  const id = newId(now);
  await tx.insert(users).values({
    id, email: user.email.toLowerCase(), name: user.name, passwordHash: user.passwordHash, consentVersion, consentedAt: now,
    emailVerifiedAt: user.verified ? now : null, demo: user.demo ?? false, createdAt: now,
  });
  return id;
}
