import { termText } from "@/lib/engine/analyse";
import { textOf, type ListingKind, type SearchDocument } from "@/lib/engine/document";
import { countIn, type Entry } from "@/lib/engine/forward";
import { excerpt, excerptOf, highlight, worthShowing, type Excerpt, type Shown, type TextRange } from "@/lib/engine/highlight";
import { countFacets } from "@/lib/engine/in-process";
import { knowledgeOf, type Knowledge } from "@/lib/engine/knowledge";
import { partsOf } from "@/lib/engine/loose";
import type { EngineAnswer, EngineHit, EngineQuery, EngineSort, FacetName, ListingFilter, SearchEngine } from "@/lib/engine/port";
import { understandQuery, type UnderstoodQuery } from "@/lib/engine/query";
import { holds, rank, telling, type Ranked } from "@/lib/engine/rank";
import { meantInstead } from "@/lib/engine/slip";
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
  /** What was typed is in no record; this is, and differs by one Chinese character. */
  suggested: string | null;
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

function hitOf(entry: Entry, score: number, shown: Shown): SearchHit {
  const { document } = entry;
  return { id: entry.id, kind: entry.kind, score, title: document.title, document, marks: () => ({ titleRanges: highlight(document.title, shown), excerpt: tellsItsFieldsBehind(document) ? excerptOf(document, shown) : excerpt(textOf(document), shown) }) };
}

/** A need's body is its problem, which is its summary, and then its short fields. */
const tellsItsFieldsBehind = ({ kind, summary, body }: SearchDocument): boolean => kind === "need" && summary !== "" && body.startsWith(summary);

/** What a sentence is answered with, of records in falling order. */
function cut<One>(order: readonly One[], worth: (one: One) => number): One[] {
  const best = order[0] ? worth(order[0]) : 0;
  return order.filter((one, i) => worth(one) >= best * LOOSE_CUT || i < LOOSE_LEAST).slice(0, WINDOW);
}

/** Merges the counts of the question with those of the ticked groups' own questions. */
function mergedFacets(main: Pick<EngineAnswer, "facets">, groups: readonly FacetName[], own: readonly EngineAnswer[]): SearchResult["facets"] {
  return { ...main.facets, ...Object.fromEntries(groups.map((facet, i) => [facet, own[i]!.facets[facet] ?? {}])) };
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

/** A request as it is understood: what is asked of the engine, and how its answer is put in order and cut into pages. */
interface Plan {
  engine: SearchEngine;
  knowledge: Learnt;
  statistics: Statistics;
  query: UnderstoodQuery;
  filter: ListingFilter;
  facets: readonly FacetName[];
  /** Facets with a tick of their own. */
  groups: readonly FacetName[];
  sort: EngineSort;
  offset: number;
  size: number;
  /** Something was typed, though nothing of it may be left to search for. */
  typed: boolean;
  /** Where fewer records hold everything that was typed, its parts are searched, too. */
  enough: number;
  /** Two pairs, as three characters are: the one case in which records that hold both need not hold the word. */
  word: boolean;
  /** The page lies in the window that the process puts in order; it is then asked for from its start. */
  fromStart: boolean;
}

function planOf(engine: SearchEngine, request: SearchRequest, knowledge: Learnt, statistics: Statistics, query: UnderstoodQuery): Plan {
  const page = Math.max(1, request.page ?? 1), size = Math.min(100, Math.max(1, request.size ?? 20)), offset = (page - 1) * size;
  const sort = request.sort ?? "relevance", facets = request.facets ?? [], filter = filterOf(request);
  const ordered = sort === "relevance" && query.terms.length > 0, word = ordered && query.terms.length === 2;
  return {
    engine, knowledge, statistics, query, filter, facets, groups: tickedGroups(filter, facets), sort, offset, size, typed: request.q.trim() !== "", word,
    // Up to four characters are one word: its parts in other places are not what was meant.
    enough: query.terms.length <= 3 ? 1 : size,
    // Whole or not at all: a record that is put forward on one page must be missing on the one that the engine had it on.
    fromStart: ordered && offset < (word ? WORD_WINDOW_MOST : WINDOW),
  };
}

const filterOf = (request: SearchRequest): ListingFilter => ({ ...request.filters, ...(request.kind ? { kind: request.kind } : {}) });

/** More than the engine reads of one question, or hardly a record with one of the terms: nobody holds all of it, so its parts go along at once. */
function isHopeless({ typed, query, statistics, enough }: Plan): boolean {
  const likely = enough * (statistics.records / Math.max(1, statistics.total));
  return typed && (query.terms.length > ENGINE_WORDS || query.terms.some((term) => (statistics.frequency.get(term) ?? 0) < likely));
}

function wholeQuestion({ query, statistics, filter, facets, sort, typed, word, fromStart, offset, size }: Plan): EngineQuery {
  return {
    terms: telling(query, statistics, ENGINE_WORDS).map(({ text }) => text), filter, facets: [...facets], sort: !typed && sort === "relevance" ? "newest" : sort,
    ...(fromStart ? { offset: 0, limit: Math.max(word ? WORD_WINDOW : WINDOW, offset + size) } : { offset, limit: size }),
  };
}

function withoutTicks({ filter }: Plan, facet: FacetName) {
  const others: ListingFilter = { ...filter, [facet]: undefined };
  return { filter: others, facets: [facet], offset: 0, limit: 0 };
}

/** What a ticked group holds without its own ticks of records that hold everything. */
const countQuestion = (plan: Plan, whole: EngineQuery) => (facet: FacetName): EngineQuery => ({ ...whole, ...withoutTicks(plan, facet) });

/** What it would hold of records that hold parts, estimated by the rarest term. */
function estimateQuestion(plan: Plan, whole: EngineQuery): (facet: FacetName) => EngineQuery {
  const known = { terms: plan.query.terms.filter((term) => plan.statistics.frequency.has(term)) };
  const terms = telling(known, plan.statistics, 1).map(({ text }) => text);
  return known.terms.length === 0 ? countQuestion(plan, whole) : (facet) => ({ ...withoutTicks(plan, facet), terms });
}

/**
 * Finds listings for what a person typed: everything in one round trip if records hold all of it, a second one by
 * the most telling terms if they do not. Order within the window: BM25 over characters, pairs and words.
 * @param knowledge what this process has learnt of the engine, unless the caller knows better
 * @throws EngineUnavailable
 */
export async function searchListings(engine: SearchEngine, request: SearchRequest, knowledge: Learnt = knowledgeOf(engine)): Promise<SearchResult> {
  const statistics = await knowledge.statistics(filterOf(request).kind);
  const plan = planOf(engine, request, knowledge, statistics, await understand(engine, request, statistics));
  const { query, filter, groups, typed, enough } = plan;
  if (typed && query.terms.length === 0) return resultOf(plan, { total: 0, hits: [], facets: {}, exact: true });
  const whole = wholeQuestion(plan), hopeless = isHopeless(plan), counts = groups.map(countQuestion(plan, whole));
  const split = () => ({ parts: partsOf(query, statistics, filter), estimate: estimateQuestion(plan, whole) });
  if (hopeless) {
    // What a sentence's groups hold is estimated, unless it stands in the records after all.
    const { parts, estimate } = split();
    const [main, ...others] = await engine.multiSearch([whole, ...parts.questions, ...groups.map(estimate)]) as [EngineAnswer, ...EngineAnswer[]];
    return main.total >= enough ? answerWhole(plan, whole, main, await engine.multiSearch(counts)) : answerParts(plan, main, parts.hits(others), others.slice(parts.questions.length));
  }
  const [main, ...others] = await engine.multiSearch([whole, ...counts]) as [EngineAnswer, ...EngineAnswer[]];
  if (!typed || main.total >= enough) return answerWhole(plan, whole, main, others);
  const { parts, estimate } = split(), many = parts.questions.length;
  // Without its own ticks a group may have enough that holds the whole query: then it has been counted.
  const parted = groups.filter((_, i) => others[i]!.total < enough);
  const more = await engine.multiSearch([...parts.questions, ...parted.map(estimate)]);
  const guessed = new Map(parted.map((facet, i) => [facet, more[many + i]!]));
  return answerParts(plan, main, parts.hits(more), groups.map((facet, i) => guessed.get(facet) ?? others[i]!));
}

/** Of records that hold everything. @param own what each ticked group holds without its own ticks */
async function answerWhole(plan: Plan, whole: EngineQuery, main: EngineAnswer, own: readonly EngineAnswer[]): Promise<SearchResult> {
  const { knowledge: { cache }, query, statistics, groups, offset, size, word, fromStart } = plan, { total } = main;
  const facets = mergedFacets(main, groups, own);
  if (!fromStart) return resultOf(plan, { total, hits: await inOrder(plan, main.hits), facets, exact: true });
  let window = word ? WORD_WINDOW : WINDOW, { hits } = main;
  let inside = await cache.get(hits.slice(0, window));
  if (word && total > WORD_WINDOW && inside.filter((entry) => holds(entry, query.text)).length < WINDOW) {
    window = WORD_WINDOW_MOST;
    if (total > hits.length) hits = [...hits, ...await furtherHits(plan, whole, hits.length, window + size)];
    inside = [...inside, ...await cache.get(hits.slice(WORD_WINDOW, window))];
  }
  const best = pageOf(plan, rank(inside, query, statistics));
  return resultOf(plan, { total, hits: [...best, ...await inOrder(plan, hits.slice(Math.max(window, offset), offset + size))], facets, exact: true });
}

/** In two halves, which go side by side. */
async function furtherHits({ engine }: Plan, whole: EngineQuery, from: number, to: number): Promise<EngineHit[]> {
  const half = Math.ceil((to - from) / 2);
  const answers = await engine.multiSearch([{ ...whole, facets: [], offset: from, limit: half }, { ...whole, facets: [], offset: from + half, limit: to - from - half }]);
  return answers.flatMap(({ hits }) => hits);
}

/** Of records that hold the most telling parts. @param own what each ticked group would hold without its own ticks */
async function answerParts(plan: Plan, main: EngineAnswer, found: readonly EngineHit[], own: readonly EngineAnswer[]): Promise<SearchResult> {
  const { engine, knowledge, query, statistics, filter, facets, groups, sort, offset, size } = plan;
  const suggested = main.total > 0 ? null : await suggest(plan);
  const kept = cut(rank(await knowledge.cache.get(together(main.hits, found).slice(0, LOOSE_READ)), query, statistics), ({ score }) => score);
  // Of more terms than it reads, the engine has looked for some only.
  const whole = query.terms.length <= ENGINE_WORDS ? main.total : kept.filter(({ entry }) => query.terms.every((term) => countIn(entry, term) > 0)).length;
  const told = { total: kept.length, exact: whole > 0 && whole >= kept.length, whole, suggested };
  // What was ranked has been read: it is counted here.
  if (sort === "relevance") return resultOf(plan, { ...told, hits: pageOf(plan, kept), facets: mergedFacets({ facets: countFacets(kept.map(({ entry }) => entry.document), facets) }, groups, own) });
  const ids = kept.map(({ entry }) => entry.id);
  const sorted = await engine.search({ filter: { ...filter, ids: ids.length > 0 ? ids : NOBODY }, facets: [...facets], sort, offset, limit: size });
  return resultOf(plan, { ...told, hits: await inOrder(plan, sorted.hits), facets: mergedFacets(sorted, groups, own) });
}

/** The likeliest of what may have been meant instead that any record holds, whatever is ticked; null where one holds what was typed, which statistics of a sample cannot know. */
async function suggest({ engine, query, statistics, filter }: Plan): Promise<string | null> {
  const candidates = meantInstead(query, statistics);
  if (candidates.length === 0) return null;
  const ofKind: ListingFilter = filter.kind ? { kind: filter.kind } : {};
  const asked = [query, ...candidates.map((text) => understandQuery(text, statistics))].map(({ terms }): EngineQuery => ({ terms: terms.map(termText), filter: ofKind, limit: 0 }));
  const [typed, ...meant] = await engine.multiSearch(asked);
  return typed!.total > 0 ? null : (candidates.find((_, i) => meant[i]!.total > 0) ?? null);
}

function resultOf({ engine, query }: Plan, found: Pick<SearchResult, "total" | "hits" | "facets" | "exact"> & { whole?: number; suggested?: string | null }): SearchResult {
  return { whole: found.total, suggested: null, ...found, simple: engine.kind === "postgres", corrected: query.corrected };
}

function pageOf({ query, statistics, offset, size }: Plan, order: readonly Ranked[]): SearchHit[] {
  const shown = worthShowing(query, statistics);
  return order.slice(offset, offset + size).map(({ entry, score }) => hitOf(entry, score, shown));
}

/** In the order of the engine. */
async function inOrder({ knowledge, query, statistics }: Plan, hits: readonly EngineHit[]): Promise<SearchHit[]> {
  const shown = worthShowing(query, statistics);
  return (await knowledge.cache.get(hits)).map((entry) => hitOf(entry, 0, shown));
}

/** Those that hold the whole query first, each record once. */
function together(whole: readonly EngineHit[], parts: readonly EngineHit[]): EngineHit[] {
  const there = new Set(whole.map(({ id }) => id));
  return [...whole, ...parts.filter(({ id }) => !there.has(id))];
}
