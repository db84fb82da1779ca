import { db } from "@/db/client";
import { liveEngine } from "@/lib/engine/live";
import { EngineUnavailable, FACETS, type FacetName } from "@/lib/engine/port";
import { searchListings, type SearchResult } from "@/lib/engine/search-listings";
import { log } from "@/lib/core/log";
import type { SearchAddress } from "./address";
import { searchSimply, simpleExcerpt, simpleRanges } from "./simple";
import { typedWords } from "./spelling";
import { publicDocuments } from "@/lib/listings/public-document";

/**
 * Searches published listings. The engine says which and in what order; what is shown is read from the rows that are
 * public now, so a stale index can miss something but never leak it. Without the engine the Postgres search answers.
 * @param facets groups that are counted: all of them, unless a program asks for fewer
 */
export async function findListings(address: SearchAddress, facets: readonly FacetName[] = FACETS): Promise<SearchResult> {
  const request = { q: address.q, kind: address.kind, filters: address.filter, asTyped: address.asTyped, page: address.page, size: address.size, sort: address.sort, facets: [...facets] };
  const engine = liveEngine();
  if (engine) {
    try {
      return await onlyPublic(await searchListings(engine, request));
    } catch (error) {
      if (!(error instanceof EngineUnavailable)) throw error;
      log.warn({ err: error }, "search engine unavailable; the simple search answers");
    }
  }
  return findSimply(address);
}

async function findSimply(address: SearchAddress): Promise<SearchResult> {
  const words = typedWords(address.q);
  const answer = await searchSimply({ q: address.q, filter: { ...address.filter, kind: address.kind }, page: address.page, size: address.size });
  const documents = new Map((await publicDocuments(db(), answer.ids.map(({ id }) => id))).map((document) => [document.id, document]));
  const hits = answer.ids.flatMap(({ id, kind }) => {
    const document = documents.get(id);
    return document ? [{ id, kind, score: 0, title: document.title, titleRanges: simpleRanges(document.title, words), excerpt: simpleExcerpt(document, words), document }] : [];
  });
  return { total: answer.total, hits, facets: answer.facets, simple: true, exact: true, corrected: [] };
}

async function onlyPublic(result: SearchResult): Promise<SearchResult> {
  const current = new Map((await publicDocuments(db(), result.hits.map((hit) => hit.id))).map((document) => [document.id, document]));
  const hits = result.hits.flatMap((hit) => {
    const document = current.get(hit.id);
    if (!document) return [];
    // Another version than the indexed one: its own words, without marks that belong to the old ones.
    return [document.stamp === hit.document.stamp ? { ...hit, document } : { ...hit, document, title: document.title, titleRanges: [], excerpt: { text: document.summary.slice(0, 120), ranges: [] } }];
  });
  return { ...result, hits, total: result.total - (result.hits.length - hits.length) };
}
