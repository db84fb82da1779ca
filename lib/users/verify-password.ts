import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { cleanLine } from "@/lib/core/typed-text";
import { countAttempt, forgetAttempts, networkOf } from "./limits";
import { passwordMatches } from "./passwords";

export type Verified = { status: "ok"; userId: string } | { status: "wrong" } | { status: "wait"; minutes: number };

/**
 * Proves who somebody is. Unknown address, wrong password and suspended account look the same.
 * @param address network address of the asker, null when unknown
 */
export async function verifyPassword(email: string, password: string, address: string | null = null): Promise<Verified> {
  const mail = cleanLine(email).normalize("NFKC").replace(/\s/gu, "").toLowerCase().slice(0, 254);
  const network = networkOf(address);
  const counted = [["sign-in-address", network], ["sign-in-pair", `${mail} ${network}`], ["sign-in-mail", mail]] as const;
  // One after the other: what is refused by the stricter limit must not use up the mail address's own.
  for (const [limit, key] of counted) {
    const minutes = await countAttempt(limit, key);
    if (minutes > 0) return { status: "wait", minutes };
  }
  const [user] = await db().select({ id: users.id, passwordHash: users.passwordHash, suspendedAt: users.suspendedAt })
    .from(users).where(sql`lower(${users.email}) = ${mail}`);
  const matches = await passwordMatches(password.slice(0, 200), user?.passwordHash ?? null);
  if (!user || !matches || user.suspendedAt) return { status: "wrong" };
  for (const [limit, key] of counted.slice(1)) await forgetAttempts(limit, key);
  return { status: "ok", userId: user.id };
}
