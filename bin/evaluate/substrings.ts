import { isHan } from "@/lib/engine/analyse";
import { searchListings } from "@/lib/engine/search-listings";
import type { ScratchEngine } from "../scratch-engine";
import { corpusDocuments } from "./search";
import { filledEngine, readRows, requireOut, say, text, timing, writeRun, type Options } from "./files";

const WANTED = 400;

/** Small, seeded, the same on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Terms of two to four characters, each contained in 3 to 40 texts. Whole words are runs of the word segmenter;
 * pieces are cut out of longer ones, so that the piece begins or ends inside a word.
 */
async function sampleTerms(texts: readonly string[], seed = 1): Promise<{ term: string; piece: boolean; records: number[] }[]> {
  const random = randomNumbers(seed);
  const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
  const chosen: { term: string; piece: boolean; records: number[] }[] = [];
  const seen = new Set<string>();
  const han = (term: string) => [...term].every((character) => isHan(character.codePointAt(0) ?? 0));
  for (let tries = 0; chosen.length < WANTED && tries < WANTED * 500; tries++) {
    const sample = texts[Math.floor(random() * texts.length)] ?? "";
    const words = [...segmenter.segment(sample)].filter((part) => part.isWordLike && han(part.segment));
    const at = Math.floor(random() * words.length), word = words[at]?.segment;
    if (!word) continue;
    const piece = chosen.length % 2 === 1;
    let term = word;
    if (piece) {
      // Longer words are neighbours put together: dictionaries of segmenters hold few words beyond four characters.
      const next = words[at + 1];
      const longer = next && next.index === words[at]!.index + word.length ? word + next.segment : word;
      const length = 2 + Math.floor(random() * 3);
      const start = Math.floor(random() * (longer.length - length + 1));
      term = longer.slice(start, start + length);
      if (longer.length <= length || term === word || term === next?.segment) continue;
    }
    if (term.length < 2 || term.length > 4 || seen.has(term)) continue;
    seen.add(term);
    const records: number[] = [];
    for (let i = 0; i < texts.length && records.length <= 40; i++) if (texts[i]!.includes(term)) records.push(i);
    if (records.length >= 3 && records.length <= 40) chosen.push({ term, piece, records });
  }
  return chosen;
}

/** Share of the records containing a term that a search for it brings among its first 50 results, mean over terms. */
export async function evaluateSubstrings(options: Options, scratch: ScratchEngine): Promise<void> {
  if (options["out"]) requireOut(options);
  const corpus = readRows(options, "corpus");
  const texts = corpus.map((row) => `${text(row, "title")}\n${text(row, "abstract")}`.normalize("NFKC"));
  const terms = await sampleTerms(texts);
  if (terms.length < 300) throw new Error(`Only ${terms.length} terms are contained in 3 to 40 of ${texts.length} records: the corpus is too small to sample from.`);
  const engine = await filledEngine(scratch, corpusDocuments(corpus));
  await searchListings(engine, { q: "", size: 1 });
  const lines: string[] = [], times: number[] = [];
  const recalls: { length: number; piece: boolean; recall: number }[] = [];
  for (const { term, piece, records } of terms) {
    const started = performance.now();
    const { hits } = await searchListings(engine, { q: term, size: 50 });
    times.push(performance.now() - started);
    const found = new Set(hits.map((hit) => Number(hit.id.slice(1))));
    const recall = records.filter((record) => found.has(record)).length / records.length;
    recalls.push({ length: term.length, piece, recall });
    lines.push(`${term}\t${piece ? "piece" : "word"}\t${records.length}\t${recall.toFixed(4)}`);
  }
  const mean = (name: string, of: typeof recalls) =>
    process.stdout.write(`${name.padEnd(16)} terms ${String(of.length).padStart(4)}  recall ${(of.reduce((sum, { recall }) => sum + recall, 0) / of.length).toFixed(4)}\n`);
  mean("all", recalls);
  for (const length of [2, 3, 4]) mean(`${length} characters`, recalls.filter((one) => one.length === length));
  mean("pieces", recalls.filter(({ piece }) => piece));
  if (options["out"]) writeRun(options, lines);
  say(timing(times));
}
