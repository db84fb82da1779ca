import { searchDocument } from "@/lib/engine/document";
import { knowledgeOf } from "@/lib/engine/knowledge";
import { partsOf } from "@/lib/engine/loose";
import type { SearchEngine } from "@/lib/engine/port";
import { understandQuery } from "@/lib/engine/query";
import { rank } from "@/lib/engine/rank";
import { searchListings } from "@/lib/engine/search-listings";
import type { ScratchEngine } from "../scratch-engine";
import { filledEngine, readRows, requireOut, say, text, timing, writeRun, type Options, type Row } from "./files";

/** Ids of a file may hold anything; ids of an index may not. */
export const corpusDocuments = (rows: readonly Row[]) => rows.map((row, i) =>
  searchDocument({ id: `r${i}`, kind: "achievement", title: text(row, "title"), summary: text(row, "abstract"), keywords: text(row, "keywords").split("\n").filter(Boolean) }));

/** Lines of every query, fewer only if the corpus is smaller: what is measured there may look so far down. */
const LINES = 50;

/**
 * What the page shows for a query, best first; where that is less than wanted, what shares at least a character with the
 * query, and then any record, in the order of the file.
 */
async function ordered(engine: SearchEngine, q: string, records: number): Promise<string[]> {
  const { hits } = await searchListings(engine, { q, kind: "achievement", size: LINES });
  const ids = new Set(hits.map(({ id }) => id));
  if (ids.size < Math.min(LINES, records)) {
    const knowledge = knowledgeOf(engine);
    const statistics = await knowledge.statistics("achievement");
    const query = understandQuery(q, statistics);
    const parts = partsOf({ terms: [...query.weights.keys()] }, statistics, { kind: "achievement" });
    const found = parts.hits(await engine.multiSearch(parts.questions));
    for (const { entry } of rank(await knowledge.cache.get(found.slice(0, 500)), query, statistics)) ids.add(entry.id);
  }
  for (let i = 0; i < records && ids.size < LINES; i++) ids.add(`r${i}`);
  return [...ids].slice(0, LINES);
}

/** The first 50 records for every query. */
export async function evaluateSearch(options: Options, scratch: ScratchEngine): Promise<void> {
  requireOut(options);
  const corpus = readRows(options, "corpus"), queries = readRows(options, "queries");
  const engine = await filledEngine(scratch, corpusDocuments(corpus));
  const learning = Date.now();
  await searchListings(engine, { q: "", size: 1 });
  say(`learnt in ${((Date.now() - learning) / 1000).toFixed(1)} s`);
  const lines: string[] = [], times: number[] = [];
  for (const [i, query] of queries.entries()) {
    const started = performance.now();
    const ids = await ordered(engine, text(query, "query"), corpus.length);
    times.push(performance.now() - started);
    if (i % 100 === 99) say(`${i + 1} of ${queries.length} queries, ${timing(times)}`);
    for (const [place, id] of ids.entries()) lines.push(`${query.id}\t${corpus[Number(id.slice(1))]!.id}\t${(1000 - place).toString()}`);
  }
  writeRun(options, lines);
  say(`${queries.length} queries, ${timing(times)}`);
}
