import { db } from "@/db/client";
import type { SearchDocument } from "@/lib/engine/document";
import { publicDocuments } from "@/lib/listings/public-document";
import { figureOf, median, say, timed, word, type Figure } from "./figures";
import { addInBatches, insertInBatches, type Market } from "./market";
import { records } from "./records";

const COUNT = 10_000, PAIRS = 5, LIMIT = 0.8, BATCH = 2_500;
/** Numbers that nothing else uses. */
const FROM = 2_000_000;

/**
 * So many records more, from the batch function through Postgres to searchable, against the engine's own indexing of the same
 * documents, in records a second. The worker stands still meanwhile.
 */
export async function measureImport({ around, bare, engine, size, holdWorker, freeWorker }: Market): Promise<Figure[]> {
  const whole: number[] = [], indexing: number[] = [], plain: number[] = [];
  holdWorker();
  try {
    for (let pair = 0; pair < PAIRS; pair++) {
      const rows = records(around, COUNT, FROM + pair * COUNT);
      const inserting = await timed(() => insertInBatches(rows));
      const ours = await timed(() => addInBatches(rows, (documents) => engine.indexDocuments(documents), (task) => engine.waitForTask(task, 600_000)));
      const documents = await publicDocuments(db(), rows.map(({ id }) => id));
      const reference = await timed(() => addPlain(documents, (batch) => bare.add(batch), (task) => bare.wait(task)));
      whole.push(rate(inserting + ours));
      indexing.push(rate(ours));
      plain.push(rate(reference));
      say(`import ${pair + 1} of ${PAIRS}: rows ${(inserting / 1000).toFixed(1)} s, index ${(ours / 1000).toFixed(1)} s, bare ${(reference / 1000).toFixed(1)} s`);
    }
  } finally { freeWorker(); }
  return [compared("import", whole, "from the batch function through Postgres"), compared("import index", indexing, "from published rows")].map((made) => made(plain, size));
}

const rate = (ms: number): number => (COUNT * 1000) / ms;

/** The median of the pairs' own ratios. */
const compared = (name: string, ours: readonly number[], way: string) => (plain: readonly number[], size: number): Figure => {
  const ratio = median(ours.map((one, i) => one / plain[i]!));
  return { ...figureOf(name, median(ours), median(plain), "records/s", `${COUNT} more into ${size}, ${way} to searchable; at least ${LIMIT} ×: ${word(ratio >= LIMIT)}`), ratio };
};

async function addPlain(documents: readonly SearchDocument[], add: (batch: SearchDocument[]) => Promise<number>, wait: (task: number) => Promise<void>): Promise<void> {
  let task = -1;
  for (let i = 0; i < documents.length; i += BATCH) task = await add(documents.slice(i, i + BATCH));
  await wait(task);
}
