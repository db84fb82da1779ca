import { lotOf } from "@/lib/core/lot";
import { isWord, termText, type Term } from "@/lib/engine/analyse";
import type { ListingKind, SearchDocument } from "@/lib/engine/document";
import { entryOf, type Entry } from "@/lib/engine/forward";
import type { Expander } from "@/lib/engine/expand";
import type { SearchEngine } from "@/lib/engine/port";

/** What is rare and how long records are, learnt from the platform's own records. */
export interface Statistics {
  /** Records that were read, and that there were. */
  records: number;
  total: number;
  /** Every record was read: a term that is not counted is in none of them. False for a sample. */
  complete: boolean;
  /** Term → in how many of them it occurs. */
  frequency: Map<Term, number>;
  /** Mean of Entry.length. */
  meanLength: number;
  /** Latin words, shortest first, with how many records have them: for typing slips and completions. */
  words: Map<string, number>;
  /** A few of the records, chosen by chance: what strangers have in common is measured by them. */
  few: Entry[];
}

export const EMPTY_STATISTICS: Statistics = { records: 0, total: 0, complete: true, frequency: new Map(), meanLength: 1, words: new Map(), few: [] };

/** More records teach little more about what is rare, but cost time and memory: a spread sample is read. */
export const SAMPLE = 30_000;
/** Records read at once, and records worked on before something else may: a page is parsed in some milliseconds. */
const PAGE = 250, PIECE = 100;

const FEW = 32;

/** By their ids, not by their places: one more record changes at most one of them, so that scores stay where they are. */
function fewOf(entries: readonly Entry[]): Entry[] {
  return entries.map((entry) => ({ entry, lot: lotOf(entry.id) })).sort((a, b) => a.lot - b.lot || (a.entry.id < b.entry.id ? -1 : 1)).slice(0, FEW).map(({ entry }) => entry);
}

/** Other work of the process goes between pieces of this one. */
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Counts entries, a few at a time: thirty thousand take a second, in which nothing else would be answered. @param total records there are, if these are a sample */
export async function statisticsOf(entries: readonly Entry[], total = entries.length): Promise<Statistics> {
  const frequency = new Map<Term, number>(), records = entries.length;
  let length = 0;
  for (const [i, entry] of entries.entries()) {
    length += entry.length;
    for (const term of entry.terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
    if (i % PIECE === PIECE - 1) await pause();
  }
  return { records, total, complete: total <= records, frequency, meanLength: records ? Math.max(1, length / records) : 1, words: latinWords(frequency), few: fewOf(entries) };
}

/** Counts one more record, in place: what was published a moment ago is known before everything is read anew. */
export function countOneMore(statistics: Statistics, entry: Entry): void {
  statistics.meanLength = (statistics.meanLength * statistics.records + entry.length) / ++statistics.records;
  statistics.total++;
  for (const term of entry.terms) statistics.frequency.set(term, (statistics.frequency.get(term) ?? 0) + 1);
}

function latinWords(frequency: ReadonlyMap<Term, number>): Map<string, number> {
  const words: [string, number][] = [];
  for (const [term, n] of frequency) if (isWord(term)) { const text = termText(term); if (/[a-z]/.test(text)) words.push([text, n]); }
  return new Map(words.sort((a, b) => a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1)));
}

/** Statistics of several sets together, each counted as often as it has records. */
export function together(parts: readonly Statistics[]): Statistics {
  const filled = parts.filter((part) => part.records > 0);
  if (filled.length === 1) return filled[0]!;
  const frequency = new Map<Term, number>();
  let records = 0, total = 0, length = 0;
  for (const part of filled) {
    records += part.records;
    total += part.total;
    length += part.meanLength * part.records;
    for (const [term, n] of part.frequency) frequency.set(term, (frequency.get(term) ?? 0) + n);
  }
  return { records, total, complete: filled.every((part) => part.complete), frequency, meanLength: records ? length / records : 1, words: latinWords(frequency), few: fewOf(filled.flatMap(({ few }) => few)) };
}

/**
 * Reads up to `most` records of a kind, evenly spread when there are more, page by page, so that other work of
 * the process is not held up.
 * @param known the entry of a record that has been cut before, if it still says the same
 * @returns them, and how many there are
 */
export async function readEntries(engine: SearchEngine, kind: ListingKind, synonyms: Expander, most = SAMPLE, known: (document: SearchDocument) => Entry | undefined = () => undefined): Promise<{ entries: Entry[]; total: number }> {
  const entries: Entry[] = [];
  const take = async (documents: readonly SearchDocument[]) => {
    for (const [i, document] of documents.entries()) {
      entries.push(known(document) ?? entryOf(document, synonyms));
      if (i % PIECE === PIECE - 1) await pause();
    }
  };
  const first = await engine.scan(kind, 0, PAGE);
  await take(first.documents);
  const pages = Math.ceil(first.total / PAGE), wanted = Math.min(pages, Math.ceil(most / PAGE));
  for (let page = 1; page < wanted; page++) await take((await engine.scan(kind, Math.floor((page * pages) / wanted) * PAGE, PAGE)).documents);
  return { entries, total: first.total };
}

/** How much finding a term says: ln(1 + (N − df + ½) / (df + ½)). */
export function rarity(statistics: Statistics, term: Term): number {
  const df = statistics.frequency.get(term) ?? 0;
  return Math.log(1 + (Math.max(0, statistics.records - df) + 0.5) / (df + 0.5));
}
