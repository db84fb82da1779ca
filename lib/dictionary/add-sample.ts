import { count, isNull } from "drizzle-orm";
import { sampleQueries } from "@/db/schema";
import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { Conflict, LimitReached } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { dictionarySubject, findDictionary } from "./find";
import { addSampleInput } from "./input";
import { canEditDictionary } from "./policy";

/** A preview asks each of them twice; more than these nobody reads. */
const mostSamples = 30;

/** Adds a query to those whose results are compared before a change is applied. */
export const addSample = command({
  name: "dictionary.sample_added",
  input: addSampleInput,
  find: findDictionary,
  allow: canEditDictionary,
  async run({ tx, actor, input, event }) {
    const [standing] = await tx.select({ n: count() }).from(sampleQueries).where(isNull(sampleQueries.removedAt));
    if ((standing?.n ?? 0) >= mostSamples) throw new LimitReached("samples_limit", { max: mostSamples });
    const [sample] = await tx.insert(sampleQueries).values({ id: newId(event.at), query: input.query, addedBy: userIdOf(actor), addedAt: event.at }).onConflictDoNothing().returning({ id: sampleQueries.id });
    if (!sample) throw new Conflict("sample_twice");
    return { result: { sampleId: sample.id }, subjects: [dictionarySubject], facts: { query: input.query } };
  },
});
