import { and, eq, isNotNull } from "drizzle-orm";
import { dictionaryEntries } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { findEntry, refuseTwice, subjectsOf } from "./find";
import { entryRef } from "./input";
import { canRestoreEntry } from "./policy";

/** Brings a retired entry back, as it was. */
export const restoreEntry = command({
  name: "dictionary.entry_restored",
  input: entryRef,
  find: (tx, actor, { entryId }) => findEntry(tx, actor, entryId),
  allow: canRestoreEntry,
  async run({ tx, subject: entry }) {
    await refuseTwice(tx, entry.kind, entry.members, entry.id);
    const [restored] = await tx.update(dictionaryEntries).set({ retiredBy: null, retiredAt: null })
      .where(and(eq(dictionaryEntries.id, entry.id), isNotNull(dictionaryEntries.retiredAt))).returning({ id: dictionaryEntries.id });
    if (!restored) throw new Conflict("changed_meanwhile");
    return { result: { entryId: entry.id }, subjects: subjectsOf(entry), facts: { kind: entry.kind, members: entry.members } };
  },
});
