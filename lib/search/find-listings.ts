import { setImmediate } from "node:timers/promises";
import { db } from "@/db/client";
import { withRecordsAhead } from "@/lib/engine/ahead";
import { knowledgeOf } from "@/lib/engine/knowledge";
import { liveEngine } from "@/lib/engine/live";
import { EngineUnavailable, FACETS, type FacetName } from "@/lib/engine/port";
import { searchListings, type Marks, type SearchHit, type SearchResult } from "@/lib/engine/search-listings";
import { log } from "@/lib/core/log";
import type { SearchAddress } from "./address";
import { recordsAhead } from "./records-ahead";
import { searchSimply, simpleExcerpt, simpleRanges } from "./simple";
import { typedWords } from "./spelling";
import { publicDocuments } from "@/lib/listings/public-document";

export interface Found extends Omit<SearchResult, "hits"> { hits: (Omit<SearchHit, "marks"> & Marks)[] }

/**
 * Searches published listings. The engine says which and in what order, together with what was published a moment ago and is
 * on its way to it; what is shown is read from the rows that are public now, so a stale index can miss something but never
 * leak it. Without the engine the Postgres search answers.
 * @param facets groups that are counted: all of them, unless a program asks for fewer
 */
export async function findListings(address: SearchAddress, facets: readonly FacetName[] = FACETS): Promise<Found> {
  const request = { q: address.q, kind: address.kind, filters: address.filter, asTyped: address.asTyped, page: address.page, size: address.size, sort: address.sort, facets: [...facets] };
  const engine = liveEngine();
  if (engine) {
    try {
      // Hardly ever is there a record ahead of the index: both go out at once, and the question is asked again if there is.
      const [result, ahead] = await Promise.all([searchListings(engine, request), recordsAhead(engine)]);
      if (ahead.length === 0) return await onlyPublic(result);
      const current = withRecordsAhead(engine, knowledgeOf(engine), ahead);
      return await onlyPublic(await searchListings(current.engine, request, current.learnt));
    } catch (error) {
      if (!(error instanceof EngineUnavailable)) throw error;
      log.warn({ err: error }, "search engine unavailable; the simple search answers");
    }
  }
  return findSimply(address);
}

async function findSimply(address: SearchAddress): Promise<Found> {
  const words = typedWords(address.q);
  const answer = await searchSimply({ q: address.q, filter: { ...address.filter, kind: address.kind }, page: address.page, size: address.size });
  const documents = new Map((await publicDocuments(db(), answer.ids.map(({ id }) => id))).map((document) => [document.id, document]));
  const hits = answer.ids.flatMap(({ id, kind }) => {
    const document = documents.get(id);
    return document ? [{ id, kind, score: 0, title: document.title, titleRanges: simpleRanges(document.title, words), excerpt: simpleExcerpt(document, words), document }] : [];
  });
  return { total: answer.total, hits, facets: answer.facets, simple: true, exact: true, whole: answer.total, corrected: [], suggested: null };
}

async function onlyPublic(result: SearchResult): Promise<Found> {
  // Once the question is on its way: the marks are made while Postgres reads.
  const marking = setImmediate().then(() => result.hits.map((hit) => hit.marks()));
  const [documents, marks] = await Promise.all([publicDocuments(db(), result.hits.map((hit) => hit.id)), marking]);
  const current = new Map(documents.map((document) => [document.id, document]));
  const hits = result.hits.flatMap(({ id, kind, score, document: indexed }, i) => {
    const document = current.get(id);
    if (!document) return [];
    // Another version than the indexed one: its own words, without marks that belong to the old ones.
    const marked: Marks = document.stamp === indexed.stamp ? marks[i]! : { titleRanges: [], excerpt: { text: document.summary.slice(0, 120), ranges: [] } };
    return [{ id, kind, score, title: document.title, document, ...marked }];
  });
  const total = result.total - (result.hits.length - hits.length);
  return { ...result, hits, total, whole: Math.min(result.whole, total) };
}
