import { textOf, type ListingKind, type SearchDocument } from "@/lib/engine/document";
import type { Entry } from "@/lib/engine/forward";
import { excerpt, highlight, worthShowing, type Excerpt, type TextRange } from "@/lib/engine/highlight";
import { knowledgeOf, type Knowledge } from "@/lib/engine/knowledge";
import { partsOf } from "@/lib/engine/loose";
import type { EngineAnswer, EngineHit, EngineQuery, EngineSort, FacetName, ListingFilter, SearchEngine } from "@/lib/engine/port";
import { understandQuery, type UnderstoodQuery } from "@/lib/engine/query";
import { holds, rank, telling } from "@/lib/engine/rank";
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

/** What the order of an answer goes by: what is rare, and the records cut into terms. */
export type Learnt = Pick<Knowledge, "statistics"> & { cache: Pick<Knowledge["cache"], "get"> };

export interface SearchHit {
  id: string;
  kind: ListingKind;
  /** Comparable within one answer only; 0 where another order was asked for. */
  score: number;
  title: string;
  document: SearchDocument;
  /** Where the query stands in it: a millisecond for a page, which need not be waited for. */
  marks(): Marks;
}

export interface Marks { titleRanges: TextRange[]; excerpt: Excerpt }

export interface SearchResult {
  total: number;
  hits: SearchHit[];
  /** facet → value → count; a group's own ticks do not narrow its own counts. */
  facets: Record<string, Record<string, number>>;
  /** The engine is down and the simple search of the database answered. */
  simple: boolean;
  /** False: some of these, or all, hold only the most telling parts of what was asked for. */
  exact: boolean;
  /** How many hold everything that was asked for. */
  whole: number;
  corrected: { from: string; to: string }[];
}

/** The engine's first so many records are put in order by the process; those behind them follow in the engine's order. */
const WINDOW = 60;
/** Records below this share of the best score are not offered for a sentence, unless there are few. */
const LOOSE_CUT = 0.3;
const LOOSE_LEAST = 50;
/** Only the most promising are read and ranked. */
const LOOSE_READ = 500;
/** Three characters are two pairs, which many records hold apart: so many are looked through for the whole, and if few of them hold it, so many. */
const WORD_WINDOW = 100;
const WORD_WINDOW_MOST = 1_000;
/** The id of no record: an empty list of ids restricts nothing. */
const NOBODY = ["-"];
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
  return { id: entry.id, kind: entry.kind, score, title: document.title, document, marks: () => ({ titleRanges: highlight(document.title, terms), excerpt: excerpt(textOf(document), terms) }) };
}

/** What a sentence is answered with, of records in falling order. */
function cut<One>(order: readonly One[], worth: (one: One) => number): One[] {
  const best = order[0] ? worth(order[0]) : 0;
  return order.filter((one, i) => worth(one) >= best * LOOSE_CUT || i < LOOSE_LEAST).slice(0, WINDOW);
}

/** What the engine would count of these documents. */
function countFacets(documents: readonly SearchDocument[], facets: readonly FacetName[]): EngineAnswer["facets"] {
  return Object.fromEntries(facets.map((facet) => {
    const counts: Record<string, number> = {};
    for (const document of documents) for (const value of [document[facet]].flat()) if (value !== null && value !== undefined) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
    return [facet, counts];
  }));
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
 * the most telling terms if they do not. Order within the window: BM25 over characters, pairs and words.
 * @param knowledge what this process has learnt of the engine, unless the caller knows better
 * @throws EngineUnavailable
 */
export async function searchListings(engine: SearchEngine, request: SearchRequest, knowledge: Learnt = knowledgeOf(engine)): Promise<SearchResult> {
  const page = Math.max(1, request.page ?? 1), size = Math.min(100, Math.max(1, request.size ?? 20));
  const sort = request.sort ?? "relevance", facets = request.facets ?? [];
  const filter: ListingFilter = { ...request.filters, ...(request.kind ? { kind: request.kind } : {}) };
  const statistics = await knowledge.statistics(filter.kind);
  const query = await understand(engine, request, statistics);
  const shown = worthShowing(query.terms);
  const offset = (page - 1) * size;
  const ordered = sort === "relevance" && query.terms.length > 0, word = ordered && query.terms.length === 2;
  // Whole or not at all: a record that is put forward on one page must be missing on the one that the engine had it on.
  let window = word ? WORD_WINDOW : WINDOW;
  const fromStart = ordered && offset < (word ? WORD_WINDOW_MOST : WINDOW);

  const result = (total: number, hits: SearchHit[], counts: SearchResult["facets"], exact: boolean, whole = total): SearchResult =>
    ({ total, hits, facets: counts, simple: engine.kind === "postgres", exact, whole, corrected: query.corrected });
  const inOrder = async (hits: EngineHit[]) => (await knowledge.cache.get(hits)).map((entry) => hitOf(entry, 0, shown));

  const typed = request.q.trim() !== "";
  if (typed && query.terms.length === 0) return result(0, [], {}, true);
  // Up to four characters are one word: its parts in other places are not what was meant.
  const enough = query.terms.length <= 3 ? 1 : size;
  const groups = tickedGroups(filter, facets);
  const without = (facet: FacetName): ListingFilter => ({ ...filter, [facet]: undefined });
  // More than the engine reads of one question, or hardly a record with one of the terms: nobody holds all of it, so its parts go along at once.
  const likely = enough * (statistics.records / Math.max(1, statistics.total));
  const hopeless = typed && (query.terms.length > ENGINE_WORDS || query.terms.some((term) => (statistics.frequency.get(term) ?? 0) < likely));
  const parts = partsOf(query, statistics, filter);
  const known = { terms: query.terms.filter((term) => statistics.frequency.has(term)) };
  // What a ticked group would hold without its ticks is estimated by the rarest term.
  const estimate = (facet: FacetName): EngineQuery =>
    ({ terms: telling(known, statistics, 1).map(({ text }) => text), filter: without(facet), facets: [facet], limit: 0 });
  const whole: EngineQuery = {
    terms: telling(query, statistics, ENGINE_WORDS).map(({ text }) => text), filter, facets,
    sort: typed ? sort : sort === "relevance" ? "newest" : sort,
    ...(fromStart ? { offset: 0, limit: Math.max(window, offset + size) } : { offset, limit: size }),
  };
  const groupsOwn = groups.map((facet): EngineQuery => ({ ...whole, filter: without(facet), facets: [facet], offset: 0, limit: 0 }));
  const estimates = (some: readonly FacetName[]) => some.map((facet) => (known.terms.length > 0 ? estimate(facet) : groupsOwn[groups.indexOf(facet)]!));
  // What a sentence's groups hold is estimated, unless it stands in the records after all.
  const [main, ...others] = await engine.multiSearch([whole, ...(hopeless ? [...parts.questions, ...estimates(groups)] : groupsOwn)]) as [EngineAnswer, ...EngineAnswer[]];
  if (!typed || main.total >= enough) {
    const own = hopeless ? await engine.multiSearch(groupsOwn) : others;
    const counts = mergedFacets(main, groups.map((facet, i) => ({ facet, answer: own[i]! })));
    if (!fromStart) return result(main.total, await inOrder(main.hits), counts, true);
    let inside = await knowledge.cache.get(main.hits.slice(0, window)), hits = main.hits;
    if (word && main.total > WORD_WINDOW && inside.filter((entry) => holds(entry, query.text)).length < WINDOW) {
      window = WORD_WINDOW_MOST;
      if (main.total > hits.length) {
        // Two halves, which go side by side.
        const more = window + size - hits.length, half = Math.ceil(more / 2);
        const rest = await engine.multiSearch([[hits.length, half], [hits.length + half, more - half]].map(([from = 0, limit = 0]): EngineQuery => ({ ...whole, facets: [], offset: from, limit })));
        hits = [...hits, ...rest.flatMap((answer) => answer.hits)];
      }
      inside = [...inside, ...await knowledge.cache.get(hits.slice(WORD_WINDOW, window))];
    }
    const best = rank(inside, query, statistics).slice(offset, offset + size).map(({ entry, score }) => hitOf(entry, score, shown));
    return result(main.total, [...best, ...await inOrder(hits.slice(Math.max(window, offset), offset + size))], counts, true);
  }
  const many = parts.questions.length;
  if (hopeless) return loose(parts.hits(others), others.slice(many));
  // Without its own ticks a group may have enough that holds the whole query: then it has been counted.
  const parted = groups.filter((_, i) => others[i]!.total < enough);
  const more = await engine.multiSearch([...parts.questions, ...estimates(parted)]);
  const guessed = new Map(parted.map((facet, i) => [facet, more[many + i]!]));
  return loose(parts.hits(more), groups.map((facet, i) => guessed.get(facet) ?? others[i]!));

  async function loose(found: readonly EngineHit[], own: readonly EngineAnswer[]): Promise<SearchResult> {
    const hits = together(main.hits, found);
    const order = rank(await knowledge.cache.get(hits.slice(0, LOOSE_READ)), query, statistics);
    const kept = cut(order, ({ score }) => score);
    const exact = main.total > 0 && main.total >= kept.length;
    const merged = (counts: EngineAnswer) => mergedFacets(counts, groups.map((facet, i) => ({ facet, answer: own[i]! })));
    if (sort === "relevance") {
      // What was ranked has been read: it is counted here.
      const counts = { hits: [], total: kept.length, facets: countFacets(kept.map(({ entry }) => entry.document), facets) };
      return result(kept.length, kept.slice(offset, offset + size).map(({ entry, score }) => hitOf(entry, score, shown)), merged(counts), exact, main.total);
    }
    const ids = kept.map(({ entry }) => entry.id);
    const sorted = await engine.search({ filter: { ...filter, ids: ids.length > 0 ? ids : NOBODY }, facets, sort, offset, limit: size });
    return result(kept.length, await inOrder(sorted.hits), merged(sorted), exact, main.total);
  }
}

/** Those that hold the whole query first, each record once. */
function together(whole: readonly EngineHit[], parts: readonly EngineHit[]): EngineHit[] {
  const there = new Set(whole.map(({ id }) => id));
  return [...whole, ...parts.filter(({ id }) => !there.has(id))];
}
