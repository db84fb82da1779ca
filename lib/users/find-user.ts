import { eq, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { users } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";

export type UserRow = { userId: string; email: string; name: string; suspended: boolean; emailVerified: boolean };

const columns = {
  userId: users.id, email: users.email, name: users.name,
  suspended: sql<boolean>`${users.suspendedAt} is not null`, emailVerified: sql<boolean>`${users.emailVerifiedAt} is not null`,
};

export async function findByMail(reader: Reader, email: string): Promise<UserRow | null> {
  const [row] = await reader.select(columns).from(users).where(sql`lower(${users.email}) = ${email.toLowerCase()}`);
  return row ?? null;
}

/** @throws NotFound */
export async function findUser(reader: Reader, userId: string): Promise<UserRow> {
  const [row] = await reader.select(columns).from(users).where(eq(users.id, userId));
  if (!row) throw new NotFound();
  return row;
}

/** The account of whoever acts. @throws NotFound for visitors and jobs */
export async function findOwn(reader: Reader, actor: Actor): Promise<UserRow> {
  if (actor.kind !== "person") throw new NotFound();
  return findUser(reader, actor.userId);
}
