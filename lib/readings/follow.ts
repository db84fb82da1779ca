import type { Tx } from "@/db/client";
import type { EventName } from "@/lib/events/names";
import type { StoredEvent } from "@/lib/jobs/cursors";
import { readListings } from "./store";

/** After these a record says something else. */
const writes: readonly EventName[] = [
  "achievement.drafted", "achievement.edited", "achievement.submitted", "achievement.approved", "achievement.revision_started",
  "need.drafted", "need.edited", "need.submitted", "need.approved", "need.revision_started", "reading.place_adopted",
];

/** Reader of events: reads the records that were written. Looks at the rows, so an event that comes twice does no harm. */
export async function readWritten(_tx: Tx, batch: StoredEvent[]): Promise<void> {
  const ids = new Set(batch.filter((event) => writes.includes(event.name)).flatMap((event) => event.subjects).filter(({ kind }) => kind === "achievement" || kind === "need").map(({ id }) => id));
  await readListings([...ids]);
}
