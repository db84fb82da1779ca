import { textOf, type ListingKind, type SearchDocument } from "@/lib/engine/document";
import type { Entry } from "@/lib/engine/forward";
import { excerpt, highlight, worthShowing, type Excerpt, type TextRange } from "@/lib/engine/highlight";
import { knowledgeOf } from "@/lib/engine/knowledge";
import { looseOrders } from "@/lib/engine/loose";
import type { EngineAnswer, EngineHit, EngineQuery, EngineSort, FacetName, ListingFilter, SearchEngine } from "@/lib/engine/port";
import { understandQuery, type UnderstoodQuery } from "@/lib/engine/query";
import { rank, telling } from "@/lib/engine/rank";
import type { Statistics } from "@/lib/engine/statistics";
import { withoutStopWords } from "@/lib/engine/vocabulary";

export interface SearchRequest {
  q: string;
  kind?: ListingKind | undefined;
  filters?: ListingFilter;
  /** Latin words are not taken for slips of the keyboard. */
  asTyped?: boolean;
  /** From 1. */
  page?: number;
  /** Hits per page, at most 100. */
  size?: number;
  sort?: EngineSort;
  facets?: FacetName[];
}

export interface SearchHit {
  id: string;
  kind: ListingKind;
  /** Comparable within one answer only; 0 where another order was asked for. */
  score: number;
  title: string;
  titleRanges: TextRange[];
  excerpt: Excerpt;
  document: SearchDocument;
}

export interface SearchResult {
  total: number;
  hits: SearchHit[];
  /** facet → value → count; a group's own ticks do not narrow its own counts. */
  facets: Record<string, Record<string, number>>;
  /** The engine is down and the simple search of the database answered. */
  simple: boolean;
  /** False: no record holds everything that was asked for; these hold the most telling parts of it. */
  exact: boolean;
  corrected: { from: string; to: string }[];
}

/** The best of so many records are put in order by the process; pages behind them follow the engine's order. */
const WINDOW = 200;
/** Records below this share of the best score are not offered for a sentence, unless there are few. */
const LOOSE_CUT = 0.3;
const LOOSE_LEAST = 50;
/** Three characters are two pairs, which many records hold apart: so many are looked through for the whole. */
const WORD_WINDOW = 1_000;
/** Meilisearch reads no more words of one query. */
const ENGINE_WORDS = 10;

/** The facets whose own group is ticked: each needs a question of its own without that group. */
function tickedGroups(filter: ListingFilter, facets: readonly FacetName[]): FacetName[] {
  return facets.filter((facet) => {
    const group = filter[facet as keyof ListingFilter];
    return facet !== "kind" && (Array.isArray(group) ? group.length > 0 : group !== undefined);
  });
}

function hitOf(entry: Entry, score: number, terms: ReadonlySet<number>): SearchHit {
  const { document } = entry;
  return { id: entry.id, kind: entry.kind, score, title: document.title, titleRanges: highlight(document.title, terms), excerpt: excerpt(textOf(document), terms), document };
}

/** Merges the counts of the question with those of the ticked groups' own questions. */
function mergedFacets(main: EngineAnswer, own: { facet: FacetName; answer: EngineAnswer }[]): SearchResult["facets"] {
  const facets = { ...main.facets };
  for (const { facet, answer } of own) facets[facet] = answer.facets[facet] ?? {};
  return facets;
}

/**
 * The statistics may be minutes old or those of a sample: a word they do not know is taken for a slip only when the
 * engine has no record with it either, whatever else is asked or ticked.
 */
async function understand(engine: SearchEngine, request: SearchRequest, statistics: Statistics): Promise<UnderstoodQuery> {
  const text = withoutStopWords(request.q, engine.stopWords ?? []);
  const query = understandQuery(text, statistics, () => !request.asTyped);
  if (query.corrected.length === 0) return query;
  const filter: ListingFilter = request.kind ? { kind: request.kind } : {};
  const asked = await engine.multiSearch(query.corrected.map(({ from }): EngineQuery => ({ terms: [from], filter, limit: 0 })));
  const there = new Set(query.corrected.filter((_, i) => asked[i]!.total > 0).map(({ from }) => from));
  return there.size === 0 ? query : understandQuery(text, statistics, (word) => !there.has(word));
}

/**
 * Finds listings for what a person typed: everything in one round trip if records hold all of it, a second one by
 * the most telling terms if they do not. Order within the first 200: BM25 over characters, pairs and words.
 * @throws EngineUnavailable
 */
export async function searchListings(engine: SearchEngine, request: SearchRequest): Promise<SearchResult> {
  const page = Math.max(1, request.page ?? 1), size = Math.min(100, Math.max(1, request.size ?? 20));
  const sort = request.sort ?? "relevance", facets = request.facets ?? [];
  const filter: ListingFilter = { ...request.filters, ...(request.kind ? { kind: request.kind } : {}) };
  const knowledge = knowledgeOf(engine);
  const statistics = await knowledge.statistics(filter.kind);
  const query = await understand(engine, request, statistics);
  const shown = worthShowing(query.terms);
  const offset = (page - 1) * size;
  const ranked = sort === "relevance" && query.terms.length > 0;
  const inWindow = ranked && offset + size <= WINDOW;
  const window = query.terms.length === 2 ? WORD_WINDOW : WINDOW;

  const ask = async (base: EngineQuery) => {
    const groups = tickedGroups(filter, facets);
    const [main, ...own] = await engine.multiSearch([
      { ...base, facets },
      ...groups.map((facet): EngineQuery => ({ ...base, filter: { ...base.filter, [facet]: undefined }, facets: [facet], offset: 0, limit: 0 })),
    ]);
    return { main: main!, facets: mergedFacets(main!, groups.map((facet, i) => ({ facet, answer: own[i]! }))) };
  };
  const result = (total: number, hits: SearchHit[], counts: SearchResult["facets"], exact: boolean): SearchResult =>
    ({ total, hits, facets: counts, simple: engine.kind === "postgres", exact, corrected: query.corrected });
  const inOrder = async (hits: EngineHit[]) => (await knowledge.cache.get(hits)).map((entry) => hitOf(entry, 0, shown));

  const typed = request.q.trim() !== "";
  if (typed && query.terms.length === 0) return result(0, [], {}, true);
  const strict = await ask({
    terms: telling(query, statistics, ENGINE_WORDS).map(({ text }) => text), filter,
    sort: typed ? sort : sort === "relevance" ? "newest" : sort,
    ...(inWindow ? { offset: 0, limit: window } : { offset, limit: size }),
  });
  // Up to four characters are one word: its parts in other places are not what was meant.
  const enough = query.terms.length <= 3 ? 1 : size;
  if (!typed || strict.main.total >= enough || offset > 0 && strict.main.total > offset) {
    if (!inWindow) return result(strict.main.total, await inOrder(strict.main.hits), strict.facets, true);
    const order = rank(await knowledge.cache.get(strict.main.hits), query, statistics);
    return result(strict.main.total, order.slice(offset, offset + size).map(({ entry, score }) => hitOf(entry, score, shown)), strict.facets, true);
  }
  return loose();

  async function loose(): Promise<SearchResult> {
    const [order = []] = await looseOrders(engine, knowledge.cache, query, statistics, [{ filter, whole: strict.main.hits }]);
    const best = order[0]?.score ?? 0;
    const kept = order.filter(({ score }, i) => score >= best * LOOSE_CUT || i < LOOSE_LEAST).slice(0, WINDOW);
    const exact = strict.main.total > 0 && strict.main.total >= kept.length;
    const counts = await ask({
      filter: { ...filter, ids: kept.map(({ entry }) => entry.id) },
      ...(sort === "relevance" ? { limit: 0 } : { sort, offset, limit: size }),
    });
    if (sort !== "relevance") return result(kept.length, await inOrder(counts.main.hits), counts.facets, exact);
    return result(kept.length, kept.slice(offset, offset + size).map(({ entry, score }) => hitOf(entry, score, shown)), counts.facets, exact);
  }
}
