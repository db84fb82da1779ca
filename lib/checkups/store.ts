import { and, asc, eq, isNull } from "drizzle-orm";
import { db, type Reader, type Tx } from "@/db/client";
import { checkups, files, listings, listingVersions, type SimilarRecord } from "@/db/schema";
import type { StoredEvent } from "@/lib/jobs/cursors";
import { readContent, type ContentOf } from "@/lib/listings/content";
import { attachmentsOf } from "@/lib/listings/copy";
import type { ListingKind } from "@/lib/listings/states";
import { checkRecord, similarTo } from "./check";
import type { Checkup } from "./rules";

export type StoredCheckup = Checkup & { similar: SimilarRecord[] | null; at: Date };

/** Keeps the check-up of a version with its submission. What it is like is added by the worker: no act waits for the search server. */
export async function storeCheckup<K extends ListingKind>(tx: Tx, kind: K, versionId: string, content: ContentOf[K], at: Date): Promise<void> {
  const attached = await tx.select({ id: files.id }).from(files).where(attachmentsOf(versionId));
  const values = { ...checkRecord(kind, content, attached.length), similar: null, at };
  await tx.insert(checkups).values({ versionId, ...values }).onConflictDoUpdate({ target: checkups.versionId, set: values });
}

/** The check-up that was stored with a submission; null for versions from before there were any. */
export async function storedCheckup(reader: Reader, versionId: string): Promise<StoredCheckup | null> {
  const [row] = await reader.select().from(checkups).where(eq(checkups.versionId, versionId));
  return row ?? null;
}

/** Reader of events: compares what was submitted with everything that is public. */
export async function compareSubmitted(_tx: Tx, batch: StoredEvent[]): Promise<void> {
  if (batch.some((event) => event.name === "achievement.submitted" || event.name === "need.submitted")) await compareWaiting();
}

/** So many at a time: after a day without the search server others have their turn between. */
const atOnce = 200;

/** Submissions that wait to be compared, the oldest first; also those that came while the search server was away. */
export async function compareWaiting(): Promise<void> {
  const rows = await db().select({ versionId: checkups.versionId, listingId: listings.id, kind: listings.kind })
    .from(checkups).innerJoin(listingVersions, eq(listingVersions.id, checkups.versionId)).innerJoin(listings, eq(listings.id, listingVersions.listingId))
    .where(and(eq(listingVersions.status, "pending"), isNull(checkups.similar)))
    .orderBy(asc(checkups.at)).limit(atOnce);
  for (const { versionId, listingId, kind } of rows) {
    const content = await readContent(db(), kind, versionId);
    if (!content) continue;
    const similar = await similarTo(listingId, kind, content);
    // The search server is away: each of the others would only wait for it, too. The next minute asks again.
    if (!similar) return;
    await db().update(checkups).set({ similar }).where(eq(checkups.versionId, versionId));
  }
}
