import { inArray, max } from "drizzle-orm";
import { dictionaryEditions } from "@/db/schema";
import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { Conflict } from "@/lib/core/errors";
import { appliedEdition, differenceOf, EMPTY, workingContent } from "./content";
import { dictionarySubject, findDictionary } from "./find";
import { requestEditionInput } from "./input";
import { canEditDictionary } from "./policy";

/** Hands the entries as they are now to search, as the next edition. The worker builds it beside the index in use. */
export const requestEdition = command({
  name: "dictionary.edition_requested",
  input: requestEditionInput,
  find: findDictionary,
  allow: canEditDictionary,
  async run({ tx, actor, event }) {
    const [applied, content] = [await appliedEdition(tx), await workingContent(tx)];
    const { added, removed } = differenceOf(applied?.content ?? EMPTY, content);
    if (added.length + removed.length === 0) throw new Conflict("dictionary_unchanged");
    const inWork = await tx.select({ version: dictionaryEditions.version }).from(dictionaryEditions).where(inArray(dictionaryEditions.state, ["waiting", "applying"]));
    if (inWork.length > 0) throw new Conflict("dictionary_in_work");
    const [last] = await tx.select({ version: max(dictionaryEditions.version) }).from(dictionaryEditions);
    const version = (last?.version ?? 0) + 1;
    // Two operators at the same moment: the key of the table lets one through.
    const [made] = await tx.insert(dictionaryEditions).values({ version, content, requestedBy: userIdOf(actor), requestedAt: event.at }).onConflictDoNothing().returning({ version: dictionaryEditions.version });
    if (!made) throw new Conflict("dictionary_in_work");
    return { result: { version }, subjects: [dictionarySubject], facts: { version, added: added.length, removed: removed.length } };
  },
});
