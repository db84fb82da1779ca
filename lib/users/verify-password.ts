import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { cleanLine } from "@/lib/core/typed-text";
import { countAttempt, forgetAttempts } from "./limits";
import { passwordMatches } from "./passwords";

export type Verified = { status: "ok"; userId: string } | { status: "wrong" } | { status: "wait"; minutes: number };

/**
 * Proves who somebody is. Unknown address, wrong password and suspended account look the same.
 * @param address network address of the asker, null when unknown
 */
export async function verifyPassword(email: string, password: string, address: string | null = null): Promise<Verified> {
  const mail = cleanLine(email).normalize("NFKC").replace(/\s/gu, "").toLowerCase().slice(0, 254);
  const minutes = Math.max(await countAttempt("sign-in-mail", mail), address ? await countAttempt("sign-in-address", address) : 0);
  if (minutes > 0) return { status: "wait", minutes };
  const [user] = await db().select({ id: users.id, passwordHash: users.passwordHash, suspendedAt: users.suspendedAt })
    .from(users).where(sql`lower(${users.email}) = ${mail}`);
  const matches = await passwordMatches(password.slice(0, 200), user?.passwordHash ?? null);
  if (!user || !matches || user.suspendedAt) return { status: "wrong" };
  await forgetAttempts("sign-in-mail", mail);
  return { status: "ok", userId: user.id };
}
