import type { Actor } from "@/lib/core/actor";
import type { Tx } from "@/db/client";
import { eventInbox, events, eventSubjects } from "@/db/schema";
import type { EventName, Subject } from "./names";

/** `rehearsed`: the act will be taken back, so nothing of it may be done where a transaction does not reach. */
export type EventRef = { id: string; at: Date; rehearsed?: true };
export type Facts = Record<string, string | number | boolean | null | undefined | string[]>;

/** The only way an event is written: with its subjects, and with its place in the queue of the sequencer. */
export async function record(
  tx: Tx,
  event: EventRef & { name: EventName; actor: Actor; subjects: Subject[]; facts?: Facts | undefined },
): Promise<void> {
  const { actor } = event;
  await tx.insert(events).values({
    at: event.at,
    id: event.id,
    name: event.name,
    actorKind: actor.kind,
    actorId: actor.kind === "person" ? actor.userId : null,
    organisationId: actor.kind === "person" ? (actor.acting?.organisationId ?? null) : null,
    job: actor.kind === "system" ? actor.job : null,
    facts: event.facts ?? {},
  });
  const rows = event.subjects.map((subject) => ({ eventAt: event.at, eventId: event.id, kind: subject.kind, subjectId: subject.id }));
  // One import batch has hundreds of subjects; Postgres takes at most 65,535 parameters in one statement.
  for (let from = 0; from < rows.length; from += 5_000) {
    await tx.insert(eventSubjects).values(rows.slice(from, from + 5_000)).onConflictDoNothing();
  }
  await tx.insert(eventInbox).values({ eventAt: event.at, eventId: event.id });
}
