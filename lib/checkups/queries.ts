import { db } from "@/db/client";
import type { SimilarRecord } from "@/db/schema";
import { isBureau, type Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { canSeeUnpublished } from "@/lib/listings/policy";
import { readDesk, type Desk } from "@/lib/listings/read";
import { isEditable, type ListingKind } from "@/lib/listings/states";
import { checkRecord, similarTo } from "./check";
import type { Checkup } from "./rules";
import { storedCheckup, type StoredCheckup } from "./store";

export type CheckupView = Checkup & { similar: SimilarRecord[] };

/** The check-up of the text in work as it stands now. @throws NotFound for strangers */
export async function checkupForDesk<K extends ListingKind>(actor: Actor, { listing, content, files }: Pick<Desk<K>, "listing" | "content" | "files">): Promise<CheckupView> {
  if (!canSeeUnpublished(actor, listing)) throw new NotFound();
  const similar = await similarTo(listing.id, listing.kind as K, content);
  return { ...checkRecord(listing.kind as K, content, files.length), similar: similar ?? [] };
}

/** What readers miss and no comparison of two records reads. */
const uncompared = ["files", "ip"];

/** Which fields a record's matches miss most, each once, in the text that its writers would go on with, and whether they may go on at once. @throws NotFound for strangers */
export async function mostMissed(actor: Actor, kind: ListingKind, listingId: string, most = 2): Promise<{ fields: string[]; editable: boolean }> {
  const { listing, content, files } = await readDesk(actor, kind, listingId);
  const fields = checkRecord(kind, content, files.length).findings.map(({ field }) => field.split(".")[0]!);
  return { fields: [...new Set(fields)].filter((field) => !uncompared.includes(field)).slice(0, most), editable: isEditable(listing) };
}

/** What was found when this version was submitted, for who reviews it. @throws NotFound outside the bureau */
export async function checkupForReview(actor: Actor, versionId: string): Promise<StoredCheckup | null> {
  if (!isBureau(actor)) throw new NotFound();
  return storedCheckup(db(), versionId);
}
