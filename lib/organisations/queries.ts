import { and, asc, count, desc, eq, gt, ilike, isNull, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { invitations, joinRequests, memberships, organisations, publicName, sessions, users } from "@/db/schema";
import { isMember, isOperator, may, type Actor, type OrganisationKind, type Person, type Role } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { NotFound } from "@/lib/core/errors";
import { authSecret } from "@/lib/core/env";
import { idFromToken, isId } from "@/lib/core/id";
import { containing } from "@/lib/core/like";
import { offsetOf, type Page, type PageRequest } from "@/lib/core/page";
import type { VerificationStatus } from "./states";

export type PublicOrganisation = {
  id: string; slug: string; name: string; kind: OrganisationKind; districtCode: string | null; zones: string[]; introduction: string | null; verified: boolean; demo: boolean;
};

/** What anybody may know of an organisation. @throws NotFound also for suspended ones */
export async function getPublicOrganisation(id: string): Promise<PublicOrganisation> {
  const [row] = isId(id)
    ? await db().select({
        id: organisations.id, slug: organisations.slug, name: publicName(), kind: organisations.kind, districtCode: organisations.districtCode, zones: organisations.zones,
        introduction: organisations.introduction, verified: sql<boolean>`${organisations.verification} = 'verified'`, demo: organisations.demo,
      }).from(organisations).where(and(eq(organisations.id, id), isNull(organisations.suspendedAt)))
    : [];
  if (!row) throw new NotFound();
  return row;
}

export type OrganisationProfile = typeof organisations.$inferSelect;

/** The organisation's own data. @throws NotFound for everybody but its members and operators */
export async function getProfile(actor: Actor, id: string): Promise<OrganisationProfile> {
  const known = isMember(actor, id) || (actor.kind === "person" && actor.operator);
  const [row] = known && isId(id) ? await db().select().from(organisations).where(eq(organisations.id, id)) : [];
  if (!row) throw new NotFound();
  return row;
}

export type MemberLine = { userId: string; name: string; email: string; roles: Role[]; joinedAt: Date; lastSeenAt: Date | null; suspended: boolean };

/** Everybody who belongs; addresses are shown to colleagues only. */
export async function listMembers(actor: Actor, organisationId: string): Promise<MemberLine[]> {
  if (!isMember(actor, organisationId) && !(actor.kind === "person" && actor.operator)) throw new NotFound();
  return db().select({
    userId: users.id, name: users.name, email: users.email, roles: memberships.roles, joinedAt: memberships.joinedAt,
    lastSeenAt: sql<Date | null>`(select max(s.last_seen_at) from ${sessions} s where s.user_id = ${users.id})`.mapWith(sessions.lastSeenAt),
    suspended: sql<boolean>`${users.suspendedAt} is not null`,
  }).from(memberships).innerJoin(users, eq(users.id, memberships.userId)).where(eq(memberships.organisationId, organisationId)).orderBy(asc(memberships.joinedAt), users.id);
}

export type InvitationLine = { id: string; email: string; roles: Role[]; invitedAt: Date; expiresAt: Date };

/** What an operator sees are the invitations to govern: those are theirs to send, and to take back. */
export async function listInvitations(actor: Actor, organisationId: string): Promise<InvitationLine[]> {
  const manages = may(actor, "members", organisationId);
  if (!manages && !isOperator(actor)) return [];
  return db().select({ id: invitations.id, email: invitations.email, roles: invitations.roles, invitedAt: invitations.invitedAt, expiresAt: invitations.expiresAt }).from(invitations)
    .where(and(eq(invitations.organisationId, organisationId), eq(invitations.status, "pending"), gt(invitations.expiresAt, clock.now()), manages ? undefined : sql`${invitations.roles} @> array['administrator']`)).orderBy(desc(invitations.invitedAt));
}

export type JoinRequestLine = { id: string; name: string; email: string; message: string | null; requestedAt: Date };

export async function listJoinRequests(actor: Actor, organisationId: string): Promise<JoinRequestLine[]> {
  if (!may(actor, "members", organisationId)) return [];
  return db().select({ id: joinRequests.id, name: users.name, email: users.email, message: joinRequests.message, requestedAt: joinRequests.requestedAt })
    .from(joinRequests).innerJoin(users, eq(users.id, joinRequests.userId))
    .where(and(eq(joinRequests.organisationId, organisationId), eq(joinRequests.status, "pending"))).orderBy(asc(joinRequests.requestedAt));
}

export type InvitationView = { organisation: string; inviter: string; email: string; roles: Role[] };

/** What a mailed link invites to; null when it is unknown, answered or too old. The token itself is the right to look. */
export async function getInvitation(token: string): Promise<InvitationView | null> {
  const id = idFromToken(authSecret(), "invitation", token);
  if (!id) return null;
  const [row] = await db().select({ organisation: publicName(), inviter: users.name, email: invitations.email, roles: invitations.roles }).from(invitations)
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId)).innerJoin(users, eq(users.id, invitations.invitedBy))
    .where(and(eq(invitations.id, id), eq(invitations.status, "pending"), gt(invitations.expiresAt, clock.now()), isNull(organisations.suspendedAt)));
  return row ?? null;
}

export type OrganisationHit = { id: string; name: string; kind: OrganisationKind; requested: boolean };

/** For "ask to join": organisations by name, at most ten. */
export async function findToJoin(actor: Person, q: string): Promise<OrganisationHit[]> {
  const like = containing(q);
  if (!like) return [];
  const mine = sql<boolean>`exists (select 1 from ${joinRequests} j where j.organisation_id = ${sql.raw('"organisations"."id"')} and j.user_id = ${actor.userId} and j.status = 'pending')`;
  return db().select({ id: organisations.id, name: publicName(), kind: organisations.kind, requested: mine }).from(organisations)
    .where(and(or(ilike(publicName(), like), ilike(organisations.shortName, like)), isNull(organisations.suspendedAt), sql`${organisations.kind} <> 'bureau'`))
    .orderBy(sql`length(${publicName()})`, organisations.id).limit(10);
}

export type OrganisationLine = {
  id: string; slug: string; name: string; verifiedName: string | null; kind: OrganisationKind; creditCode: string | null; districtCode: string | null;
  verification: VerificationStatus; suspended: boolean; createdAt: Date; members: number;
};

/** For operators: every organisation, those that wait for verification first. */
export async function listOrganisations(actor: Person, filter: { q?: string | undefined; state?: string | undefined }, request: PageRequest): Promise<Page<OrganisationLine>> {
  if (!actor.operator) throw new NotFound();
  const like = containing(filter.q);
  const where = and(
    like ? or(ilike(organisations.name, like), ilike(organisations.verifiedName, like), ilike(organisations.creditCode, like)) : undefined,
    filter.state === "suspended" ? sql`${organisations.suspendedAt} is not null` : filter.state ? sql`${organisations.verification} = ${filter.state}` : undefined,
  );
  const rows = await db().select({
    id: organisations.id, slug: organisations.slug, name: organisations.name, verifiedName: organisations.verifiedName, kind: organisations.kind, creditCode: organisations.creditCode, districtCode: organisations.districtCode,
    verification: organisations.verification, suspended: sql<boolean>`${organisations.suspendedAt} is not null`, createdAt: organisations.createdAt,
    members: sql<number>`(select count(*) from ${memberships} m where m.organisation_id = ${sql.raw('"organisations"."id"')})`.mapWith(Number),
  }).from(organisations).where(where)
    .orderBy(sql`(${organisations.verification} = 'pending') desc`, desc(organisations.createdAt), organisations.id).limit(request.size).offset(offsetOf(request));
  const [total] = await db().select({ n: count() }).from(organisations).where(where);
  return { ...request, total: total?.n ?? 0, rows };
}
