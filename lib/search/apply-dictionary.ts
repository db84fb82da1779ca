import { setTimeout as pause } from "node:timers/promises";
import { gte } from "drizzle-orm";
import { db } from "@/db/client";
import { listings } from "@/db/schema";
import { system } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { log } from "@/lib/core/log";
import { vocabularyOf, type Edition } from "@/lib/dictionary/content";
import { beginEdition, editionApplied, editionFailed, editionProgress, nextEdition } from "@/lib/dictionary/editions";
import { editionPollMs } from "@/lib/dictionary/keep-current";
import { setVocabulary } from "@/lib/engine/vocabulary";
import { projectListings } from "./project";
import { reindex } from "./reindex";
import { inTurn, type Turn, TurnLost } from "./turn";

const job = system("apply-dictionary");

/**
 * Job of the worker: builds the waiting edition of the dictionary beside the index in use and swaps it in. A worker that
 * died over it is followed by the next one from the start; one that cannot be built leaves everything as it was. While somebody
 * else has the index in hand it goes on waiting (`dictionaryWaits`).
 * @returns how many editions were applied
 */
export async function applyDictionary(untilAllKnowMs = editionPollMs + 1_000): Promise<number> {
  if (!(await dictionaryWaits())) return 0;
  const applied = await inTurn((turn) => applyAll(turn, untilAllKnowMs));
  return applied === "taken" ? 0 : applied;
}

async function applyAll(turn: Turn, untilAllKnowMs: number): Promise<number> {
  let applied = 0;
  for (;;) {
    const edition = await nextEdition();
    if (!edition) return applied;
    await beginEdition(edition.version);
    try {
      await build(turn, edition, untilAllKnowMs);
      applied++;
    } catch (error) {
      // Nothing is wrong with the edition: it is built from the start by whoever comes next.
      if (error instanceof TurnLost) throw error;
      log.error({ err: error, version: edition.version }, "an edition of the dictionary could not be applied");
      await editionFailed(job, { version: edition.version, problem: (error instanceof Error ? error.message : String(error)).slice(0, 500) });
    }
  }
}

async function build(turn: Turn, { version, content }: Edition, untilAllKnowMs: number): Promise<void> {
  const words = vocabularyOf(version, content);
  const began = clock.now();
  await reindex(turn, (done) => editionProgress(version, done), words, async () => {
    await editionApplied(job, { version });
    setVocabulary(words);
  });
  // Until every process knows of the edition, one of them may have indexed by the old words.
  await pause(untilAllKnowMs);
  const changed = await db().select({ id: listings.id }).from(listings).where(gte(listings.updatedAt, began));
  for (let from = 0; from < changed.length; from += 500) await db().transaction((tx) => projectListings(tx, changed.slice(from, from + 500).map(({ id }) => id)));
}

/** Is there anything for the job to do? Asked after every round of the worker, and after the job itself: it may have given way. */
export async function dictionaryWaits(): Promise<boolean> {
  return (await nextEdition()) !== null;
}
