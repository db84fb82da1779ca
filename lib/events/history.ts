import { and, desc, eq, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { events, eventSubjects, organisations, publicName, users } from "@/db/schema";
import type { EventName, Subject } from "./names";

export type HistoryEntry = { id: string; at: Date; name: EventName; who: string | null; organisation: string | null; facts: Record<string, unknown> };

/** What happened to one thing, newest first. Whether the reader may see the thing is the question of its room. `who` is null for the platform's own jobs. */
export async function historyOf(reader: Reader, subject: Subject, limit = 200): Promise<HistoryEntry[]> {
  const rows = await reader
    .select({ id: events.id, at: events.at, name: events.name, who: users.name, organisation: sql<string | null>`${publicName()}`, facts: events.facts })
    .from(eventSubjects)
    .innerJoin(events, and(eq(events.at, eventSubjects.eventAt), eq(events.id, eventSubjects.eventId)))
    .leftJoin(users, eq(users.id, events.actorId))
    .leftJoin(organisations, eq(organisations.id, events.organisationId))
    .where(and(eq(eventSubjects.kind, subject.kind), eq(eventSubjects.subjectId, subject.id)))
    .orderBy(desc(events.at), desc(events.id))
    .limit(limit);
  return rows.map((row) => ({ ...row, name: row.name as EventName }));
}
