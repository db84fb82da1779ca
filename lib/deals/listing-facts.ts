import { eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { achievementVersions, listings, needVersions } from "@/db/schema";
import type { Subject } from "@/lib/events/names";

export type ListingFacts = { fieldCode: string | null; techArea: string | null; ipKind: string | null; achievementVersionId: string | null; needVersionId: string | null };

/** What the contract inherits from the records it grew from, as their published versions say it: the achievement speaks first, then the need. */
export async function listingFacts(reader: Reader, deal: { achievementId: string | null; needId: string | null }): Promise<ListingFacts> {
  const [achievement] = deal.achievementId
    ? await reader.select({ versionId: achievementVersions.versionId, fieldCode: achievementVersions.fieldCode, techArea: achievementVersions.techArea, ip: achievementVersions.ip }).from(listings)
        .innerJoin(achievementVersions, eq(achievementVersions.versionId, listings.publishedVersionId)).where(eq(listings.id, deal.achievementId))
    : [];
  const [need] = deal.needId
    ? await reader.select({ versionId: needVersions.versionId, fieldCode: needVersions.fieldCode, techArea: needVersions.techArea }).from(listings)
        .innerJoin(needVersions, eq(needVersions.versionId, listings.publishedVersionId)).where(eq(listings.id, deal.needId))
    : [];
  return {
    fieldCode: achievement?.fieldCode ?? need?.fieldCode ?? null,
    techArea: achievement?.techArea ?? need?.techArea ?? null,
    ipKind: achievement ? (achievement.ip[0]?.kind ?? "none") : null,
    achievementVersionId: achievement?.versionId ?? null, needVersionId: need?.versionId ?? null,
  };
}

/** The records that a deal is about: what is signed, or taken back, stands in their timelines too. */
export function listingSubjects(deal: { achievementId: string | null; needId: string | null }): Subject[] {
  return [...(deal.achievementId ? [{ kind: "achievement" as const, id: deal.achievementId }] : []), ...(deal.needId ? [{ kind: "need" as const, id: deal.needId }] : [])];
}
