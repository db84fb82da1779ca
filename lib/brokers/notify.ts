import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { brokers, memberships, operators, organisations, users } from "@/db/schema";
import type { StoredEvent } from "@/lib/jobs/cursors";
import type { Notice, Recipients } from "@/lib/jobs/notice";

async function brokerOf(tx: Tx, event: StoredEvent): Promise<{ id: string; userId: string; name: string } | null> {
  const id = event.subjects.find((subject) => subject.kind === "broker")?.id;
  if (!id) return null;
  const [row] = await tx.select({ id: brokers.id, userId: brokers.userId, name: users.name }).from(brokers).innerJoin(users, eq(users.id, brokers.userId)).where(eq(brokers.id, id));
  return row ?? null;
}

async function toDeciders(tx: Tx, event: StoredEvent): Promise<Notice[]> {
  const broker = await brokerOf(tx, event);
  if (!broker) return [];
  const staff = await tx.select({ userId: operators.userId }).from(operators);
  const reviewers = await tx.select({ userId: memberships.userId }).from(memberships).innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(organisations.kind, "bureau"), isNull(organisations.suspendedAt), sql`${memberships.roles} && array['reviewer', 'director']`));
  const deciders = new Set([...staff, ...reviewers].map((row) => row.userId));
  deciders.delete(broker.userId);
  return [...deciders].map((userId) => ({
    userId, needsAction: true, subject: { kind: "broker", id: broker.id }, href: "/brokers/applications", values: { person: broker.name },
  }));
}

function toBroker(needsAction: boolean, href: string): NonNullable<Recipients["broker.approved"]> {
  return async (tx, event) => {
    const broker = await brokerOf(tx, event);
    return broker ? [{ userId: broker.userId, needsAction, subject: { kind: "broker", id: broker.id }, href, values: { person: broker.name }, mail: true }] : [];
  };
}

export const recipients: Recipients = {
  "broker.applied": toDeciders,
  "broker.approved": toBroker(false, "/me/broker"),
  "broker.sent_back": toBroker(true, "/me/broker"),
  "broker.suspended": toBroker(false, "/me/broker"),
  "broker.restored": toBroker(false, "/me/broker"),
  "broker.agency_left": toBroker(false, "/me/broker"),
};
