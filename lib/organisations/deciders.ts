import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { memberships, organisations, users } from "@/db/schema";

export type Decider = { userId: string; slug: string };

/** Administrators and editors of an organisation who are not suspended: who is told when it has to decide something. */
export async function decidersOf(tx: Tx, organisationId: string): Promise<Decider[]> {
  return tx.select({ userId: memberships.userId, slug: organisations.slug }).from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId)).innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.organisationId, organisationId), isNull(users.suspendedAt), sql`${memberships.roles} && array['administrator', 'editor']`));
}

/** Administrators of an organisation who are not suspended. */
export async function administratorsOf(tx: Tx, organisationId: string): Promise<Decider[]> {
  return tx.select({ userId: memberships.userId, slug: organisations.slug }).from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId)).innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.organisationId, organisationId), isNull(users.suspendedAt), sql`${memberships.roles} @> array['administrator']`));
}

/** Reviewers and directors of the bureau. */
export async function bureauReviewers(tx: Tx): Promise<Decider[]> {
  return tx.select({ userId: memberships.userId, slug: organisations.slug }).from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId)).innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(organisations.kind, "bureau"), isNull(users.suspendedAt), sql`${memberships.roles} && array['reviewer', 'director']`));
}
