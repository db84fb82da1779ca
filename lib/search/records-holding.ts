import { normalise, runsOf, termText } from "@/lib/engine/analyse";
import { knowledgeOf } from "@/lib/engine/knowledge";
import { liveEngine } from "@/lib/engine/live";
import { EngineUnavailable, type EngineQuery, type SearchEngine } from "@/lib/engine/port";
import { understandQuery } from "@/lib/engine/query";
import { EMPTY_STATISTICS, type Statistics } from "@/lib/engine/statistics";
import { unreadSubjects } from "@/lib/jobs/cursors";
import { SEARCH_READER } from "./project";

/** Names stand behind titles and texts in the engine's order: so many are looked through for what was typed. */
const LOOKED_THROUGH = 500;
/** Words that an unfinished one may become. */
const COMPLETIONS = 5;
/** Meilisearch reads no more words of one query. */
const ENGINE_WORDS = 10;

/**
 * Records that may hold what was typed in a title, a number or a name, the likeliest first, and those that are on their way to the index: a
 * row at a time, a million titles would be read for every key that is pressed. Whether they hold it in one piece, and are public, the rows say.
 * @returns null where no search server answers
 */
export async function recordsHolding(typed: string, engine: SearchEngine | null = liveEngine()): Promise<string[] | null> {
  if (!engine) return null;
  try {
    const { words } = await knowledgeOf(engine).statistics();
    const questions = readings(typed, words).flatMap((text): EngineQuery[] => {
      const { terms } = understandQuery(text, EMPTY_STATISTICS);
      return terms.length > 0 ? [{ terms: terms.slice(0, ENGINE_WORDS).map(termText), limit: LOOKED_THROUGH }] : [];
    });
    const [answers, ahead] = await Promise.all([engine.multiSearch(questions), unreadSubjects(SEARCH_READER, ["achievement", "need"])]);
    return [...new Set([...ahead, ...answers.flatMap(({ hits }) => hits.map(({ id }) => id))])];
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error;
    return null;
  }
}

/**
 * As it was typed; without words at its edges, which may be pieces of longer ones; and with the one at its end as the records go on with it:
 * the engine knows whole words only, and it is still being typed.
 */
function readings(typed: string, words: Statistics["words"]): string[] {
  const text = normalise(typed).trim(), runs = runsOf(text), last = runs.at(-1);
  const inner = runs.filter((run, at) => run.han || (at > 0 && at < runs.length - 1));
  const within = inner.length > 0 && inner.length < runs.length ? [text.slice(inner[0]!.start, inner.at(-1)!.end)] : [];
  if (!last || last.han || last.end < text.length) return [text, ...within];
  const begun = text.slice(last.start);
  const finished = [...words].filter(([word]) => word.length > begun.length && word.startsWith(begun)).sort(([, one], [, other]) => other - one).slice(0, COMPLETIONS);
  return [text, ...within, ...finished.map(([word]) => text.slice(0, last.start) + word)];
}
