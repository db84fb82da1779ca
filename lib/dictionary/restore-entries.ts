import { and, eq, isNotNull } from "drizzle-orm";
import { dictionaryEntries } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { factsOf, findEntries, refuseTwice, subjectsOf, type Entry } from "./find";
import { entryRefs } from "./input";
import { canRestoreEntry } from "./policy";

/** Brings retired entries back, as they were: all that are chosen, or none where one stands already. */
export const restoreEntries = command({
  name: "dictionary.entry_restored",
  input: entryRefs,
  find: (tx, actor, { entryIds }) => findEntries(tx, actor, entryIds),
  allow: (actor, entries) => entries.some((entry) => canRestoreEntry(actor, entry)),
  async run({ tx, subject: entries }) {
    const restored: Entry[] = [];
    for (const entry of entries.filter(({ retiredAt }) => retiredAt !== null)) {
      // Also against those that were brought back a moment ago.
      await refuseTwice(tx, entry.kind, entry.members, entry.id);
      restored.push(...(await tx.update(dictionaryEntries).set({ retiredBy: null, retiredAt: null })
        .where(and(eq(dictionaryEntries.id, entry.id), isNotNull(dictionaryEntries.retiredAt))).returning()));
    }
    if (restored.length === 0) throw new Conflict("changed_meanwhile");
    return { result: { restored: restored.map(({ id }) => id) }, subjects: subjectsOf(...restored), facts: factsOf(entries, restored) };
  },
});
