import { AchievementRecord } from "@/app/_components/listing/achievement-record";
import { NeedRecord } from "@/app/_components/listing/need-record";
import { found } from "@/app/_server/found";
import { requireBureau } from "@/app/_server/actor";
import { previewAchievement } from "@/lib/achievements/queries";
import type { ReviewSubject } from "@/lib/listings/read-review";
import { previewNeed } from "@/lib/needs/queries";

/** The record as everybody will see it once it has passed. */
export async function PublicEffect({ listing }: { listing: NonNullable<ReviewSubject["listing"]> }) {
  const actor = await requireBureau();
  const id = listing.version.listingId;
  if (listing.kind === "achievement") return <AchievementRecord reading={await found(previewAchievement(actor, id, "public"))} door={null} />;
  return <NeedRecord reading={await found(previewNeed(actor, id, "public"))} door={null} />;
}
