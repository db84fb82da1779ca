import { isCharacter, termOf, type Term } from "@/lib/engine/analyse";
import type { SearchDocument } from "@/lib/engine/document";
import { countIn, type Entry } from "@/lib/engine/forward";
import { termsOfPeople } from "@/lib/engine/people";
import type { EngineAnswer, EngineQuery, EngineSort, FacetName, ListingFilter, Range } from "@/lib/engine/port";

const oneOf = (wanted: readonly string[] | undefined, has: readonly (string | null)[]) => !wanted?.length || has.some((value) => value !== null && wanted.includes(value));

/** What is not known lies in no range, as the engine has it. */
const within = (range: Range | undefined, low: number | null, high: number | null) =>
  (range?.min === undefined || (high !== null && high >= range.min)) && (range?.max === undefined || (low !== null && low <= range.max));

/** Whether the engine would let a record through. */
export function passes(document: SearchDocument, filter: ListingFilter): boolean {
  return (!filter.kind || document.kind === filter.kind)
    && oneOf(filter.industry, [document.industry]) && oneOf(filter.field, [document.field]) && oneOf(filter.direction, [document.direction])
    && oneOf(filter.district, [document.district]) && oneOf(filter.modes, document.modes) && oneOf(filter.ipKinds, document.ipKinds)
    && oneOf(filter.organisationId, [document.organisationId]) && oneOf(filter.ids, [document.id]) && !filter.notIds?.includes(document.id)
    && (!filter.notOrganisationId || document.organisationId !== filter.notOrganisationId)
    && within(filter.maturity, document.maturity, document.maturity) && within(filter.priceFen, document.priceFen, document.priceFen)
    && within(filter.budgetFen, document.budgetMinFen ?? (document.budgetMaxFen === null ? null : 0), document.budgetMaxFen)
    && (filter.openAt === undefined || document.deadline === null || document.deadline >= filter.openAt);
}

/** What the engine would count of these documents. */
export function countFacets(documents: readonly SearchDocument[], facets: readonly FacetName[]): EngineAnswer["facets"] {
  return Object.fromEntries(facets.map((facet) => {
    const counts: Record<string, number> = {};
    for (const document of documents) for (const value of [document[facet]].flat()) if (value !== null && value !== undefined) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
    return [facet, counts];
  }));
}

type Orders = Record<Exclude<EngineSort, "relevance">, (document: SearchDocument) => number>;
/** Ascending; what has no value comes last. */
const ORDERS: Orders = {
  newest: ({ publishedAt }) => -publishedAt,
  deadline: ({ deadline }) => deadline ?? Infinity,
  maturity: ({ maturity }) => -(maturity ?? -Infinity),
  price: ({ priceFen }) => priceFen ?? Infinity,
};

/** As in the index: nobody is looked for by one character of a name. */
const isNamed = (document: SearchDocument, term: Term): boolean => document.people !== undefined && !isCharacter(term) && termsOfPeople(document).has(term);

/** What the engine would answer if it had these records only; equals stay in the order given. */
export function answerOf(entries: readonly Entry[], { terms = [], filter = {}, facets = [], sort = "relevance", offset = 0, limit }: EngineQuery): EngineAnswer {
  const wanted = terms.map(termOf);
  const found = entries.filter((entry) => passes(entry.document, filter) && wanted.every((term) => countIn(entry, term) > 0 || isNamed(entry.document, term)));
  if (sort !== "relevance") found.sort((a, b) => { const [x, y] = [ORDERS[sort](a.document), ORDERS[sort](b.document)]; return x === y ? 0 : x - y; });
  return { hits: found.slice(offset, offset + limit).map(({ id, stamp, kind }) => ({ id, stamp, kind })), total: found.length, facets: countFacets(found.map(({ document }) => document), facets) };
}
