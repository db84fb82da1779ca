import { countTerms, termText } from "@/lib/engine/analyse";
import type { SearchDocument } from "@/lib/engine/document";
import { expander, type SynonymGroups } from "@/lib/engine/expand";
import { countIn, entryOf, type Entry } from "@/lib/engine/forward";
import { NO_TASK, type EngineAnswer, type EngineQuery, type ListingFilter, type SearchEngine } from "@/lib/engine/port";

function passes(document: SearchDocument, filter: ListingFilter): boolean {
  const oneOf = (wanted: string[] | undefined, has: readonly (string | null)[]) => !wanted?.length || has.some((value) => value !== null && wanted.includes(value));
  return (!filter.kind || document.kind === filter.kind)
    && oneOf(filter.industry, [document.industry]) && oneOf(filter.field, [document.field]) && oneOf(filter.direction, [document.direction])
    && oneOf(filter.district, [document.district]) && oneOf(filter.modes, document.modes) && oneOf(filter.ipKinds, document.ipKinds)
    && oneOf(filter.organisationId, [document.organisationId]) && oneOf(filter.ids, [document.id])
    && (!filter.notOrganisationId || document.organisationId !== filter.notOrganisationId)
    && (filter.openAt === undefined || document.deadline === null || document.deadline >= filter.openAt)
    && (filter.maturity?.min === undefined || (document.maturity !== null && document.maturity >= filter.maturity.min));
}

/** The port over an array, for tests of what stands on the port; says nothing about Meilisearch. */
export function memoryEngine(documents: SearchDocument[], groups: SynonymGroups = []): SearchEngine {
  const synonyms = expander(groups);
  let entries: Entry[] = documents.map((document) => entryOf(document, synonyms));
  const search = (query: EngineQuery): EngineAnswer => {
    const terms = (query.terms ?? []).map((text) => [...countTerms(text).keys()].find((term) => termText(term) === text) ?? -1);
    const found = entries.filter((entry) => passes(entry.document, query.filter ?? {}) && terms.every((term) => countIn(entry, term) > 0));
    const facets: EngineAnswer["facets"] = {};
    for (const facet of query.facets ?? []) {
      const counts: Record<string, number> = (facets[facet] = {});
      for (const { document } of found) for (const value of [document[facet]].flat()) if (value !== null) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
    }
    const hits = found.slice(query.offset ?? 0, (query.offset ?? 0) + query.limit).map(({ id, stamp, kind }) => ({ id, stamp, kind }));
    return { hits, total: found.length, facets };
  };
  return {
    kind: "meilisearch", synonyms, meaning: null,
    search: async (query) => search(query),
    multiSearch: async (queries) => queries.map(search),
    fetch: async (ids) => entries.filter(({ id }) => ids.includes(id)).map(({ document }) => document),
    scan: async (kind, offset, limit) => {
      const all = entries.filter((entry) => entry.kind === kind).map(({ document }) => document);
      return { documents: all.slice(offset, offset + limit), total: all.length };
    },
    stamps: async (offset, limit) => entries.slice(offset, offset + limit).map(({ id, stamp, kind }) => ({ id, stamp, kind })),
    indexDocuments: async (batch) => {
      entries = [...entries.filter(({ id }) => !batch.some((document) => document.id === id)), ...batch.map((document) => entryOf(document, synonyms))];
      return NO_TASK;
    },
    deleteDocuments: async (ids) => { entries = entries.filter(({ id }) => !ids.includes(id)); return NO_TASK; },
    settings: async () => undefined, state: async () => "fits", drop: async () => { entries = []; }, swap: async () => undefined, waitForTask: async () => undefined, health: async () => true,
  };
}
