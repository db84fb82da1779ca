import { searchDocument } from "@/lib/engine/document";
import { searchListings } from "@/lib/engine/search-listings";
import type { ScratchEngine } from "../scratch-engine";
import { filledEngine, readRows, requireOut, say, text, timing, writeRun, type Options, type Row } from "./files";

/** Ids of a file may hold anything; ids of an index may not. */
export const corpusDocuments = (rows: readonly Row[]) => rows.map((row, i) =>
  searchDocument({ id: `r${i}`, kind: "achievement", title: text(row, "title"), summary: text(row, "abstract"), keywords: text(row, "keywords").split("\n").filter(Boolean) }));

/** The first 50 results of every query. */
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
    const { hits } = await searchListings(engine, { q: text(query, "query"), kind: "achievement", size: 50 });
    times.push(performance.now() - started);
    if (i % 100 === 99) say(`${i + 1} of ${queries.length} queries, ${timing(times)}`);
    for (const [place, hit] of hits.entries()) lines.push(`${query.id}\t${corpus[Number(hit.id.slice(1))]!.id}\t${(1000 - place).toString()}`);
  }
  writeRun(options, lines);
  say(`${queries.length} queries, ${timing(times)}`);
}
