import { accessSync, constants, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { textOf, type SearchDocument } from "@/lib/engine/document";
import { meilisearchEngine } from "@/lib/engine/meilisearch";
import type { SearchEngine } from "@/lib/engine/port";
import { SYNONYMS } from "@/lib/engine/data/synonyms";
import type { ScratchEngine } from "../scratch-engine";

export type Options = Record<string, string | undefined>;
export type Row = Record<string, unknown> & { id: string };

const pathOf = (options: Options, name: string): string => {
  const given = options[name];
  if (!given) throw new Error(`--${name} is missing: give a file.`);
  return resolve(process.env["INIT_CWD"] ?? process.cwd(), given);
};

/** Reads one JSON object a line. @throws Error with the line's number */
export function readRows(options: Options, name: string): Row[] {
  const path = pathOf(options, name);
  if (!existsSync(path)) throw new Error(`There is no file ${path}.`);
  const seen = new Set<string>();
  return readFileSync(path, "utf8").replace(/^\ufeff/, "").split(/\r?\n/).flatMap((line, i) => {
    if (line.trim() === "") return [];
    let row: unknown;
    try { row = JSON.parse(line); } catch { throw new Error(`${path}:${i + 1} is no JSON.`); }
    const id = (row as { id?: unknown } | null)?.id;
    if (typeof id !== "string" && typeof id !== "number") throw new Error(`${path}:${i + 1} has no id.`);
    if (seen.has(String(id))) throw new Error(`${path}:${i + 1}: the id ${id} is there twice.`);
    seen.add(String(id));
    return [{ ...(row as object), id: String(id) }];
  });
}

/** A text field, empty if it is missing or of another type; lists are joined. */
export function text(row: Row, name: string): string {
  const value = row[name];
  if (Array.isArray(value)) return value.filter((item) => typeof item === "string").join("\n");
  return typeof value === "string" ? value : "";
}

export function writeRun(options: Options, lines: readonly string[]): void {
  writeFileSync(pathOf(options, "out"), lines.length ? `${lines.join("\n")}\n` : "");
}

/** Checks before minutes of work that the result can be written. @throws Error that says why not */
export function requireOut(options: Options): void {
  const path = pathOf(options, "out"), folder = dirname(path);
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}: make it first, or give another --out.`);
  if (existsSync(path) && statSync(path).isDirectory()) throw new Error(`${path} is a folder: --out takes a file.`);
  try { accessSync(existsSync(path) ? path : folder, constants.W_OK); } catch { throw new Error(`${path} cannot be written: give another --out.`); }
}

export const say = (line: string): void => { process.stderr.write(`${line}\n`); };

/** Meilisearch takes 100 MB at once; a character needs up to thirty bytes there: its own, those of its terms, and what escapes them. */
const BATCH_RECORDS = 5_000;
const BATCH_CHARACTERS = 2_500_000;

/** Records in order, in heaps that the engine takes; one that is longer than a heap stands alone. */
export function* batches(documents: readonly SearchDocument[], characters = BATCH_CHARACTERS): Generator<SearchDocument[]> {
  let batch: SearchDocument[] = [], held = 0;
  for (const document of documents) {
    const length = document.title.length + textOf(document).length + document.keywords.join().length;
    if (batch.length > 0 && (batch.length >= BATCH_RECORDS || held + length > characters)) {
      yield batch;
      [batch, held] = [[], 0];
    }
    batch.push(document);
    held += length;
  }
  if (batch.length > 0) yield batch;
}

/** An index filled with these documents, as `npm start` would make it. */
export async function filledEngine(scratch: ScratchEngine, documents: SearchDocument[]): Promise<SearchEngine> {
  const started = Date.now();
  const engine = meilisearchEngine({ host: scratch.host, apiKey: scratch.apiKey, index: "listings", synonyms: SYNONYMS, deadlineMs: 60_000 });
  await engine.settings();
  let task = -1;
  for (const batch of batches(documents)) task = await engine.indexDocuments(batch);
  // Tasks end in their order: the last one stands for all.
  await engine.waitForTask(task, 800_000);
  say(`indexed ${documents.length} records in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return engine;
}

/** Milliseconds at a share of all measurements, e.g. 0.95. */
export function quantile(times: number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const timing = (times: number[]): string => `p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms a query`;
