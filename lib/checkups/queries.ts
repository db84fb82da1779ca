import { db } from "@/db/client";
import type { SimilarRecord } from "@/db/schema";
import { isBureau, type Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { canSeeUnpublished } from "@/lib/listings/policy";
import type { Desk } from "@/lib/listings/read";
import type { ListingKind } from "@/lib/listings/states";
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

/** What was found when this version was submitted, for who reviews it. @throws NotFound outside the bureau */
export async function checkupForReview(actor: Actor, versionId: string): Promise<StoredCheckup | null> {
  if (!isBureau(actor)) throw new NotFound();
  return storedCheckup(db(), versionId);
}
