import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { memberships, organisations, users } from "@/db/schema";
import { isMember, isOperator, type Actor, type Role } from "@/lib/core/actor";
import { Conflict, NotFound } from "@/lib/core/errors";
import type { OrganisationFacts } from "./policy";

export type OrganisationRow = OrganisationFacts & { slug: string; name: string; verifiedName: string | null; creditCode: string | null };

const columns = {
  id: organisations.id, kind: organisations.kind, verification: organisations.verification, slug: organisations.slug, name: organisations.name,
  verifiedName: organisations.verifiedName, creditCode: organisations.creditCode, suspended: sql<boolean>`${organisations.suspendedAt} is not null`,
};

/** Whatever is public about it may be known to all, so every organisation can be found. @throws NotFound */
export async function findOrganisation(tx: Tx, organisationId: string): Promise<OrganisationRow> {
  const [row] = await tx.select(columns).from(organisations).where(eq(organisations.id, organisationId));
  if (!row) throw new NotFound();
  return row;
}

/** For what only its people and the operators may know of. @throws NotFound for strangers */
export async function findForMember(tx: Tx, actor: Actor, organisationId: string): Promise<OrganisationRow> {
  if (!isMember(actor, organisationId) && !isOperator(actor)) throw new NotFound();
  return findOrganisation(tx, organisationId);
}

/** Changes to who governs an organisation happen one after the other, or two administrators could leave at once. */
export async function lockOrganisation(tx: Tx, organisationId: string): Promise<void> {
  await tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, organisationId)).for("update");
}

/** @throws Conflict `last_administrator` when nobody who can sign in would govern it without this person. Needs the lock. */
export async function assertAnotherAdministrator(tx: Tx, organisationId: string, userId: string): Promise<void> {
  const rows = await tx.select({ userId: memberships.userId }).from(memberships).innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.organisationId, organisationId), isNull(users.suspendedAt), sql`${memberships.roles} @> array['administrator']`));
  if (!rows.some((row) => row.userId !== userId)) throw new Conflict("last_administrator");
}

export type MemberRow = OrganisationRow & { member: { userId: string; roles: Role[] } };

/** An organisation with one of its members. @throws NotFound */
export async function findMember(tx: Tx, actor: Actor, organisationId: string, userId: string): Promise<MemberRow> {
  const organisation = await findForMember(tx, actor, organisationId);
  const [member] = await tx.select({ userId: memberships.userId, roles: memberships.roles }).from(memberships)
    .where(and(eq(memberships.organisationId, organisationId), eq(memberships.userId, userId)));
  if (!member) throw new NotFound();
  return { ...organisation, member };
}
