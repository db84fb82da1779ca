import { and, eq, isNull } from "drizzle-orm";
import { sampleQueries } from "@/db/schema";
import { command } from "@/lib/command";
import { NotFound } from "@/lib/core/errors";
import { dictionarySubject, findDictionary } from "./find";
import { sampleRef } from "./input";
import { canEditDictionary } from "./policy";

export const removeSample = command({
  name: "dictionary.sample_removed",
  input: sampleRef,
  find: findDictionary,
  allow: canEditDictionary,
  async run({ tx, input, event }) {
    const [removed] = await tx.update(sampleQueries).set({ removedAt: event.at }).where(and(eq(sampleQueries.id, input.sampleId), isNull(sampleQueries.removedAt))).returning({ query: sampleQueries.query });
    if (!removed) throw new NotFound();
    return { result: null, subjects: [dictionarySubject], facts: { query: removed.query } };
  },
});
