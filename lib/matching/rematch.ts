import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { listings, matches } from "@/db/schema";
import { clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/id";
import { ELEMENT_NAMES, type SearchDocument } from "@/lib/engine/document";
import { liveEngine } from "@/lib/engine/live";
import type { SearchEngine } from "@/lib/engine/port";
import type { EventName } from "@/lib/events/names";
import type { StoredEvent } from "@/lib/jobs/cursors";
import { publicListing } from "@/lib/listings/public-document";
import { matchAchievement, matchNeed, type Match } from "./find";
import { noteNews } from "./news";

/** After these a record says something else, or is there again. */
const speaks: readonly EventName[] = ["achievement.approved", "achievement.approval_undone", "achievement.relisted", "achievement.restored", "need.approved", "need.approval_undone", "need.relisted", "need.restored", "need.reopened",
  "reading.term_corrected", "reading.correction_undone"];
/** Matches kept of one record; nobody reads further. */
const kept = 50;
/** Below this a pair is chance. */
const least = 25;

/** Reader of events: finds the matches of what was published anew. Without a search server nothing is matched. */
export async function rematch(tx: Tx, batch: StoredEvent[]): Promise<void> {
  const engine = liveEngine();
  if (!engine) return;
  const ids = new Set(batch.filter((event) => speaks.includes(event.name)).flatMap((event) => event.subjects).filter((s) => s.kind === "achievement" || s.kind === "need").map((s) => s.id));
  for (const id of ids) {
    await rematchListing(tx, engine, id);
    await noteNews(tx, id);
  }
}

/** Computes the matches of one public record and puts them in the place of its old ones. */
export async function rematchListing(tx: Tx, engine: SearchEngine, id: string): Promise<void> {
  const document = await publicListing(tx, id);
  if (!document) return;
  const found = (await computeMatches(engine, document)).filter((match) => match.level !== null);
  const [own, other] = document.kind === "need" ? [matches.needId, matches.achievementId] : [matches.achievementId, matches.needId];
  const owners = await tx.select({ id: listings.id, organisationId: listings.organisationId, versionId: listings.publishedVersionId }).from(listings).where(inArray(listings.id, [id, ...found.map((match) => match.id)]));
  const ownerOf = new Map(owners.map((row) => [row.id, row]));
  const mine = ownerOf.get(id);
  // An anonymous need hides its owner from the index; nobody is matched with themselves all the same.
  const pairs = found.filter((match) => ownerOf.has(match.id) && ownerOf.get(match.id)?.organisationId !== mine?.organisationId);
  await tx.delete(matches).where(and(eq(own, id), pairs.length > 0 ? notInArray(other, pairs.map((match) => match.id)) : undefined));
  if (pairs.length > 0) await store(tx, pairs.map((match) => rowOf(document, match, { own: mine?.versionId ?? document.stamp, found: ownerOf.get(match.id)?.versionId ?? match.document.stamp })));
}

/** The same for a page that wants it now: computes and stores nothing. */
export async function computeMatches(engine: SearchEngine, document: SearchDocument): Promise<Match[]> {
  const options = { limit: kept, least };
  return document.kind === "need" ? matchNeed(engine, asText(document), options) : matchAchievement(engine, asText(document), options);
}

/** The index holds a need's elements within its body too; the matching puts them there itself. */
function asText(document: SearchDocument) {
  const elements = new Set(ELEMENT_NAMES.flatMap((name) => document.elements?.[name]?.split("\n") ?? []));
  return { ...document, content: document.body.split("\n").filter((line) => !elements.has(line)).join("\n") };
}

type MatchRow = typeof matches.$inferInsert;

function rowOf(document: SearchDocument, match: Match, versions: { own: string; found: string }): MatchRow {
  const need = document.kind === "need";
  return {
    id: newId(), needId: need ? document.id : match.id, achievementId: need ? match.id : document.id,
    needVersionId: need ? versions.own : versions.found, achievementVersionId: need ? versions.found : versions.own,
    score: Math.min(100, Math.max(0, match.score)), level: match.level ?? "fair", parts: partsOf(match), reasons: match.reasons.map(({ code, ...values }) => ({ code, values })),
    method: match.weightsVersion, computedAt: clock.now(),
  };
}

/** All in one statement: fifty pairs one by one would hold the worker for as long as finding them took. */
async function store(tx: Tx, rows: MatchRow[]): Promise<void> {
  await tx.insert(matches).values(rows).onConflictDoUpdate({
    target: [matches.needId, matches.achievementId],
    set: {
      needVersionId: sql`excluded.need_version_id`, achievementVersionId: sql`excluded.achievement_version_id`, score: sql`excluded.score`, level: sql`excluded.level`,
      parts: sql`excluded.parts`, reasons: sql`excluded.reasons`, method: sql`excluded.method`, computedAt: sql`excluded.computed_at`,
    },
  });
}

function partsOf(match: Match): Record<string, number> {
  return Object.fromEntries(Object.entries(match.parts).filter((entry): entry is [string, number] => typeof entry[1] === "number"));
}
