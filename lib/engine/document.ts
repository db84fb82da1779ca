/** The two kinds of records that are found and matched. */
export type ListingKind = "achievement" | "need";

/** The five elements of a need (material, method, effect, product, application), each a short text. */
export type ElementName = "material" | "method" | "effect" | "product" | "application";
export const ELEMENT_NAMES: readonly ElementName[] = ["material", "method", "effect", "product", "application"];

/**
 * What the search index holds of one published listing. It is public: a field that its reader may not see
 * (a hidden budget, an indicator kept for the deal) must not be put in here, because both the result list
 * and the reasons of a match are made from it.
 */
export interface SearchDocument {
  /** Letters, digits, `-` and `_` only (a Meilisearch primary key). */
  id: string;
  kind: ListingKind;
  /** Changes whenever the content changes (the version's id or number): tells caches what is stale. */
  stamp: string;
  title: string;
  summary: string;
  /** Everything else a reader may read, joined by line breaks: description, problem, scenes, indicators. */
  body: string;
  keywords: string[];
  /** The listing's own number (A-2026-0001), or null. */
  number: string | null;
  organisationId: string | null;
  organisationName: string | null;
  /** Codes of mission/taxonomy.json: EQ, EQ02, EQ02-03. */
  industry: string | null;
  field: string | null;
  direction: string | null;
  /** Six-digit code of the district. */
  district: string | null;
  /** TRL 1 to 13: what an achievement has reached, what a need requires at least. */
  maturity: number | null;
  modes: string[];
  ipKinds: string[];
  /** Price asked, in fen; null where it is negotiable or not public. */
  priceFen: number | null;
  /** Public budget in fen; null where it is negotiable or not public. */
  budgetMinFen: number | null;
  budgetMaxFen: number | null;
  /** What is said of the money in public: how the amount is meant, that it is a matter of talking, or that it is kept back, whatever it is. */
  money?: "fixed" | "from" | "range" | "negotiable" | "withheld";
  /** Seconds since 1970. */
  publishedAt: number;
  /** The last second of the day on which the listing ends, seconds since 1970; null if it never does. */
  deadline: number | null;
  /** A need's elements as far as they are public; an achievement has none. */
  elements?: Partial<Record<ElementName, string | null>>;
  /** Names of those who completed an achievement, where they are public. They lead to it, and say nothing of what it is about: nothing is compared or ranked by them. */
  people?: string[];
  /** Of the demo world, and marked so wherever it is shown. */
  demo?: boolean;
  /** Terms its author added to what the platform read, and terms they said it is not about. */
  addedTerms?: string[];
  removedTerms?: string[];
}

/** Fills the fields that a caller does not know, so that partial records can be indexed and compared. */
export function searchDocument(known: Pick<SearchDocument, "id" | "kind" | "title"> & Partial<SearchDocument>): SearchDocument {
  return {
    stamp: "0", summary: "", body: "", keywords: [], number: null, organisationId: null, organisationName: null,
    industry: null, field: null, direction: null, district: null, maturity: null, modes: [], ipKinds: [],
    priceFen: null, budgetMinFen: null, budgetMaxFen: null, publishedAt: 0, deadline: null,
    ...known,
  };
}

/** Summary and body as one text; a need's summary is the beginning of its body and is not said twice. */
export function textOf(document: Pick<SearchDocument, "summary" | "body">): string {
  const { summary, body } = document;
  return summary === "" || body.startsWith(summary) ? body : body === "" ? summary : `${summary}\n${body}`;
}
