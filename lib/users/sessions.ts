import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { brokers, memberships, operators, organisations, sessions, users } from "@/db/schema";
import type { Membership, Person } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { isId, newId } from "@/lib/core/id";

/** A session ends 12 hours after it was last used, and 7 days after it began whatever happened. */
export const idleMs = 12 * 3_600_000;
export const absoluteMs = 7 * 86_400_000;
/** How stale `last_seen_at` may become before a request writes it again. */
const touchMs = 5 * 60_000;

/** Begins a session for somebody whose identity has just been proved. @returns the `sid` for the cookie */
export async function startSession(userId: string, userAgent: string | null): Promise<string> {
  const now = clock.now();
  const id = newId(now);
  await db().insert(sessions).values({
    id, userId, createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + absoluteMs), userAgent: userAgent?.slice(0, 300) ?? null,
  });
  return id;
}

export async function endSession(sid: string): Promise<void> {
  if (!isId(sid)) return;
  await db().update(sessions).set({ revokedAt: clock.now() }).where(and(eq(sessions.id, sid), isNull(sessions.revokedAt)));
}

/** Ends every open session of a person, except the one named. Plain function for acts: runs in their transaction. */
export async function endSessionsOf(tx: Tx, userId: string, exceptSid?: string): Promise<number> {
  const kept = exceptSid && isId(exceptSid) ? sql`${sessions.id} <> ${exceptSid}` : undefined;
  const ended = await tx.update(sessions).set({ revokedAt: clock.now() })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), kept)).returning({ id: sessions.id });
  return ended.length;
}

type ActorRow = {
  userId: string;
  name: string;
  emailVerifiedAt: Date | null;
  consentVersion: string;
  operatorId: string | null;
  brokerId: string | null;
  lastSeenAt: Date;
  memberships: Membership[];
  dormant: string[];
};

/** Suspended organisations give no rights, so their memberships are left out. Oldest membership first. */
const membershipList = sql<Membership[]>`(select coalesce(json_agg(json_build_object(
    'organisationId', o.id, 'slug', o.slug, 'name', coalesce(o.short_name, o.name), 'kind', o.kind, 'verified', o.verification = 'verified', 'roles', m.roles
  ) order by m.joined_at, o.slug), '[]'::json) from ${memberships} m join ${organisations} o on o.id = m.organisation_id
  where m.user_id = ${users.id} and o.suspended_at is null)`;

const dormantList = sql<string[]>`array(select m.organisation_id from ${memberships} m join ${organisations} o on o.id = m.organisation_id where m.user_id = ${users.id} and o.suspended_at is not null)`;

const actorColumns = {
  userId: users.id,
  name: users.name,
  emailVerifiedAt: users.emailVerifiedAt,
  consentVersion: users.consentVersion,
  operatorId: operators.userId,
  brokerId: brokers.id,
  memberships: membershipList,
  dormant: dormantList,
};

function toPerson(row: Omit<ActorRow, "lastSeenAt">): Person {
  return {
    kind: "person",
    userId: row.userId,
    name: row.name,
    emailVerified: row.emailVerifiedAt !== null,
    agreedTo: row.consentVersion,
    operator: row.operatorId !== null,
    brokerId: row.brokerId,
    memberships: row.memberships,
    ...(row.dormant.length > 0 ? { dormant: row.dormant } : {}),
    acting: row.memberships[0] ?? null,
  };
}

/**
 * The person behind a session id, with memberships, in one query; null when the session is revoked, idle, too old
 * or its user suspended. `acting` is the first membership until the gate knows better.
 */
export async function personOfSession(sid: string): Promise<Person | null> {
  if (!isId(sid)) return null;
  const now = clock.now();
  const [row] = await db().select({ ...actorColumns, lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(operators, eq(operators.userId, users.id))
    .leftJoin(brokers, and(eq(brokers.userId, users.id), eq(brokers.status, "approved")))
    .where(and(
      eq(sessions.id, sid), isNull(sessions.revokedAt), isNull(users.suspendedAt),
      gt(sessions.expiresAt, now), gt(sessions.lastSeenAt, new Date(now.getTime() - idleMs)),
    ));
  if (!row) return null;
  if (now.getTime() - row.lastSeenAt.getTime() > touchMs) {
    await db().update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, sid));
  }
  return toPerson(row);
}

/** The same person without a session: for jobs, the demo world and tests. Null when unknown or suspended. */
export async function personOfUser(userId: string): Promise<Person | null> {
  const [row] = await db().select(actorColumns).from(users)
    .leftJoin(operators, eq(operators.userId, users.id))
    .leftJoin(brokers, and(eq(brokers.userId, users.id), eq(brokers.status, "approved")))
    .where(and(eq(users.id, userId), isNull(users.suspendedAt)));
  return row ? toPerson(row) : null;
}
