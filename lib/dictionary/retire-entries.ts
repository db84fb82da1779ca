import { and, inArray, isNull } from "drizzle-orm";
import { dictionaryEntries } from "@/db/schema";
import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { Conflict } from "@/lib/core/errors";
import { factsOf, findEntries, subjectsOf } from "./find";
import { entryRefs } from "./input";
import { canRetireEntry } from "./policy";

/** Takes entries out of the next edition; they can be brought back. Of several, those that another has taken out meanwhile are left as they are. */
export const retireEntries = command({
  name: "dictionary.entry_retired",
  input: entryRefs,
  find: (tx, actor, { entryIds }) => findEntries(tx, actor, entryIds),
  allow: (actor, entries) => entries.some((entry) => canRetireEntry(actor, entry)),
  async run({ tx, actor, subject: entries, event }) {
    const retired = await tx.update(dictionaryEntries).set({ retiredBy: userIdOf(actor), retiredAt: event.at })
      .where(and(inArray(dictionaryEntries.id, entries.map(({ id }) => id)), isNull(dictionaryEntries.retiredAt))).returning({ id: dictionaryEntries.id });
    if (retired.length === 0) throw new Conflict("changed_meanwhile");
    return { result: { retired: retired.map(({ id }) => id) }, subjects: subjectsOf(...retired), facts: factsOf(entries, retired) };
  },
});
