import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { cursors, postponed } from "@/db/schema";
import { clock } from "@/lib/core/clock";

/** A subject of an event, with the moment of the event. */
export type Postponed = { id: string; at: Date };

/** Postgres takes at most 65,535 parameters in one statement. */
const together = 5_000;

/**
 * Puts off what an event brings in heaps, in the transaction in which the reader's cursor passes the event: nothing of it is lost, the
 * reader does not stand before its next event for minutes, and a worker that dies has done for ever what it had done.
 */
export async function postpone(tx: Tx, reader: string, subjects: Postponed[]): Promise<void> {
  for (let from = 0; from < subjects.length; from += together) {
    await tx.insert(postponed).values(subjects.slice(from, from + together).map(({ id, at }) => ({ reader, subjectId: id, at })))
      .onConflictDoUpdate({ target: [postponed.reader, postponed.subjectId], set: { at: sql`excluded.at` } });
  }
}

/**
 * Hands a reader the next slice of what it has put off; like its events, what it makes of it in Postgres happens once.
 * @returns how many there were; 0 means that nothing waits
 */
export async function readPostponed(reader: string, size: number, work: (tx: Tx, slice: Postponed[]) => Promise<void>): Promise<number> {
  return db().transaction(async (tx) => {
    const slice = await tx.select({ id: postponed.subjectId, at: postponed.at }).from(postponed).where(eq(postponed.reader, reader))
      .orderBy(asc(postponed.at), asc(postponed.subjectId)).limit(size).for("update", { skipLocked: true });
    if (slice.length === 0) return 0;
    await work(tx, slice);
    await tx.delete(postponed).where(and(eq(postponed.reader, reader), inArray(postponed.subjectId, slice.map(({ id }) => id))));
    await tx.update(cursors).set({ movedAt: clock.now() }).where(eq(cursors.reader, reader));
    return slice.length;
  });
}
