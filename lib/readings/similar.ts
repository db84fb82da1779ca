import { isCharacter, termText } from "@/lib/engine/analyse";
import type { SearchDocument } from "@/lib/engine/document";
import { entryOf, type Entry } from "@/lib/engine/forward";
import { knowledgeOf } from "@/lib/engine/knowledge";
import type { EngineQuery, SearchEngine } from "@/lib/engine/port";
import { rarity, type Statistics } from "@/lib/engine/statistics";

export interface SimilarDocument { document: SearchDocument; /** 0 to 1: what the two texts share of all that they say, rare things counting most. */ likeness: number }

/** The rarest terms are asked for, so many, each bringing so many records. */
const ASKED = 24;
const HITS = 20;

/** Shared over all, each pair of characters and each word weighed by its rarity. 1 for equal texts. */
export function likeness(a: Pick<Entry, "terms">, b: Pick<Entry, "terms">, statistics: Statistics): number {
  let shared = 0, all = 0, i = 0, j = 0;
  while (i < a.terms.length || j < b.terms.length) {
    const x = a.terms[i] ?? Infinity, y = b.terms[j] ?? Infinity;
    const term = Math.min(x, y);
    const weight = isCharacter(term) ? 0 : rarity(statistics, term);
    all += weight;
    if (x === y) shared += weight;
    if (x === term) i++;
    if (y === term) j++;
  }
  return all > 0 ? shared / all : 0;
}

/**
 * The public records of both kinds that are most like a text, best first; its own published version is left out.
 * @throws EngineUnavailable
 */
export async function similarRecords(engine: SearchEngine, document: SearchDocument, many = 12): Promise<SimilarDocument[]> {
  const knowledge = knowledgeOf(engine);
  const statistics = await knowledge.statistics();
  const entry = entryOf(document, engine.synonyms);
  const rare = [...entry.terms].filter((term) => !isCharacter(term) && statistics.frequency.has(term))
    .map((term) => ({ term, weight: rarity(statistics, term) })).sort((a, b) => b.weight - a.weight).slice(0, ASKED);
  const answers = await engine.multiSearch(rare.map(({ term }): EngineQuery => ({ terms: [termText(term)], limit: HITS })));
  const hits = new Map(answers.flatMap((answer) => answer.hits).filter((hit) => hit.id !== document.id).map((hit) => [hit.id, hit]));
  return (await knowledge.cache.get([...hits.values()]))
    .map((other) => ({ document: other.document, likeness: Math.round(1000 * likeness(entry, other, statistics)) / 1000 }))
    .sort((a, b) => b.likeness - a.likeness || (a.document.id < b.document.id ? -1 : 1))
    .slice(0, many);
}
