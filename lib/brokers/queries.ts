import { and, count, desc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { brokers, organisations, publicName, users } from "@/db/schema";
import type { Actor, Person } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { isId } from "@/lib/core/id";
import { offsetOf, type Page, type PageRequest } from "@/lib/core/page";
import { mayDecideBrokers } from "./policy";
import type { BrokerStatus } from "./states";

export type BrokerCard = {
  id: string; userId: string; name: string; organisation: string | null; introduction: string; fieldCodes: string[]; districtCode: string | null; certificate: string | null; demo: boolean;
};
export type BrokerApplication = BrokerCard & { status: BrokerStatus; remark: string | null; appliedAt: Date };

const columns = {
  id: brokers.id, userId: brokers.userId, name: users.name, organisation: sql<string | null>`${publicName()}`, introduction: brokers.introduction,
  fieldCodes: brokers.fieldCodes, districtCode: brokers.districtCode, certificate: brokers.certificate, demo: users.demo,
  status: brokers.status, remark: brokers.remark, appliedAt: brokers.appliedAt,
};

/** With the agency as everybody knows it: one that is suspended is not named. */
const namedAgency = and(eq(organisations.id, brokers.organisationId), isNull(organisations.suspendedAt));

/** Approved brokers, for everybody. `field` is a code of the plan; `district` six digits. */
export async function listBrokers(_actor: Actor, filter: { field?: string | undefined; district?: string | undefined }, request: PageRequest): Promise<Page<BrokerCard>> {
  const where = and(
    eq(brokers.status, "approved"), isNull(users.suspendedAt),
    filter.field ? sql`${brokers.fieldCodes} @> array[${filter.field}]` : undefined,
    filter.district ? eq(brokers.districtCode, filter.district) : undefined,
  );
  const rows = await db().select(columns).from(brokers).innerJoin(users, eq(users.id, brokers.userId)).leftJoin(organisations, namedAgency).where(where).orderBy(users.name, brokers.id).limit(request.size).offset(offsetOf(request));
  const [total] = await db().select({ n: count() }).from(brokers).innerJoin(users, eq(users.id, brokers.userId)).where(where);
  return { ...request, total: total?.n ?? 0, rows: rows.map(({ status: _s, remark: _r, appliedAt: _a, ...card }) => card) };
}

/** Where there are approved brokers: the places worth asking for. */
export async function brokerPlaces(_actor: Actor): Promise<string[]> {
  const rows = await db().selectDistinct({ code: brokers.districtCode }).from(brokers).innerJoin(users, eq(users.id, brokers.userId)).where(and(eq(brokers.status, "approved"), isNull(users.suspendedAt))).orderBy(brokers.districtCode);
  return rows.flatMap(({ code }) => (code ? [code] : []));
}

/** `deals`: how many this broker took part in to their end; a number tells nothing of who dealt with whom. */
export type BrokerPage = BrokerCard & { organisationId: string | null; deals: number; verifiedOn: Date | null };

/** One approved broker as everybody sees them. @throws NotFound for every other profile and for a suspended account */
export async function getPublicBroker(_actor: Actor, id: string): Promise<BrokerPage> {
  if (!isId(id)) throw new NotFound();
  const [row] = await db().select({
    ...columns, verifiedOn: brokers.decidedAt, organisationId: organisations.id,
    deals: sql<number>`(select count(*) from deal_participants p join deals d on d.id = p.deal_id where p.user_id = ${brokers.userId} and p.role = 'broker' and p.status = 'active' and d.status = 'completed')`.mapWith(Number),
  }).from(brokers).innerJoin(users, eq(users.id, brokers.userId)).leftJoin(organisations, namedAgency)
    .where(and(eq(brokers.id, id), eq(brokers.status, "approved"), isNull(users.suspendedAt)));
  if (!row) throw new NotFound();
  const { status: _s, remark: _r, appliedAt: _a, ...page } = row;
  return page;
}

/** For those who decide: applications and what became of them, open ones first; `pending` counts these over all pages. */
export async function listApplications(actor: Actor, request: PageRequest): Promise<Page<BrokerApplication> & { pending: number }> {
  if (!mayDecideBrokers(actor)) throw new NotFound();
  const rows = await db().select(columns).from(brokers).innerJoin(users, eq(users.id, brokers.userId)).leftJoin(organisations, eq(organisations.id, brokers.organisationId))
    .orderBy(sql`(${brokers.status} = 'pending') desc`, desc(brokers.appliedAt), brokers.id).limit(request.size).offset(offsetOf(request));
  const [counted] = await db().select({ total: count(), pending: sql<number>`count(*) filter (where ${brokers.status} = 'pending')`.mapWith(Number) }).from(brokers);
  return { ...request, total: counted?.total ?? 0, pending: counted?.pending ?? 0, rows };
}

/** The person's own profile, whatever its state; null before the first application. */
export async function getOwnBroker(actor: Person): Promise<(BrokerApplication & { organisationId: string | null }) | null> {
  const [row] = await db().select({ ...columns, organisationId: brokers.organisationId }).from(brokers).innerJoin(users, eq(users.id, brokers.userId))
    .leftJoin(organisations, eq(organisations.id, brokers.organisationId)).where(eq(brokers.userId, actor.userId));
  return row ?? null;
}
