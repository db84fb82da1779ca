import { db } from "@/db/client";
import { takeAppliedEdition } from "@/lib/dictionary/keep-current";
import { engineOf, LIVE_INDEX } from "@/lib/engine/live";
import { vocabulary, type Vocabulary } from "@/lib/engine/vocabulary";
import { publicDocumentsAfter } from "@/lib/listings/public-document";
import { reconcile } from "./reconcile";
import type { Turn } from "./turn";

const batchSize = 1_000;
const taskDeadlineMs = 10 * 60_000;

/**
 * Builds the whole index anew beside the live one and swaps it in: readers never see half of it. Whatever the live one is like
 * serves until then; where there is none, Postgres answers.
 * What changed while it ran is caught by the reconciling pass at its end.
 * @param turn that keeps every other rebuild away for the whole of this one (`inTurn`, `awaitTurn`)
 * @param edition of the dictionary that the records are indexed by; the applied one unless told
 * @param swapped runs right after readers have the new index, before the reconciling pass
 * @returns how many records are in the new index
 */
export async function reindex(turn: Turn, progress: (done: number) => unknown = () => undefined, edition?: Vocabulary, swapped: () => Promise<void> = async () => undefined): Promise<number> {
  if (!edition) await takeAppliedEdition();
  const words = edition ?? vocabulary();
  const live = engineOf(LIVE_INDEX, words);
  const fresh = engineOf(`${LIVE_INDEX}_rebuild`, words);
  if (!live || !fresh) {
    await swapped();
    return 0;
  }
  await fresh.drop();
  await fresh.settings();
  let done = 0;
  let after: string | null = null;
  for (;;) {
    const documents = await publicDocumentsAfter(db(), after, batchSize);
    if (documents.length === 0) break;
    await fresh.waitForTask(await fresh.indexDocuments(documents), taskDeadlineMs);
    done += documents.length;
    after = documents.at(-1)!.id;
    await progress(done);
    await turn.check();
  }
  await turn.check();
  await live.swap(`${LIVE_INDEX}_rebuild`);
  await swapped();
  await reconcile();
  // By now it may be the next one's who is at it: what is left over is dropped first by whoever builds anew.
  await turn.check();
  await fresh.drop();
  return done;
}
