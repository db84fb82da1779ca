import type { Entry } from "@/lib/engine/forward";
import { answerOf } from "@/lib/engine/in-process";
import type { EngineAnswer, EngineQuery, SearchEngine } from "@/lib/engine/port";
import type { Learnt } from "@/lib/engine/search-listings";

/** Counts of two sets of records that have none in common. */
function added(a: EngineAnswer["facets"], b: EngineAnswer["facets"]): EngineAnswer["facets"] {
  return Object.fromEntries([...new Set([...Object.keys(a), ...Object.keys(b)])].map((facet) => {
    const sum = { ...a[facet] };
    for (const [value, count] of Object.entries(b[facet] ?? {})) sum[value] = (sum[value] ?? 0) + count;
    return [facet, sum];
  }));
}

/**
 * An engine, and what is known of it, as if it held these few records already, and no older version of them.
 * They come before the engine's own, whatever the order; the process ranks what it looks at anyway.
 */
export function withRecordsAhead(engine: SearchEngine, learnt: Learnt, entries: readonly Entry[]): { engine: SearchEngine; learnt: Learnt } {
  const ahead = new Map(entries.map((entry) => [entry.id, entry])), ids = [...ahead.keys()];
  const parted = (query: EngineQuery): { own: EngineAnswer; theirs: EngineQuery } => {
    const own = answerOf(entries, query), filter = { ...query.filter, notIds: ids };
    // No page, but the first few that hold a part of a sentence: ours come besides, or fifty of them would leave none of the engine's.
    if (query.offset === undefined) return { own, theirs: { ...query, filter } };
    return { own, theirs: { ...query, filter, offset: Math.max(0, query.offset - own.total), limit: query.limit - own.hits.length } };
  };
  const multiSearch = async (queries: EngineQuery[]): Promise<EngineAnswer[]> => {
    const parts = queries.map(parted);
    const answers = await engine.multiSearch(parts.map(({ theirs }) => theirs));
    return parts.map(({ own }, i) => ({ hits: [...own.hits, ...answers[i]!.hits], total: own.total + answers[i]!.total, facets: added(own.facets, answers[i]!.facets) }));
  };
  return {
    engine: { ...engine, multiSearch, search: async (query) => (await multiSearch([query]))[0]! },
    learnt: {
      statistics: (kind) => learnt.statistics(kind),
      cache: {
        async get(hits) {
          const known = new Map((await learnt.cache.get(hits.filter(({ id }) => !ahead.has(id)))).map((entry) => [entry.id, entry]));
          return hits.flatMap(({ id }) => ahead.get(id) ?? known.get(id) ?? []);
        },
      },
    },
  };
}
