import { inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { listings } from "@/db/schema";
import type { EventName } from "@/lib/events/names";
import type { StoredEvent } from "@/lib/jobs/cursors";
import { writingEngine } from "@/lib/engine/live";
import type { SearchEngine } from "@/lib/engine/port";
import { publicDocuments } from "@/lib/listings/public-document";

/** The name of its cursor. */
export const SEARCH_READER = "search";

const taskDeadlineMs = 30_000;
/** A heap that the engine takes well within its deadline; an institution may have ten thousand records. */
const batchSize = 500;

/** These change what the public may see of whole organisations, not of one record. */
const organisationWide: readonly EventName[] = ["organisation.suspended", "organisation.restored", "organisation.profile_changed", "organisation.verified"];

/**
 * Reader of events: brings the search index to what is public now. It looks at the rows, not at what the event says,
 * so that an event that is delivered twice or late does no harm. Without a search server there is nothing to do.
 */
export async function project(tx: Tx, batch: StoredEvent[]): Promise<void> {
  const ids = new Set<string>();
  const organisationIds: string[] = [];
  for (const event of batch) {
    for (const subject of event.subjects) {
      if (subject.kind === "achievement" || subject.kind === "need") ids.add(subject.id);
      if (subject.kind === "organisation" && organisationWide.includes(event.name)) organisationIds.push(subject.id);
    }
  }
  if (organisationIds.length > 0) {
    const rows = await tx.select({ id: listings.id }).from(listings).where(inArray(listings.organisationId, organisationIds));
    for (const row of rows) ids.add(row.id);
  }
  if (ids.size > 0) await projectListings(tx, [...ids]);
}

/** Brings the given listings in the index to what is public now: adds, replaces or removes them. */
export async function projectListings(tx: Tx, ids: string[]): Promise<void> {
  const engine = writingEngine();
  if (!engine) return;
  for (let from = 0; from < ids.length; from += batchSize) await projectBatch(tx, engine, ids.slice(from, from + batchSize));
}

async function projectBatch(tx: Tx, engine: SearchEngine, ids: string[]): Promise<void> {
  // One record would make an index of its own, and be all that anybody finds until `prepareSearch` has built the whole.
  if ((await engine.state()) === "missing") return;
  const documents = await publicDocuments(tx, ids);
  const present = new Set(documents.map((document) => document.id));
  const gone = ids.filter((id) => !present.has(id));
  const tasks = [
    ...(gone.length > 0 ? [await engine.deleteDocuments(gone)] : []),
    ...(documents.length > 0 ? [await engine.indexDocuments(documents)] : []),
  ];
  // Meilisearch may leave a task "processing" for ever on a full disk; the cursor only moves when it is really done.
  for (const task of tasks) await engine.waitForTask(task, taskDeadlineMs);
  await engine.meaning?.remove(gone);
}
