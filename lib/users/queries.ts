import { and, count, desc, eq, gt, ilike, isNotNull, isNull, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { events, eventSubjects, memberships, operators, organisations, sessions, users } from "@/db/schema";
import type { Person, Role } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { NotFound } from "@/lib/core/errors";
import { containing } from "@/lib/core/like";
import { offsetOf, type Page, type PageRequest } from "@/lib/core/page";
import { consentVersion } from "./consent";
import { idleMs } from "./sessions";

export type OwnAccount = { email: string; name: string; emailVerified: boolean; createdAt: Date };

export async function getOwnAccount(actor: Person): Promise<OwnAccount> {
  const [row] = await db().select({ email: users.email, name: users.name, verifiedAt: users.emailVerifiedAt, createdAt: users.createdAt }).from(users).where(eq(users.id, actor.userId));
  if (!row) throw new NotFound();
  return { email: row.email, name: row.name, emailVerified: row.verifiedAt !== null, createdAt: row.createdAt };
}

/** Has this person agreed to the terms as they are now? */
export function hasAgreed(actor: Person): boolean {
  return actor.agreedTo === consentVersion;
}

export type SessionView = { id: string; createdAt: Date; lastSeenAt: Date; userAgent: string | null };

/** The person's sessions that still count, latest first. */
export async function listOwnSessions(actor: Person): Promise<SessionView[]> {
  const now = clock.now();
  return db().select({ id: sessions.id, createdAt: sessions.createdAt, lastSeenAt: sessions.lastSeenAt, userAgent: sessions.userAgent }).from(sessions)
    .where(and(eq(sessions.userId, actor.userId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now), gt(sessions.lastSeenAt, new Date(now.getTime() - idleMs))))
    .orderBy(desc(sessions.lastSeenAt)).limit(50);
}

export type UserLine = {
  userId: string; name: string; email: string; emailVerified: boolean; suspended: boolean; suspendedReason: string | null;
  operator: boolean; bureau: boolean; createdAt: Date; organisations: { name: string; roles: Role[] }[];
};

/** For operators: every account. `q` looks in name and address. */
export async function listUsers(actor: Person, filter: { q?: string | undefined; state?: string | undefined }, request: PageRequest): Promise<Page<UserLine>> {
  if (!actor.operator) throw new NotFound();
  const like = containing(filter.q);
  const where = and(
    like ? or(ilike(users.name, like), ilike(users.email, like)) : undefined,
    filter.state === "suspended" ? isNotNull(users.suspendedAt) : filter.state === "unverified" ? isNull(users.emailVerifiedAt) : undefined,
  );
  const rows = await db().select({
    userId: users.id, name: users.name, email: users.email, verifiedAt: users.emailVerifiedAt, suspendedAt: users.suspendedAt,
    suspendedReason: users.suspendedReason, operatorId: operators.userId, createdAt: users.createdAt,
    bureau: sql<boolean>`exists (select 1 from ${memberships} m join ${organisations} o on o.id = m.organisation_id where m.user_id = ${users.id} and o.kind = 'bureau')`,
    organisations: sql<{ name: string; roles: Role[] }[]>`(select coalesce(json_agg(json_build_object('name', coalesce(o.short_name, o.name), 'roles', m.roles) order by o.name), '[]'::json)
      from ${memberships} m join ${organisations} o on o.id = m.organisation_id where m.user_id = ${users.id})`,
  }).from(users).leftJoin(operators, eq(operators.userId, users.id)).where(where).orderBy(desc(users.createdAt), users.id).limit(request.size).offset(offsetOf(request));
  const [total] = await db().select({ n: count() }).from(users).where(where);
  return {
    ...request, total: total?.n ?? 0,
    rows: rows.map(({ verifiedAt, suspendedAt, operatorId, ...row }) => ({ ...row, emailVerified: verifiedAt !== null, suspended: suspendedAt !== null, operator: operatorId !== null })),
  };
}

export type OperatorLine = { userId: string; name: string; email: string; suspended: boolean; grantedAt: Date; grantedBy: string | null };

/** Who runs the platform, since when and by whom; for operators. */
export async function listOperators(actor: Person): Promise<OperatorLine[]> {
  if (!actor.operator) throw new NotFound();
  const rows = await db().select({
    userId: users.id, name: users.name, email: users.email, suspendedAt: users.suspendedAt, grantedAt: operators.grantedAt,
    grantedBy: sql<string | null>`(select g.name from ${events} e join ${eventSubjects} s on s.event_at = e.at and s.event_id = e.id left join ${users} g on g.id = e.actor_id
      where e.at = ${operators.grantedAt} and e.name = 'user.operator_granted' and s.kind = 'user' and s.subject_id = ${operators.userId} limit 1)`,
  }).from(operators).innerJoin(users, eq(users.id, operators.userId)).orderBy(operators.grantedAt, users.id);
  return rows.map(({ suspendedAt, ...row }) => ({ ...row, suspended: suspendedAt !== null }));
}

export type DemoAccount = { userId: string; key: string; name: string; organisation: string | null };

/** Those of the demo world's people (`<key>@demo.local`) who are asked for, in the order asked; the demo world has many more. */
export async function listDemoAccounts(keys: readonly string[]): Promise<DemoAccount[]> {
  const { rows } = await db().execute<DemoAccount>(sql`
    select u.id as "userId", split_part(u.email, '@', 1) as key, u.name,
      (select coalesce(o.short_name, o.name) from ${memberships} m join ${organisations} o on o.id = m.organisation_id where m.user_id = u.id order by m.joined_at limit 1) as organisation
    from ${users} u where u.demo and u.suspended_at is null and u.email in (${sql.join(keys.map((key) => sql`${`${key}@demo.local`}`), sql`, `)})`);
  return rows.sort((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key));
}

/** Whether one press may sign in as this user. */
export async function isDemoUser(userId: string): Promise<boolean> {
  const [row] = await db().select({ id: users.id }).from(users).where(and(eq(users.id, userId), eq(users.demo, true), isNull(users.suspendedAt)));
  return row !== undefined;
}
