import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { listings, listingVersions, memberships, organisations, users, achievementVersions, needVersions } from "@/db/schema";
import type { StoredEvent } from "@/lib/jobs/cursors";
import type { Notice } from "@/lib/jobs/notice";
import type { ListingKind } from "./states";

const folders = { achievement: "achievements", need: "needs" } as const;

type About = { needsAction: boolean; mail?: boolean; page: "desk" | "edit" | "public" };

/**
 * Tells those who write for the owner: administrators, editors, and who submitted the last version as long as they
 * are members. The person who did it is not told of it.
 */
export function tellWriters(kind: ListingKind, { needsAction, mail, page }: About) {
  return async (tx: Tx, event: StoredEvent): Promise<Notice[]> => {
    const listingId = event.subjects.find((subject) => subject.kind === kind)?.id;
    if (!listingId) return [];
    const content = kind === "achievement" ? achievementVersions : needVersions;
    const [about] = await tx
      .select({ number: listings.number, slug: organisations.slug, organisationId: organisations.id, title: content.title })
      .from(listings)
      .innerJoin(organisations, eq(organisations.id, listings.organisationId))
      .innerJoin(content, eq(content.versionId, sql`coalesce(${listings.workingVersionId}, ${listings.publishedVersionId})`))
      .where(eq(listings.id, listingId));
    if (!about) return [];
    const writers = await tx
      .select({ userId: memberships.userId, roles: memberships.roles })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(and(eq(memberships.organisationId, about.organisationId), sql`${users.suspendedAt} is null`));
    const submitters = await tx.select({ userId: listingVersions.submittedBy }).from(listingVersions).where(and(eq(listingVersions.listingId, listingId), inArray(listingVersions.status, ["published", "superseded", "refused", "sent_back"])));
    const desk = `/o/${about.slug}/${folders[kind]}/${listingId}`;
    const href = page === "public" ? `/${folders[kind]}/${listingId}` : page === "edit" ? `${desk}/edit` : desk;
    const sent = new Set(submitters.map((row) => row.userId));
    return writers
      .filter(({ userId, roles }) => userId !== event.actorId && (roles.includes("administrator") || roles.includes("editor") || sent.has(userId)))
      .map(({ userId }) => ({ userId, needsAction, subject: { kind, id: listingId }, href, values: { title: about.title, number: about.number }, ...(mail ? { mail } : {}) }));
  };
}
