import type { ListingKind, SearchDocument } from "@/lib/engine/document";
import type { Expander } from "@/lib/engine/expand";
import type { MeaningStore } from "@/lib/engine/meaning-store";

/** Groups of which a reader may tick several: OR inside a group, AND between groups. */
export const FACETS = ["kind", "industry", "field", "district", "maturity", "modes", "ipKinds", "organisationId"] as const;
export type FacetName = (typeof FACETS)[number];

/** Inclusive bounds; either may be missing. */
export interface Range { min?: number | undefined; max?: number | undefined }

/** What a search is restricted to. An empty or missing group restricts nothing. */
export interface ListingFilter {
  kind?: ListingKind | undefined;
  industry?: string[] | undefined;
  field?: string[] | undefined;
  direction?: string[] | undefined;
  district?: string[] | undefined;
  /** TRL 1 to 13. */
  maturity?: Range | undefined;
  modes?: string[] | undefined;
  ipKinds?: string[] | undefined;
  organisationId?: string[] | undefined;
  /** Price of an achievement in fen. */
  priceFen?: Range | undefined;
  /** A need whose public budget overlaps this range, in fen. */
  budgetFen?: Range | undefined;
  /** Seconds since 1970: leaves out what ended before. */
  openAt?: number | undefined;
  ids?: string[] | undefined;
  /** Leaves out these records. */
  notIds?: readonly string[] | undefined;
  /** Leaves out the records of this organisation (nobody is matched with themselves). */
  notOrganisationId?: string | undefined;
}

/** Orders a reader may choose; relevance is the engine's own for one query. */
export type EngineSort = "relevance" | "newest" | "deadline" | "maturity" | "price";

/** One question to an engine. Every term must be contained; terms are tokens of `analyse`. */
export interface EngineQuery {
  terms?: string[];
  /** Instead of terms: the records whose vectors lie nearest, out of the store of vectors. */
  near?: { embedder: string; vector: readonly number[] };
  filter?: ListingFilter;
  facets?: FacetName[];
  sort?: EngineSort;
  offset?: number;
  /** 0 asks for the total and the facets alone. */
  limit: number;
}

export interface EngineHit { id: string; stamp: string; kind: ListingKind }

export interface EngineAnswer {
  hits: EngineHit[];
  /** May be an estimate. */
  total: number;
  /** facet → value → how many. */
  facets: Record<string, Record<string, number>>;
}


/**
 * The one port to a search engine. Methods throw EngineUnavailable when the engine does not answer in time;
 * callers fall back to the Postgres search then.
 */
export interface SearchEngine {
  readonly kind: "meilisearch" | "postgres";
  /** The synonyms its records were indexed with. */
  readonly synonyms: Expander;
  /** Words that say nothing in a query. */
  readonly stopWords?: readonly string[] | undefined;
  /** Where records have vectors beside their text; null where there is no such store. */
  readonly meaning: MeaningStore | null;
  search(query: EngineQuery): Promise<EngineAnswer>;
  /** Several questions in one round trip; answers in the same order. */
  multiSearch(queries: EngineQuery[]): Promise<EngineAnswer[]>;
  /** Whole documents by id; unknown ids are left out. */
  fetch(ids: string[]): Promise<SearchDocument[]>;
  /** A page of all documents of one kind, in a stable order (to learn from them). */
  scan(kind: ListingKind, offset: number, limit: number): Promise<{ documents: SearchDocument[]; total: number }>;
  /** A page of what there is of either kind, without the text: to compare it with a copy. */
  stamps(offset: number, limit: number): Promise<EngineHit[]>;
  /** Adds or replaces; resolves with the number of the task to wait for (NO_TASK if nothing has to be waited for). */
  indexDocuments(batch: SearchDocument[]): Promise<number>;
  deleteDocuments(ids: string[]): Promise<number>;
  /** Creates the index if it is missing and brings its settings up to date. */
  settings(): Promise<void>;
  /** Whether records lie in the index as they are asked for: `differs` after a change of what is searched, or of an index that nobody gave settings. */
  state(): Promise<"missing" | "fits" | "differs">;
  /** Removes the index with everything in it; a missing one is no error. */
  drop(): Promise<void>;
  /** Exchanges this index with the one of `other`, at once for every reader; where this one is missing the other takes its name. */
  swap(otherIndex: string): Promise<void>;
  /** Rejects with EngineUnavailable after `deadlineMs`, with the engine's own message if the task failed. */
  waitForTask(task: number, deadlineMs: number): Promise<void>;
  health(): Promise<boolean>;
}

/** No task: nothing was sent, or the engine writes at once. */
export const NO_TASK = -1;

/** The engine did not answer, or answered that it cannot; `cause` holds what it said. */
export class EngineUnavailable extends Error {
  override name = "EngineUnavailable";
}
