import { countTerms, isCharacter, normalise, termText } from "@/lib/engine/analyse";
import { expander } from "@/lib/engine/expand";
import { countIn, entryOf, type Entry } from "@/lib/engine/forward";
import { knowledgeOf } from "@/lib/engine/knowledge";
import type { EngineAnswer, EngineQuery, SearchEngine } from "@/lib/engine/port";
import type { Learnt } from "@/lib/engine/search-listings";
import type { Vocabulary } from "@/lib/engine/vocabulary";

/** Records that hold one changed word are looked at, so many; more would only be counted differently, not ranked. */
const perWord = 500;

/**
 * An engine as it would be with another dictionary, for a preview: the records that hold a changed word are indexed anew
 * in memory, all others answer from the index in use. Nothing is written, and nothing is learnt anew: what is rare is known of
 * the index in use, and a group more or less hardly changes it.
 * @throws EngineUnavailable
 */
export async function changedEngine(live: SearchEngine, words: Vocabulary, changedWords: readonly string[]): Promise<{ engine: SearchEngine; knowledge: Learnt }> {
  const synonyms = expander(words.synonyms);
  const questions = changedWords.map((word) => [...countTerms(word).keys()].filter((term) => !isCharacter(term)).map(termText)).filter((terms) => terms.length > 0);
  const answers = await live.multiSearch(questions.map((terms): EngineQuery => ({ terms, limit: perWord })));
  const ids = [...new Set(answers.flatMap(({ hits }) => hits.map(({ id }) => id)))];
  const documents = await live.fetch(ids);
  const entries = new Map<string, Entry>(documents.map((document) => [document.id, entryOf(document, synonyms)]));
  const asItIs = new Map(documents.map((document) => [document.id, entryOf(document, live.synonyms)]));
  // The engine tells no more of its hits than it was asked for: counted are those that come and those that go.
  const answer = (query: EngineQuery, unchanged: EngineAnswer): EngineAnswer => {
    const texts = query.terms ?? [], asked = [...entries.values()].filter(({ id, kind }) => (!query.filter?.ids || query.filter.ids.includes(id)) && (!query.filter?.kind || query.filter.kind === kind));
    const before = new Set(asked.filter(({ id }) => holdsAll(asItIs.get(id)!, texts)).map(({ id }) => id));
    const come = asked.filter((entry) => !before.has(entry.id) && holdsAll(entry, texts)), gone = new Set(asked.filter((entry) => before.has(entry.id) && !holdsAll(entry, texts)).map(({ id }) => id));
    const kept = unchanged.hits.filter(({ id }) => !gone.has(id));
    return { hits: byTurns(kept, come.map(({ id, stamp, kind }) => ({ id, stamp, kind }))), total: Math.max(0, unchanged.total - gone.size) + come.length, facets: {} };
  };
  const known = knowledgeOf(live);
  const cache: Learnt["cache"] = {
    async get(hits) {
      const others = new Map((await known.cache.get(hits.filter(({ id }) => !entries.has(id)))).map((entry) => [entry.id, entry]));
      return hits.flatMap(({ id }) => entries.get(id) ?? others.get(id) ?? []);
    },
  };
  const engine: SearchEngine = {
    ...live,
    synonyms,
    stopWords: words.stopWords,
    search: async (query) => answer(query, await live.search(query)),
    multiSearch: async (queries) => {
      const unchanged = await live.multiSearch(queries);
      return queries.map((query, i) => answer(query, unchanged[i]!));
    },
  };
  return { engine, knowledge: { statistics: (kind) => known.statistics(kind), cache } };
}

function holdsAll(entry: Entry, texts: readonly string[]): boolean {
  return texts.every((text) => [...countTerms(normalise(text)).keys()].every((term) => countIn(entry, term) > 0));
}

/** Only the first are looked at and put in order: of both there are some among them. */
function byTurns<One>(some: readonly One[], others: readonly One[]): One[] {
  return Array.from({ length: Math.max(some.length, others.length) }, (_, at) => [some[at], others[at]]).flat().filter((one) => one !== undefined);
}
