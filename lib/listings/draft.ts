import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { listings, listingVersions, organisations, users } from "@/db/schema";
import { Conflict, NotFound } from "@/lib/core/errors";
import { formatTime } from "@/lib/core/dates";
import { newId } from "@/lib/core/id";
import { nextNumber } from "@/lib/numbers/next";
import { insertContent, updateContent, type Changes } from "./content";
import { findVersion, type Listing } from "./find";
import type { Statement } from "./input";
import { isEditable, type ListingKind } from "./states";

const letters = { achievement: "C", need: "X" } as const;

/** A new listing with its first version. Only a title is needed; the place is taken from the organisation. */
export async function openDraft<K extends ListingKind>(
  tx: Tx,
  kind: K,
  { organisationId, userId, at, content }: { organisationId: string; userId: string | null; at: Date; content: Changes<K> },
): Promise<{ id: string; number: string }> {
  const [owner] = await tx.select({ demo: organisations.demo, districtCode: organisations.districtCode }).from(organisations).where(eq(organisations.id, organisationId));
  if (!owner) throw new NotFound();
  const [number = ""] = await nextNumber(tx, letters[kind]);
  const id = newId(at);
  const versionId = newId(at);
  await tx.insert(listings).values({ id, kind, number, organisationId, workingVersionId: versionId, createdBy: userId, createdAt: at, updatedAt: at, demo: owner.demo });
  await tx.insert(listingVersions).values({ id: versionId, listingId: id, ordinal: 1, createdAt: at, savedAt: at, savedBy: userId });
  await insertContent(tx, kind, versionId, { ...content, districtCode: content.districtCode ?? owner.districtCode });
  return { id, number };
}

/**
 * Takes the record for writing, as long as it stands where its writer saw it. Everything that moves it does the same, and the record comes
 * before its version everywhere: two who lock in different orders stop each other, and what comes a moment too late would
 * land on a version that is already with the reviewers, or given up.
 * @returns the version in work @throws Conflict `not_editable`
 */
export async function holdForWriting(tx: Tx, listing: Listing, at: Date): Promise<string> {
  if (!isEditable(listing) || !listing.workingVersionId) throw new Conflict("not_editable");
  const [held] = await tx
    .update(listings)
    .set({ updatedAt: at })
    .where(and(eq(listings.id, listing.id), eq(listings.status, listing.status), eq(listings.revision, listing.revision), eq(listings.workingVersionId, listing.workingVersionId)))
    .returning({ id: listings.id });
  if (!held) throw new Conflict("not_editable");
  return listing.workingVersionId;
}

export type Save<K extends ListingKind> = { lock: number; session: string; content: Changes<K>; statement?: Statement | undefined };

/**
 * Saves the version in work, if nobody else saved since this editor read it. The same editing session may repeat
 * a save whose answer was lost.
 * @returns the new lock, and whether this session's event is already recorded
 * @throws Conflict `edited_meanwhile` with who and when; nothing is overwritten
 */
export async function saveVersion<K extends ListingKind>(
  tx: Tx,
  kind: K,
  listing: Listing,
  { lock, session, content, statement }: Save<K>,
  { userId, at }: { userId: string | null; at: Date },
): Promise<{ lock: number; continues: boolean }> {
  const before = await findVersion(tx, await holdForWriting(tx, listing, at));
  const [saved] = await tx
    .update(listingVersions)
    .set({ ...statement, lock: sql`${listingVersions.lock} + 1`, editingSession: session, savedAt: at, savedBy: userId })
    .where(and(
      eq(listingVersions.id, before.id),
      inArray(listingVersions.status, ["working", "sent_back"]),
      or(eq(listingVersions.lock, lock), eq(listingVersions.editingSession, session)),
    ))
    .returning({ lock: listingVersions.lock });
  if (!saved) throw await editedMeanwhile(tx, before.id, userId);
  await updateContent(tx, kind, before.id, content);
  return { lock: saved.lock, continues: before.editingSession === session };
}

async function editedMeanwhile(tx: Tx, versionId: string, userId: string | null): Promise<Conflict> {
  const [other] = await tx
    .select({ id: users.id, name: users.name, at: listingVersions.savedAt, lock: listingVersions.lock })
    .from(listingVersions)
    .leftJoin(users, eq(users.id, listingVersions.savedBy))
    .where(eq(listingVersions.id, versionId));
  return new Conflict("edited_meanwhile", { who: other?.name ?? "", own: other?.id && other.id === userId ? "yes" : "no", at: other ? formatTime(other.at) : "", lock: other?.lock ?? 0 });
}
