import { and, asc, eq, gt, lte, min, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { cursors, eventInbox, eventPositions, events, eventSubjects } from "@/db/schema";
import { clock } from "@/lib/core/clock";
import type { EventName, SubjectKind } from "@/lib/events/names";

export type StoredEvent = {
  position: number;
  at: Date;
  id: string;
  name: EventName;
  actorId: string | null;
  organisationId: string | null;
  facts: Record<string, unknown>;
  subjects: { kind: SubjectKind; id: string }[];
};

const sequencerLock = 4_150_002;

/** Gives committed events their places. One at a time in the whole installation; places commit in their order. */
export async function sequenceEvents(): Promise<number> {
  return db().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${sequencerLock})`);
    const moved = await tx.execute(sql`
      with taken as (delete from event_inbox returning event_at, event_id)
      insert into event_positions (event_at, event_id) select event_at, event_id from taken order by event_at, event_id`);
    return moved.rowCount ?? 0;
  });
}

/**
 * Hands the next events to a reader and moves its cursor in the same transaction: what a reader writes to Postgres
 * happens once; what it does outside may happen twice and must not mind.
 * @returns how many events were read; 0 means that the reader is up to date
 */
export async function readBatch(reader: string, size: number, work: (tx: Tx, batch: StoredEvent[]) => Promise<void>): Promise<number> {
  return db().transaction(async (tx) => {
    await tx.insert(cursors).values({ reader, position: 0, movedAt: clock.now() }).onConflictDoNothing();
    const [cursor] = await tx.select().from(cursors).where(eq(cursors.reader, reader)).for("update", { skipLocked: true });
    if (!cursor) return 0;
    // The places by themselves first: joined at once, a reader with a long way before it would read all events for each batch.
    const next = tx.select().from(eventPositions).where(gt(eventPositions.position, cursor.position)).orderBy(asc(eventPositions.position)).limit(size).as("next");
    const rows = await tx
      .select({ position: next.position, at: events.at, id: events.id, name: events.name, actorId: events.actorId, organisationId: events.organisationId, facts: events.facts })
      .from(next)
      .innerJoin(events, and(eq(events.at, next.eventAt), eq(events.id, next.eventId)))
      .orderBy(asc(next.position));
    const last = rows.at(-1);
    if (!last) return 0;
    // By moment and id, as their key is: by the id alone every batch would read all subjects there ever were.
    const subjects = await tx
      .select({ eventId: eventSubjects.eventId, kind: eventSubjects.kind, id: eventSubjects.subjectId })
      .from(eventPositions)
      .innerJoin(eventSubjects, and(eq(eventSubjects.eventAt, eventPositions.eventAt), eq(eventSubjects.eventId, eventPositions.eventId)))
      .where(and(gt(eventPositions.position, cursor.position), lte(eventPositions.position, last.position)));
    const byEvent = groupByEvent(subjects);
    await work(tx, rows.map((row) => ({
      ...row,
      name: row.name as EventName,
      subjects: (byEvent.get(row.id) ?? []).map((s) => ({ kind: s.kind as SubjectKind, id: s.id })),
    })));
    await tx.update(cursors).set({ position: last.position, movedAt: clock.now() }).where(eq(cursors.reader, reader));
    return rows.length;
  });
}

function groupByEvent<T extends { eventId: string }>(rows: T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.eventId, [...(groups.get(row.eventId) ?? []), row]);
  return groups;
}

/** A reader that has not read yet stands at the beginning: without a cursor of its own it would look as if it had nothing before it. */
export async function openCursors(names: readonly string[]): Promise<void> {
  await db().insert(cursors).values(names.map((reader) => ({ reader, position: 0, movedAt: clock.now() }))).onConflictDoNothing();
}

/** `since` is of the next event that the reader has not read or has put off; null where it is done with all. */
export type ReaderStanding = { reader: string; movedAt: Date; since: Date | null };
/** `behind` counts committed events that the reader has not read, and the subjects of others that it has put off. */
export type ReaderLag = ReaderStanding & { behind: number };

type StandingRow = { reader: string; movedAt: string; since: string | null };
const standing = <R extends StandingRow>({ movedAt, since, ...row }: R) => ({ ...row, movedAt: new Date(movedAt), since: since ? new Date(since) : null });

const oldest = sql`least((select p.event_at from event_positions p where p.position > c.position order by p.position limit 1), (select min(o.at) from postponed o where o.reader = c.reader), i.oldest)`;

/**
 * Since when each reader has something before it. Events that have no place yet count: the worker gives the places, so without
 * one nobody would seem to be behind. Asked by every probe, so nothing is counted.
 */
export async function readerStandings(): Promise<ReaderStanding[]> {
  const { rows } = await db().execute<StandingRow>(sql`
    select c.reader, c.moved_at as "movedAt", ${oldest} as since
    from cursors c cross join (select min(event_at) as oldest from event_inbox) i order by c.reader`);
  return rows.map(standing);
}

/** The same with how many events are before each reader: for the pages of operations, where it may take a moment. */
export async function cursorLag(): Promise<ReaderLag[]> {
  const { rows } = await db().execute<StandingRow & { behind: number }>(sql`
    select c.reader, c.moved_at as "movedAt", ${oldest} as since, ((select count(*) from event_positions p where p.position > c.position) + (select count(*) from postponed o where o.reader = c.reader) + i.waiting)::int as behind
    from cursors c cross join (select count(*) as waiting, min(event_at) as oldest from event_inbox) i order by c.reader`);
  return rows.map((row) => ({ ...standing(row), behind: row.behind }));
}

/** When the oldest event was committed that nobody has given its place; null where none waits. */
export async function inboxSince(): Promise<Date | null> {
  const [row] = await db().select({ oldest: min(eventInbox.eventAt) }).from(eventInbox);
  return row?.oldest ?? null;
}

/** Whether a reader has something before it: what it makes of them is not there yet. */
export async function isBehind(reader: string): Promise<boolean> {
  return (await readerStandings()).some((row) => row.reader === reader && row.since !== null);
}

/** Of a long row of unread events the newest are looked at, and of what they are about. */
const MOST_UNREAD = 200;

/** Subjects of committed events that a reader has not read yet, those of the newest first; of a reader that has never read, of the newest. */
export async function unreadSubjects(reader: string, kinds: readonly SubjectKind[]): Promise<string[]> {
  const { rows } = await db().execute<{ id: string }>(sql`
    with unread as (
      (select event_at, event_id from event_inbox order by event_at desc limit ${MOST_UNREAD})
      union all
      (select event_at, event_id from event_positions where position > coalesce((select position from cursors where reader = ${reader}), 0) order by position desc limit ${MOST_UNREAD}))
    select s.subject_id as id from unread u join event_subjects s on s.event_at = u.event_at and s.event_id = u.event_id where s.kind = any(${sql.param(kinds)}::text[])
    group by s.subject_id order by max(u.event_at) desc limit ${MOST_UNREAD}`);
  return rows.map(({ id }) => id);
}
