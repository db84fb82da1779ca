import { asc, eq, isNull, sql } from "drizzle-orm";
import type { Reader, Tx } from "@/db/client";
import { memberships, operators, organisations, users } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { Conflict, NotFound } from "@/lib/core/errors";

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

export type StaffRow = UserRow & { bureau: boolean };

/** An account as one may be platform staff. @throws NotFound */
export async function findStaff(reader: Reader, userId: string): Promise<StaffRow> {
  const [row] = await reader.select({
    ...columns,
    bureau: sql<boolean>`exists (select 1 from ${memberships} m join ${organisations} o on o.id = m.organisation_id where m.user_id = users.id and o.kind = 'bureau')`,
  }).from(users).where(eq(users.id, userId));
  if (!row) throw new NotFound();
  return row;
}

/**
 * Who becomes staff and who comes to the bureau, the same person at the same moment: under this lock one sees the other. Weaker than `for update`, so that
 * rows which only point to the person do not wait.
 */
export async function lockUser(tx: Tx, userId: string): Promise<void> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("no key update");
}

/** Locks all operators, so that two who go at once do not both count on the other. @throws Conflict when nobody who can sign in would be left */
export async function assertAnotherOperator(tx: Tx, userId: string): Promise<void> {
  await tx.select({ userId: operators.userId }).from(operators).orderBy(asc(operators.userId)).for("update");
  const standing = await tx.select({ userId: operators.userId }).from(operators).innerJoin(users, eq(users.id, operators.userId)).where(isNull(users.suspendedAt));
  if (!standing.some((one) => one.userId !== userId)) throw new Conflict("last_operator");
}
