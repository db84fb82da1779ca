import { and, eq, isNull, max } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { files, listingVersions } from "@/db/schema";
import { NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { copyFiles } from "@/lib/files/attach";
import { insertContent, readContent } from "./content";
import type { Listing, Version } from "./find";

/** The kind under which lib/files knows attachments of a listing: they belong to a version, because a version is what was reviewed. */
export const fileSubject = "listing_version";

/** A new version with the text and the attachments of another one. */
export async function copyVersion(
  tx: Tx,
  listing: Pick<Listing, "id" | "kind">,
  from: Version,
  { status, keepStatement, at, userId }: { status: "working" | "sent_back"; keepStatement: boolean; at: Date; userId: string | null },
): Promise<string> {
  const content = await readContent(tx, listing.kind, from.id);
  if (!content) throw new NotFound();
  const [last] = await tx.select({ ordinal: max(listingVersions.ordinal) }).from(listingVersions).where(eq(listingVersions.listingId, listing.id));
  const id = newId(at);
  const { secrecyReviewedBy, secrecyReviewedOn, exportControl } = from;
  await tx.insert(listingVersions).values({
    id, listingId: listing.id, ordinal: (last?.ordinal ?? 0) + 1, status, createdAt: at, savedAt: at, savedBy: userId,
    ...(keepStatement ? { secrecyReviewedBy, secrecyReviewedOn, exportControl } : {}),
  });
  await insertContent(tx, listing.kind, id, content);
  await copyFiles(tx, { kind: fileSubject, id: from.id }, { kind: fileSubject, id });
  return id;
}

export function attachmentsOf(versionId: string) {
  return and(eq(files.subjectKind, fileSubject), eq(files.subjectId, versionId), isNull(files.removedAt));
}
