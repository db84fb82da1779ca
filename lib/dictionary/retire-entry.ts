import { and, eq, isNull } from "drizzle-orm";
import { dictionaryEntries } from "@/db/schema";
import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { Conflict } from "@/lib/core/errors";
import { findEntry, subjectsOf } from "./find";
import { entryRef } from "./input";
import { canRetireEntry } from "./policy";

/** Takes an entry out of the next edition; it can be brought back. */
export const retireEntry = command({
  name: "dictionary.entry_retired",
  input: entryRef,
  find: (tx, actor, { entryId }) => findEntry(tx, actor, entryId),
  allow: canRetireEntry,
  async run({ tx, actor, subject: entry, event }) {
    const [retired] = await tx.update(dictionaryEntries).set({ retiredBy: userIdOf(actor), retiredAt: event.at })
      .where(and(eq(dictionaryEntries.id, entry.id), isNull(dictionaryEntries.retiredAt))).returning({ id: dictionaryEntries.id });
    if (!retired) throw new Conflict("changed_meanwhile");
    return { result: { entryId: entry.id }, subjects: subjectsOf(entry), facts: { kind: entry.kind, members: entry.members } };
  },
});
