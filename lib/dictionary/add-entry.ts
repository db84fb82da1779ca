import { dictionaryEntries } from "@/db/schema";
import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { newId } from "@/lib/core/id";
import { findDictionary, refuseTwice, subjectsOf } from "./find";
import { addEntryInput } from "./input";
import { canEditDictionary } from "./policy";

/** Puts a word, a group of words that mean the same, or a stop word into the working state; search knows it after an edition is applied. */
export const addEntry = command({
  name: "dictionary.entry_added",
  input: addEntryInput,
  find: findDictionary,
  allow: canEditDictionary,
  async run({ tx, actor, input, event }) {
    await refuseTwice(tx, input.entryKind, input.members);
    const id = newId(event.at);
    const fieldCode = input.entryKind === "word" ? input.fieldCode : null;
    await tx.insert(dictionaryEntries).values({ id, kind: input.entryKind, members: input.members, fieldCode, note: input.note ?? null, addedBy: userIdOf(actor), addedAt: event.at });
    return { result: { entryId: id }, subjects: subjectsOf({ id }), facts: { kind: input.entryKind, members: input.members } };
  },
});
