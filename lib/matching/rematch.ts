import { and, eq, inArray, sql } from "drizzle-orm";
import type { Reader, Tx } from "@/db/client";
import { listings } from "@/db/schema";
import { clock } from "@/lib/core/clock";
import { ELEMENT_NAMES, type SearchDocument } from "@/lib/engine/document";
import { liveEngine } from "@/lib/engine/live";
import type { SearchEngine } from "@/lib/engine/port";
import type { EventName } from "@/lib/events/names";
import type { StoredEvent } from "@/lib/jobs/cursors";
import { postpone, type Postponed } from "@/lib/jobs/postponed";
import { publicListing } from "@/lib/listings/public-document";
import { barredAmong, standsToday } from "@/lib/organisations/dishonesty";
import { matchAchievement, matchNeed, type Match, type MatchOptions } from "./find";
import { noteNews } from "./news";
import { withFigures } from "./with-figures";
import { inGoodStanding } from "./standing";
import { listedByOthers, restate, storeList, type StoredPair } from "./store";

/** The name of its cursor. */
export const MATCHING_READER = "matching";

/** After these a record says something else, or is there again. */
const speaks: readonly EventName[] = ["achievement.approved", "achievement.approval_undone", "achievement.relisted", "achievement.restored", "need.approved", "need.approval_undone", "need.relisted", "need.restored", "need.reopened",
  "reading.term_corrected", "reading.correction_undone"];
/** Matches kept of one record; nobody reads further. */
const kept = 50;
/** Below this a pair is chance. */
const least = 25;
/** Pairs of other records' lists that are compared again in one question. */
const together = 200;

/** Reader of events: finds the matches of what was published anew. Without a search server nothing is matched. */
export async function rematch(tx: Tx, batch: StoredEvent[], engine: SearchEngine | null = liveEngine()): Promise<void> {
  if (!engine) return;
  const ids = new Set(batch.filter((event) => speaks.includes(event.name)).flatMap((event) => event.subjects).filter((s) => s.kind === "achievement" || s.kind === "need").map((s) => s.id));
  await postpone(tx, MATCHING_READER, await recordsOfReturned(tx, batch));
  for (const id of ids) await rematchPublished(tx, engine, id);
}

/** What was put off: an organisation that is back may have ten thousand records. */
export async function rematchReturned(tx: Tx, slice: Postponed[], engine: SearchEngine | null = liveEngine()): Promise<void> {
  if (!engine) return;
  for (const { id } of slice) await rematchPublished(tx, engine, id);
}

/** What organisations have on the market that were taken off the list of serious dishonesty, or restored: it is offered again. */
export async function recordsOfReturned(tx: Tx, batch: StoredEvent[]): Promise<Postponed[]> {
  const returned = new Map(batch.filter((event) => event.name === "organisation.dishonesty_ended" || event.name === "organisation.restored")
    .flatMap((event) => event.subjects.filter((s) => s.kind === "organisation").map((s) => [s.id, event.at] as const)));
  if (returned.size === 0) return [];
  const rows = await tx.select({ id: listings.id, organisationId: listings.organisationId }).from(listings).where(and(inArray(listings.organisationId, [...returned.keys()]), eq(listings.status, "published")));
  return rows.map(({ id, organisationId }) => ({ id, at: returned.get(organisationId)! }));
}

/** A record says something new: its own list, what others have on theirs of it, and what of that is news. */
export async function rematchPublished(tx: Tx, engine: SearchEngine, id: string): Promise<void> {
  await rematchListing(tx, engine, id);
  await restateOthers(tx, engine, id);
  await noteNews(tx, id);
}

/**
 * Computes the matches of one public record and puts them in the place of its old ones. A need past its deadline has none.
 * @returns pairs that were not known before
 */
export async function rematchListing(tx: Tx, engine: SearchEngine, id: string): Promise<StoredPair[]> {
  const document = await publicListing(tx, id);
  if (!document) return [];
  return storeList(tx, document, await findPartners(tx, engine, document));
}

/** What others have on their lists of this record was said of what it said then. The night need not do it: it comes by the others as well. */
async function restateOthers(tx: Tx, engine: SearchEngine, id: string): Promise<void> {
  const document = await publicListing(tx, id);
  if (!document) return;
  const ids = await listedByOthers(tx, document);
  for (let from = 0; from < ids.length; from += together) {
    const asked = ids.slice(from, from + together);
    await restate(tx, document, asked, await findPartners(tx, engine, document, { limit: together, filter: { ids: asked }, terms: 0 }));
  }
}

/**
 * The partners worth keeping. Nobody is matched with themselves, and nobody with who is on the list of serious dishonesty.
 * An anonymous need hides its owner from the index and the list is not in it, so both are counted beforehand: they must
 * not take others' places.
 */
export async function findPartners(reader: Reader, engine: SearchEngine, document: SearchDocument, options: MatchOptions = {}): Promise<Match[]> {
  if (isOver(document)) return [];
  const { rows: [owner] } = await reader.execute<{ id: string; hidden: number }>(sql`
    select l.organisation_id as id, (select count(*)::int from listings x join need_versions v on v.version_id = x.published_version_id where x.organisation_id = l.organisation_id and x.kind = 'need' and x.status = 'published' and v.anonymous)
      + (select count(*)::int from listings x where x.status = 'published' and x.organisation_id in (select d.organisation_id from dishonesty_marks d where ${standsToday()})) as hidden
    from listings l where l.id = ${document.id} and ${inGoodStanding("l")}`);
  if (!owner) return [];
  const limit = options.limit ?? kept;
  const found = (await computeMatches(engine, { ...document, organisationId: owner.id }, { ...options, limit: limit + owner.hidden })).filter((match) => match.level !== null);
  const owners = await reader.select({ id: listings.id, organisationId: listings.organisationId }).from(listings).where(inArray(listings.id, found.map((match) => match.id)));
  const barred = await barredAmong(reader, [...new Set(owners.map((row) => row.organisationId))]);
  const others = new Set(owners.filter((row) => row.organisationId !== owner.id && !barred.includes(row.organisationId)).map((row) => row.id));
  return withFigures(reader, document, found.filter((match) => others.has(match.id)).slice(0, limit));
}

const now = () => Math.floor(clock.now().getTime() / 1000);
const isOver = (document: SearchDocument): boolean => document.deadline !== null && document.deadline < now();

/** The matches of a public record by what the search server holds; stores nothing. */
export async function computeMatches(engine: SearchEngine, document: SearchDocument, options: MatchOptions = {}): Promise<Match[]> {
  const all = { limit: kept, least, now: now(), ...options };
  return document.kind === "need" ? matchNeed(engine, asText(document), all) : matchAchievement(engine, asText(document), all);
}

/** The index holds a need's elements within its body too; the matching puts them there itself. */
function asText(document: SearchDocument) {
  const elements = new Set(ELEMENT_NAMES.flatMap((name) => document.elements?.[name]?.split("\n") ?? []));
  return { ...document, content: document.body.split("\n").filter((line) => !elements.has(line)).join("\n") };
}
