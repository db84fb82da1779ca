import type { SearchDocument } from "@/lib/engine/document";
import { expander, type SynonymGroups } from "@/lib/engine/expand";
import { entryOf, type Entry } from "@/lib/engine/forward";
import { answerOf } from "@/lib/engine/in-process";
import { NO_TASK, type EngineAnswer, type EngineQuery, type SearchEngine } from "@/lib/engine/port";

/** The port over an array, for tests of what stands on the port; says nothing about Meilisearch. */
export function memoryEngine(documents: SearchDocument[], groups: SynonymGroups = []): SearchEngine {
  const synonyms = expander(groups);
  let entries: Entry[] = documents.map((document) => entryOf(document, synonyms));
  const search = (query: EngineQuery): EngineAnswer => answerOf(entries, query);
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
