import type { EngineQuery, SearchEngine } from "@/lib/engine/port";
import { searchListings } from "@/lib/engine/search-listings";
import { matchAchievement, matchNeed } from "@/lib/matching/find";
import { fill, median, quantile, say, timed, FACETS_SHOWN, type Market } from "./market";
import { queries, records, source } from "./records";

export interface Figure { name: string; ours: number; reference: number; ratio: number; unit: string; note: string }

const ROUNDS = 7;
const PER_ROUND = 60;
export const figure = (name: string, ours: number, reference: number, unit: string, note: string): Figure => ({ name, ours, reference, ratio: ours / reference, unit, note });

/** p95 of the search function against the same question to the bare index, A B A B. */
export async function measureSearch({ ours, bare, size }: Market): Promise<Figure[]> {
  const all = queries(PER_ROUND * (ROUNDS + 1));
  const mine = (q: string, i: number) => searchListings(ours, { q, filters: { district: [district(i)] }, facets: [...FACETS_SHOWN], size: 20 });
  await mine("", 0);
  const rounds: { ours: number; bare: number; oursMiddle: number; bareMiddle: number }[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const a: number[] = [], b: number[] = [];
    for (const [i, q] of all.slice(round * PER_ROUND, (round + 1) * PER_ROUND).entries()) {
      a.push(await timed(() => mine(q, i)));
      b.push(await timed(() => bare.search(q, district(i))));
    }
    // The first round warms both.
    if (round > 0) rounds.push({ ours: quantile(a, 0.95), bare: quantile(b, 0.95), oursMiddle: median(a), bareMiddle: median(b) });
  }
  const note = `${size} records, ${source()}; the function behind /api/search, without the web server`;
  return [
    { ...figure("search p95", median(rounds.map((r) => r.ours)), median(rounds.map((r) => r.bare)), "ms", note), ratio: median(rounds.map((r) => r.ours / r.bare)) },
    { ...figure("search p50", median(rounds.map((r) => r.oursMiddle)), median(rounds.map((r) => r.bareMiddle)), "ms", note), ratio: median(rounds.map((r) => r.oursMiddle / r.bareMiddle)) },
  ];
}
const district = (i: number) => `2301${String(2 + (i % 18)).padStart(2, "0")}`;

/** Notes how long the engine itself took for what a match asked it. */
function watched(engine: SearchEngine): { engine: SearchEngine; take(): number } {
  let spent = 0;
  const through = async <T>(work: Promise<T>): Promise<T> => { const started = performance.now(); try { return await work; } finally { spent += performance.now() - started; } };
  return {
    engine: { ...engine, multiSearch: (asked: EngineQuery[]) => through(engine.multiSearch(asked)), fetch: (ids) => through(engine.fetch(ids)), search: (query) => through(engine.search(query)) },
    take() { const was = spent; spent = 0; return was; },
  };
}

/** Twenty explained matches of a need and of an achievement; the reference is the time of its own engine requests. */
export async function measureMatch({ ours, size }: Market): Promise<Figure[]> {
  const { engine, take } = watched(ours);
  const sample = records(4_000).filter((_, i) => i % 20 === 9 || i % 20 === 0);
  const learning = await timed(() => matchNeed(engine, { title: "" }, { patienceMs: 600_000 }));
  say(`learnt from ${size} records in ${(learning / 1000).toFixed(1)} s`);
  const a: number[] = [], b: number[] = [];
  for (const [i, record] of sample.slice(0, 240).entries()) {
    take();
    const text = { ...record, content: record.body };
    const took = await timed(() => (record.kind === "need" ? matchNeed(engine, text) : matchAchievement(engine, text)));
    const bare = take();
    if (i >= 40) { a.push(took); b.push(bare); }
  }
  const note = `${size} records; allowed: 1.5 × reference + 15 ms = ${(1.5 * quantile(b, 0.95) + 15).toFixed(1)} ms`;
  return [figure("match p95", quantile(a, 0.95), quantile(b, 0.95), "ms", note), figure("match p50", median(a), median(b), "ms", note)];
}

/** 10,000 records to searchable, in records a second. */
export async function measureImport({ ours, bare, size }: Market): Promise<Figure[]> {
  const count = 10_000, pairs: [number, number][] = [];
  for (let round = 0; round < 3; round++) {
    const from = size + round * count;
    const mine = await fill((documents) => ours.indexDocuments(documents), (task) => ours.waitForTask(task, 600_000), count, from);
    const plain = await fill((documents) => bare.add(documents), (task) => bare.wait(task), count, from);
    pairs.push([(count * 1000) / mine, (count * 1000) / plain]);
  }
  return [{ ...figure("import", median(pairs.map(([a]) => a)), median(pairs.map(([, b]) => b)), "records/s", `10,000 more records into ${size}, both with their cutting into terms`), ratio: median(pairs.map(([a, b]) => a / b)) }];
}

/** One record from being handed over to being found. */
export async function measurePublish({ ours, bare, size }: Market): Promise<Figure[]> {
  const a: number[] = [], b: number[] = [];
  for (let i = 0; i < 25; i++) {
    const one = records(1, size + 500_000 + i);
    a.push(await timed(async () => ours.waitForTask(await ours.indexDocuments(one), 60_000)));
    b.push(await timed(async () => bare.wait(await bare.add(one))));
  }
  return [figure("publish p50", median(a), median(b), "ms", `index of ${size}, one record at a time`)];
}
