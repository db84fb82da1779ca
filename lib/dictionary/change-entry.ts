import { and, eq, isNull } from "drizzle-orm";
import { dictionaryEntries } from "@/db/schema";
import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { Conflict } from "@/lib/core/errors";
import { checkMembers, findEntry, refuseTwice, subjectsOf } from "./find";
import { changeEntryInput } from "./input";
import { canRetireEntry } from "./policy";

/** Corrects an entry that stands; what it said before is in the event of this change. */
export const changeEntry = command({
  name: "dictionary.entry_changed",
  input: changeEntryInput,
  find: (tx, actor, { entryId }) => findEntry(tx, actor, entryId),
  allow: canRetireEntry,
  async run({ tx, actor, subject: entry, input, event }) {
    checkMembers(entry.kind, input.members);
    await refuseTwice(tx, entry.kind, input.members, entry.id);
    const [changed] = await tx
      .update(dictionaryEntries)
      .set({ members: input.members, fieldCode: entry.kind === "word" ? input.fieldCode : null, note: input.note ?? null, changedBy: userIdOf(actor), changedAt: event.at })
      .where(and(eq(dictionaryEntries.id, entry.id), isNull(dictionaryEntries.retiredAt)))
      .returning({ id: dictionaryEntries.id });
    if (!changed) throw new Conflict("changed_meanwhile");
    return { result: { entryId: entry.id }, subjects: subjectsOf(entry), facts: { kind: entry.kind, before: entry.members, members: input.members } };
  },
});
