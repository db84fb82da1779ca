import { and, desc, eq, gte, inArray, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { eventSubjects, events, organisations, users } from "@/db/schema";
import type { Person } from "@/lib/core/actor";
import { endOfDayInHarbin, isPlainDate } from "@/lib/core/dates";
import { NotFound } from "@/lib/core/errors";
import { isId } from "@/lib/core/id";
import { containing } from "@/lib/core/like";
import { offsetOf, type Page, type PageRequest } from "@/lib/core/page";

export type AuditLine = {
  id: string; at: Date; name: string; person: string | null; job: string | null; organisation: string | null; subjects: { kind: string; id: string }[]; facts: Record<string, unknown>;
};
export type AuditFilter = { name?: string | undefined; from?: string | undefined; to?: string | undefined; person?: string | undefined; subject?: string | undefined };

/** The whole ledger of what happened, newest first; for operators only. Days are Harbin's, both ends included. */
export async function listEvents(actor: Person, filter: AuditFilter, request: PageRequest): Promise<Page<AuditLine>> {
  if (!actor.operator) throw new NotFound();
  const from = filter.from && isPlainDate(filter.from) ? new Date(endOfDayInHarbin(filter.from).getTime() - 86_400_000) : null;
  const to = filter.to && isPlainDate(filter.to) ? endOfDayInHarbin(filter.to) : null;
  const person = containing(filter.person);
  const where = and(
    filter.name ? eq(events.name, filter.name) : undefined,
    from ? gte(events.at, from) : undefined,
    to ? lt(events.at, to) : undefined,
    person ? sql`${users.name} ilike ${person}` : undefined,
    isId(filter.subject) ? sql`exists (select 1 from ${eventSubjects} s where s.event_at = ${events.at} and s.event_id = ${events.id} and s.subject_id = ${filter.subject})` : undefined,
  );
  const rows = await db().select({ id: events.id, at: events.at, name: events.name, person: users.name, job: events.job, organisation: organisations.name, facts: events.facts }).from(events)
    .leftJoin(users, eq(users.id, events.actorId)).leftJoin(organisations, eq(organisations.id, events.organisationId)).where(where)
    .orderBy(desc(events.at), desc(events.id)).limit(request.size).offset(offsetOf(request));
  const [total] = await db().select({ n: sql<number>`count(*)`.mapWith(Number) }).from(events).leftJoin(users, eq(users.id, events.actorId)).where(where);
  const subjects = rows.length === 0 ? [] : await db().select({ eventId: eventSubjects.eventId, kind: eventSubjects.kind, id: eventSubjects.subjectId }).from(eventSubjects).where(inArray(eventSubjects.eventId, rows.map((row) => row.id)));
  return { ...request, total: total?.n ?? 0, rows: rows.map((row) => ({ ...row, subjects: subjects.filter((s) => s.eventId === row.id).slice(0, 6).map(({ kind, id }) => ({ kind, id })) })) };
}
