import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { listings, needVersions, organisations } from "@/db/schema";
import { endOfDayInHarbin } from "@/lib/core/dates";
import { searchDocument, type SearchDocument } from "@/lib/engine/document";
import { isPublic } from "@/lib/listings/queries";

export type NeedSearchRow = { listing: typeof listings.$inferSelect; organisation: { id: string; name: string }; content: typeof needVersions.$inferSelect };

/** Published needs as the index wants them; ids that are not public (any more) are missing in the answer. */
export async function needDocuments(reader: Reader, ids: readonly string[]): Promise<SearchDocument[]> {
  if (ids.length === 0) return [];
  const rows: NeedSearchRow[] = await reader
    .select({ listing: listings, organisation: { id: organisations.id, name: organisations.name }, content: needVersions })
    .from(listings)
    .innerJoin(organisations, eq(organisations.id, listings.organisationId))
    .innerJoin(needVersions, eq(needVersions.versionId, listings.publishedVersionId))
    .where(and(eq(listings.kind, "need"), inArray(listings.id, [...ids]), isPublic));
  return rows.map(needDocument);
}

/** Only what everybody may read: an unnamed enterprise stays unnamed in the index too, also by its id. */
export function needDocument({ listing, organisation, content }: NeedSearchRow): SearchDocument {
  const isOpen = (field: string) => (content.audience[field] ?? "public") === "public";
  const indicators = isOpen("indicators") ? content.indicators.map((row) => `${row.name} ${row.target} ${row.unit}`.trim()) : [];
  const elements = isOpen("elements") ? content.elements : undefined;
  const budget = isOpen("budget") && content.budgetKind === "range";
  return searchDocument({
    id: listing.id, kind: "need", stamp: content.versionId, title: content.title,
    summary: [...content.problem].slice(0, 200).join(""),
    body: [content.problem, ...Object.values(elements ?? {}), ...indicators].filter(Boolean).join("\n"),
    keywords: content.keywords, number: listing.number,
    organisationId: content.anonymous ? null : organisation.id, organisationName: content.anonymous ? content.alias : organisation.name,
    industry: content.industryCode, field: content.fieldCode, direction: content.directionCode, district: content.districtCode,
    maturity: content.requiredMaturity, modes: content.modes,
    budgetMinFen: budget ? content.budgetMinFen : null, budgetMaxFen: budget ? content.budgetMaxFen : null,
    publishedAt: Math.floor((listing.publishedAt ?? listing.createdAt).getTime() / 1000),
    deadline: content.deadline ? Math.floor(endOfDayInHarbin(content.deadline).getTime() / 1000) - 1 : null,
    ...(elements ? { elements } : {}),
  });
}
