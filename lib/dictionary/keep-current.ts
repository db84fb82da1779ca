import { db } from "@/db/client";
import { dictionaryEditions } from "@/db/schema";
import { desc, eq } from "drizzle-orm";
import { log } from "@/lib/core/log";
import { setVocabulary, vocabulary } from "@/lib/engine/vocabulary";
import { vocabularyOf } from "./content";

/** How long after an edition was applied every process goes by it, at most. */
export const editionPollMs = 2_000;

/** Takes over the newest applied edition if this process goes by another one. @returns the version in use */
export async function takeAppliedEdition(): Promise<number> {
  const [newest] = await db().select({ version: dictionaryEditions.version }).from(dictionaryEditions).where(eq(dictionaryEditions.state, "applied")).orderBy(desc(dictionaryEditions.version)).limit(1);
  if (newest && newest.version !== vocabulary().version) {
    const [edition] = await db().select().from(dictionaryEditions).where(eq(dictionaryEditions.version, newest.version));
    if (edition) setVocabulary(vocabularyOf(edition.version, edition.content));
  }
  return vocabulary().version;
}

/** Every process (web, worker) asks every two seconds by number: one indexed row, and no message that could be missed. */
export function keepDictionaryCurrent(): { stop(): void } {
  let told = false;
  const take = () => takeAppliedEdition().then(() => { told = false; }, (error: unknown) => {
    // The edition in use goes on serving; a database that is away is told once, not every two seconds.
    if (!told) log.warn({ err: error }, "the dictionary in use could not be compared with the applied one");
    told = true;
  });
  void take();
  const timer = setInterval(take, editionPollMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
