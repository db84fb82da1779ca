import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { listings, listingVersions } from "@/db/schema";
import { Conflict } from "@/lib/core/errors";
import { copyVersion } from "./copy";
import { findVersion, type Listing } from "./find";
import { isPossible } from "./policy";

type By = { at: Date; userId: string | null };

/** Opens a revision beside the public version. The secrecy statement has to be made anew for the new text. */
export async function startRevision(tx: Tx, listing: Listing, { at, userId }: By): Promise<void> {
  if (!isPossible("revise", listing)) throw new Conflict("not_revisable");
  const published = await findVersion(tx, listing.publishedVersionId);
  await moveRevision(tx, listing, { revision: "draft", updatedAt: at });
  const copy = await copyVersion(tx, listing, published, { status: "working", keepStatement: false, at, userId });
  await tx.update(listings).set({ workingVersionId: copy }).where(eq(listings.id, listing.id));
}

/** Gives the revision up; the public version was never touched. */
export async function discardRevision(tx: Tx, listing: Listing, { at }: By): Promise<void> {
  if (!isPossible("discardRevision", listing)) throw new Conflict("no_revision");
  const version = await findVersion(tx, listing.workingVersionId);
  await moveRevision(tx, listing, { revision: "none", workingVersionId: null, updatedAt: at });
  await tx.update(listingVersions).set({ status: "discarded" }).where(eq(listingVersions.id, version.id));
}

async function moveRevision(tx: Tx, listing: Listing, change: { revision: "draft" | "none"; workingVersionId?: null; updatedAt: Date }): Promise<void> {
  const [moved] = await tx
    .update(listings)
    .set(change)
    .where(and(eq(listings.id, listing.id), eq(listings.status, listing.status), eq(listings.revision, listing.revision)))
    .returning({ id: listings.id });
  if (!moved) throw new Conflict("changed_meanwhile");
}
