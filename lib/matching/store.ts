import { and, count, eq, inArray, isNotNull, isNull, notInArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { matchedListings, matches } from "@/db/schema";
import { clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/id";
import type { ListingKind, SearchDocument } from "@/lib/engine/document";
import type { Match } from "./find";
import { rememberDropped } from "./news";

export type StoredPair = { needId: string; achievementId: string };

/** The version that a document was made of; corrections of its terms are counted behind it (public-document.ts). */
export const versionOf = (document: SearchDocument): string => document.stamp.split(".")[0] ?? document.stamp;

const sides = {
  need: { own: matches.needId, other: matches.achievementId, rank: "needRank", otherRank: matches.achievementRank },
  achievement: { own: matches.achievementId, other: matches.needId, rank: "achievementRank", otherRank: matches.needRank },
} as const;

/** Records that a record is matched with only because it is on their lists. */
export async function listedByOthers(tx: Tx, document: { id: string; kind: ListingKind }): Promise<string[]> {
  const { own, other, rank } = sides[document.kind];
  const rows = await tx.select({ id: other }).from(matches).where(and(eq(own, document.id), isNull(matches[rank])));
  return rows.map((row) => row.id);
}

/**
 * Puts a record's list in the place of its old one. Whoever is no longer on it stays a match as long as they have the
 * record on theirs.
 * @returns pairs that were not there before
 */
export async function storeList(tx: Tx, document: SearchDocument, list: Match[]): Promise<StoredPair[]> {
  const { own, other, rank, otherRank } = sides[document.kind];
  const unlisted = and(eq(own, document.id), list.length > 0 ? notInArray(other, list.map((match) => match.id)) : undefined);
  await forget(tx, and(unlisted, isNull(otherRank)));
  await tx.update(matches).set({ [rank]: null }).where(and(unlisted, isNotNull(matches[rank])));
  const stored = await store(tx, list.map((match, place) => ({ ...rowOf(document, match), [rank]: place + 1 })), rank);
  const [counted] = await tx.select({ count: count(), high: sql<number>`count(*) filter (where ${matches.level} = 'high')`.mapWith(Number) }).from(matches).where(eq(own, document.id));
  const now = { versionId: versionOf(document), matchedAt: clock.now(), count: counted?.count ?? 0, high: counted?.high ?? 0 };
  await tx.insert(matchedListings).values({ listingId: document.id, firstAt: now.matchedAt, ...now }).onConflictDoUpdate({ target: matchedListings.listingId, set: now });
  return stored;
}

/** Writes anew what others have on their lists, by what the record says now; who fits no longer is no match at all. */
export async function restate(tx: Tx, document: SearchDocument, askedIds: string[], found: Match[]): Promise<void> {
  const { own, other, rank } = sides[document.kind];
  const fits = new Set(found.map((match) => match.id));
  const lost = askedIds.filter((id) => !fits.has(id));
  if (lost.length > 0) await forget(tx, and(eq(own, document.id), inArray(other, lost)));
  await store(tx, found.map((match) => rowOf(document, match)), rank, false);
}

async function forget(tx: Tx, which: ReturnType<typeof and>): Promise<void> {
  const gone = await tx.delete(matches).where(which).returning({ needId: matches.needId, achievementId: matches.achievementId, level: matches.level });
  await rememberDropped(tx, gone);
}

type MatchRow = typeof matches.$inferInsert;

/** Each side stands with the version that was compared: the search server may be behind what is public by now. */
function rowOf(document: SearchDocument, match: Match): MatchRow {
  const [need, achievement] = document.kind === "need" ? [document, match.document] : [match.document, document];
  return {
    id: newId(), needId: need.id, achievementId: achievement.id, needVersionId: versionOf(need), achievementVersionId: versionOf(achievement),
    score: Math.min(100, Math.max(0, match.score)), level: match.level ?? "fair", parts: partsOf(match), reasons: reasonsOf(match),
    method: match.weightsVersion, computedAt: clock.now(),
  };
}

/**
 * All in one statement: fifty pairs one by one would hold the worker for as long as finding them took. In one order
 * everywhere, so that two workers do not wait for each other's rows.
 */
async function store(tx: Tx, rows: MatchRow[], rank: "needRank" | "achievementRank", listed = true): Promise<StoredPair[]> {
  if (rows.length === 0) return [];
  const ordered = rows.toSorted((a, b) => (a.needId + a.achievementId < b.needId + b.achievementId ? -1 : 1));
  const stored = await tx.insert(matches).values(ordered).onConflictDoUpdate({
    target: [matches.needId, matches.achievementId],
    set: {
      needVersionId: sql`excluded.need_version_id`, achievementVersionId: sql`excluded.achievement_version_id`, score: sql`excluded.score`, level: sql`excluded.level`,
      parts: sql`excluded.parts`, reasons: sql`excluded.reasons`, method: sql`excluded.method`, computedAt: sql`excluded.computed_at`,
      ...(listed ? { [rank]: rank === "needRank" ? sql`excluded.need_rank` : sql`excluded.achievement_rank` } : {}),
    },
  }).returning({ needId: matches.needId, achievementId: matches.achievementId, fresh: sql<boolean>`xmax = 0` });
  return stored.flatMap(({ fresh, ...pair }) => (fresh ? [pair] : []));
}

export function partsOf(match: Pick<Match, "parts">): Record<string, number> {
  return Object.fromEntries(Object.entries(match.parts).filter((entry): entry is [string, number] => typeof entry[1] === "number"));
}

export function reasonsOf(match: Pick<Match, "reasons">): { code: string; values: Record<string, unknown> }[] {
  return match.reasons.map(({ code, ...values }) => ({ code, values }));
}
