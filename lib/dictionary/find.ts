import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { dictionaryEntries } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { Conflict, Invalid, NotFound } from "@/lib/core/errors";
import { normalise } from "@/lib/engine/analyse";
import { canEditDictionary } from "./policy";
import type { EntryKind } from "./states";

export type Entry = typeof dictionaryEntries.$inferSelect;

/** What every event about the dictionary is about, whichever entry it concerns. */
export const dictionarySubject = { kind: "dictionary" as const, id: "00000000-0000-7000-8000-00000000d1c7" };

export function subjectsOf(...entries: { id: string }[]): { kind: "dictionary"; id: string }[] {
  return [dictionarySubject, ...entries.map(({ id }) => ({ kind: "dictionary" as const, id }))];
}

/** What is kept with an event about several entries, each in one line. */
export function factsOf(entries: readonly Entry[], concerned: readonly { id: string }[]): { entries: string[] } {
  const ids = new Set(concerned.map(({ id }) => id));
  return { entries: entries.filter(({ id }) => ids.has(id)).map(({ kind, members }) => `${kind}: ${members.join(" = ")}`) };
}

/** The dictionary as a whole; nobody but operators knows that there is one. */
export async function findDictionary(_tx: Tx, actor: Actor): Promise<typeof dictionarySubject> {
  if (!canEditDictionary(actor)) throw new NotFound();
  return dictionarySubject;
}

export async function findEntry(tx: Tx, actor: Actor, entryId: string): Promise<Entry> {
  if (!canEditDictionary(actor)) throw new NotFound();
  const [entry] = await tx.select().from(dictionaryEntries).where(eq(dictionaryEntries.id, entryId));
  if (!entry) throw new NotFound();
  return entry;
}

/** Several at once, in the order of their ids, so that two who act on the same ones do not wait for each other. */
export async function findEntries(tx: Tx, actor: Actor, entryIds: readonly string[]): Promise<Entry[]> {
  if (!canEditDictionary(actor)) throw new NotFound();
  const ids = [...new Set(entryIds)];
  const entries = await tx.select().from(dictionaryEntries).where(inArray(dictionaryEntries.id, ids)).orderBy(dictionaryEntries.id);
  if (entries.length < ids.length) throw new NotFound();
  return entries;
}

/** One word stands once among the words, once among the stop words; the same group stands once. @throws Conflict */
export async function refuseTwice(tx: Tx, kind: EntryKind, members: string[], exceptId?: string): Promise<void> {
  // No index can say that a group lies inside another one: who says the same at the same moment waits here.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('dictionary'))`);
  const rows = await tx.select({ members: dictionaryEntries.members }).from(dictionaryEntries)
    .where(and(eq(dictionaryEntries.kind, kind), isNull(dictionaryEntries.retiredAt), exceptId ? ne(dictionaryEntries.id, exceptId) : undefined));
  const mine = members.map(normalise);
  // A group inside another one adds nothing to it.
  const within = (some: string[], all: string[]) => some.every((one) => all.includes(one));
  const same = rows.find((row) => {
    const theirs = row.members.map(normalise);
    return within(mine, theirs) || (kind === "synonym" && within(theirs, mine));
  });
  if (same) throw new Conflict("dictionary_twice", { words: same.members.join(" = ") });
}

/** A group keeps at least two members, a word stays one. */
export function checkMembers(kind: EntryKind, members: string[]): void {
  if (kind === "synonym" ? members.length < 2 : members.length !== 1) throw new Invalid({ members: { code: kind === "synonym" ? "group_of_one" : "one_word" } });
}
