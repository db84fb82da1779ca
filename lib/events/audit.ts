import { and, desc, eq, gte, inArray, lt, sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { eventSubjects, events, organisations, users } from "@/db/schema";
import type { Person } from "@/lib/core/actor";
import { endOfDayInHarbin, isPlainDate } from "@/lib/core/dates";
import { NotFound } from "@/lib/core/errors";
import { isId } from "@/lib/core/id";
import { containing } from "@/lib/core/like";
import { offsetOf, type Page, type PageRequest } from "@/lib/core/page";
import { eventNames, subjectKinds } from "./names";

/** `name` is null where the thing has none, or none that an operator may read. */
export type AuditSubject = { kind: string; id: string; name: string | null };
export type AuditLine = {
  id: string; at: Date; name: string; person: string | null; job: string | null; organisation: string | null; subjects: AuditSubject[]; facts: Record<string, unknown>;
};
export type AuditFilter = { name?: string | undefined; from?: string | undefined; to?: string | undefined; person?: string | undefined; subject?: string | undefined };

/** So many of the newest that are asked for are listed: nobody turns more pages, and counting them all would read the whole ledger. Older ones are reached by their days. */
export const auditReads = 10_000;

/** `capped`: there are more than `total` says. */
export type AuditList = Page<AuditLine> & { capped: boolean };

/** The whole ledger of what happened, newest first; for operators only. Days are Harbin's, both ends included. */
export async function listEvents(actor: Person, filter: AuditFilter, request: PageRequest): Promise<AuditList> {
  if (!actor.operator) throw new NotFound();
  const where = conditions(filter);
  const [rows, { rows: [counted] }] = await Promise.all([
    db().select({ id: events.id, at: events.at, name: events.name, person: users.name, job: events.job, organisation: organisations.name, facts: events.facts }).from(events)
      .leftJoin(users, eq(users.id, events.actorId)).leftJoin(organisations, eq(organisations.id, events.organisationId)).where(where)
      .orderBy(desc(events.at), desc(events.id)).limit(request.size).offset(offsetOf(request)),
    db().execute<{ n: number }>(sql`select count(*)::int as n from (select from ${events} where ${where ?? sql`true`} limit ${auditReads + 1}) listed`),
  ]);
  const subjects = await subjectsOf(rows.map((row) => row.id));
  const shown = rows.map((row) => ({ row, subjects: subjects.filter((s) => s.eventId === row.id).slice(0, 6) }));
  const names = await namesOf(shown.flatMap((one) => one.subjects.map(({ id }) => id)));
  const n = counted?.n ?? 0;
  return { ...request, total: Math.min(n, auditReads), capped: n > auditReads, rows: shown.map(({ row, subjects: own }) => ({ ...row, subjects: own.map(({ kind, id }) => ({ kind, id, name: names.get(id) ?? null })) })) };
}

/** How many there are, exactly: for few days. */
export async function countEvents(actor: Person, filter: AuditFilter): Promise<number> {
  if (!actor.operator) throw new NotFound();
  return db().$count(events, conditions(filter));
}

function conditions(filter: AuditFilter): SQL | undefined {
  const from = filter.from && isPlainDate(filter.from) ? new Date(endOfDayInHarbin(filter.from).getTime() - 86_400_000) : null;
  const to = filter.to && isPlainDate(filter.to) ? endOfDayInHarbin(filter.to) : null;
  const person = containing(filter.person), name = eventNames.find((known) => known === filter.name);
  return and(
    name ? eq(events.name, name) : undefined,
    from ? gte(events.at, from) : undefined,
    to ? lt(events.at, to) : undefined,
    person ? sql`${events.actorId} in (select u.id from ${users} u where u.name ilike ${person})` : undefined,
    // With its kinds, of which there are few: the index of subjects begins with the kind.
    isId(filter.subject) ? sql`(${events.at}, ${events.id}) in (select s.event_at, s.event_id from ${eventSubjects} s where s.kind = any(${sql.param(subjectKinds)}::text[]) and s.subject_id = ${filter.subject})` : undefined,
  );
}

/** By moment and id, as their key is, the moment as the database has it. */
async function subjectsOf(eventIds: string[]): Promise<{ eventId: string; kind: string; id: string }[]> {
  if (eventIds.length === 0) return [];
  return db().select({ eventId: eventSubjects.eventId, kind: eventSubjects.kind, id: eventSubjects.subjectId }).from(events)
    .innerJoin(eventSubjects, and(eq(eventSubjects.eventAt, events.at), eq(eventSubjects.eventId, events.id))).where(inArray(events.id, eventIds));
}

/**
 * What an operator may call a thing: people and organisations by their names, a record by its number and, while it is
 * public, its title; reviews and interests by the number of their record; deals and contracts, whose words are their
 * parties' own, by their number alone.
 */
async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const asked = sql`${sql.param([...new Set(ids)])}::uuid[]`;
  const { rows } = await db().execute<{ id: string; name: string }>(sql`
    select id, name from users where id = any(${asked})
    union all select id, name from organisations where id = any(${asked})
    union all select b.id, u.name from brokers b join users u on u.id = b.user_id where b.id = any(${asked})
    union all select l.id, concat_ws(' ', l.number, p.title) from listings l left join public_listings p on p.id = l.id where l.id = any(${asked})
    union all select r.id, l.number from reviews r join listings l on l.id = r.subject_id where r.id = any(${asked})
    union all select i.id, l.number from interests i join listings l on l.id = i.target_listing_id where i.id = any(${asked})
    union all select id, number from deals where id = any(${asked})
    union all select id, number from contracts where id = any(${asked})
    union all select r.id, c.number from registrations r join contracts c on c.id = r.contract_id where r.id = any(${asked})
    union all select id, file_name from imports where id = any(${asked})
    union all select id, year::text from targets where id = any(${asked})
    union all select id, year::text from reported_values where id = any(${asked})`);
  return new Map(rows.map((row) => [row.id, row.name]));
}
