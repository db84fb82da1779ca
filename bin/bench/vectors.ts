import type { MeaningStore, RecordVectors } from "@/lib/engine/meaning-store";
import type { SearchEngine } from "@/lib/engine/port";
import { keepVectors } from "@/lib/matching/keep-vectors";

/** The job puts 500 records at a time, so that it can be ended; loading a hundred thousand at once may take larger steps. */
const STEP = 5_000;

/** The worker's own job over all records: every one has its vectors in the store afterwards. */
export async function keepAllVectors(engine: SearchEngine): Promise<void> {
  const store = engine.meaning;
  if (!store) throw new Error("This engine keeps no vectors.");
  let held: RecordVectors[] = [];
  const patient: MeaningStore = {
    ...store,
    async put(rows) {
      held.push(...rows);
      if (held.length < STEP) return;
      const full = held;
      held = [];
      await store.put(full);
    },
  };
  await keepVectors({ ...engine, meaning: patient }, null);
  await store.put(held);
}
