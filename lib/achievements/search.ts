import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { achievementVersions, listings, organisations } from "@/db/schema";
import { searchDocument, type SearchDocument } from "@/lib/engine/document";
import { isPublic } from "@/lib/listings/queries";

export type AchievementSearchRow = { listing: typeof listings.$inferSelect; organisation: { id: string; name: string }; content: typeof achievementVersions.$inferSelect };

/** Published achievements as the index wants them; ids that are not public (any more) are missing in the answer. */
export async function achievementDocuments(reader: Reader, ids: readonly string[]): Promise<SearchDocument[]> {
  if (ids.length === 0) return [];
  const rows: AchievementSearchRow[] = await reader
    .select({ listing: listings, organisation: { id: organisations.id, name: organisations.name }, content: achievementVersions })
    .from(listings)
    .innerJoin(organisations, eq(organisations.id, listings.organisationId))
    .innerJoin(achievementVersions, eq(achievementVersions.versionId, listings.publishedVersionId))
    .where(and(eq(listings.kind, "achievement"), inArray(listings.id, [...ids]), isPublic));
  return rows.map(achievementDocument);
}

/** Only what everybody may read: a field kept for registered readers or for a deal stays out of the index. */
export function achievementDocument({ listing, organisation, content }: AchievementSearchRow): SearchDocument {
  const isOpen = (field: string) => (content.audience[field] ?? "public") === "public";
  const advantages = isOpen("advantages") ? content.advantages.map((row) => `${row.indicator} ${row.ours} ${row.unit} ${row.evidence}`) : [];
  const ip = isOpen("ip") ? content.ip : [];
  return searchDocument({
    id: listing.id, kind: "achievement", stamp: content.versionId, title: content.title, summary: content.summary,
    body: [isOpen("description") ? content.description : "", ...content.scenes, ...advantages, ...ip.map((item) => `${item.title ?? ""} ${item.number ?? ""}`.trim())].filter(Boolean).join("\n"),
    keywords: content.keywords, number: listing.number,
    organisationId: organisation.id, organisationName: organisation.name,
    industry: content.industryCode, field: content.fieldCode, direction: content.directionCode, district: content.districtCode,
    maturity: content.maturity, modes: content.modes, ipKinds: [...new Set(ip.map((item) => item.kind))],
    priceFen: isOpen("price") && content.priceKind !== "negotiable" ? content.priceFen : null,
    publishedAt: Math.floor((listing.publishedAt ?? listing.createdAt).getTime() / 1000),
  });
}
