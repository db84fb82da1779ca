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
  if (!isEditable(listing)) throw new Conflict("not_editable");
  const before = await findVersion(tx, listing.workingVersionId);
  const [saved] = await tx
    .update(listingVersions)
    .set({ ...statement, lock: sql`${listingVersions.lock} + 1`, editingSession: session, savedAt: at, savedBy: userId })
    .where(and(
      eq(listingVersions.id, before.id),
      inArray(listingVersions.status, ["working", "sent_back"]),
      or(eq(listingVersions.lock, lock), eq(listingVersions.editingSession, session)),
    ))
    .returning({ lock: listingVersions.lock });
  if (!saved) throw await editedMeanwhile(tx, before.id);
  await updateContent(tx, kind, before.id, content);
  await tx.update(listings).set({ updatedAt: at }).where(eq(listings.id, listing.id));
  return { lock: saved.lock, continues: before.editingSession === session };
}

async function editedMeanwhile(tx: Tx, versionId: string): Promise<Conflict> {
  const [other] = await tx
    .select({ name: users.name, at: listingVersions.savedAt, lock: listingVersions.lock })
    .from(listingVersions)
    .leftJoin(users, eq(users.id, listingVersions.savedBy))
    .where(eq(listingVersions.id, versionId));
  return new Conflict("edited_meanwhile", { who: other?.name ?? "", at: other ? formatTime(other.at) : "", lock: other?.lock ?? 0 });
}
