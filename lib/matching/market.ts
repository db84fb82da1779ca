import { log } from "@/lib/core/log";
import type { Entry } from "@/lib/engine/forward";
import { knowledgeOf } from "@/lib/engine/knowledge";
import type { SearchEngine } from "@/lib/engine/port";
import { readEntries, type Statistics } from "@/lib/engine/statistics";
import { configuredEmbedder } from "@/lib/matching/embedding";
import { OutsideVectors } from "@/lib/matching/outside-vectors";
import { measureChance } from "@/lib/matching/chance";
import { makeReady, type PairContext } from "@/lib/matching/pair";
import { fromStored } from "@/lib/matching/stored-model";
import { breather, learnVectors, type VectorModel } from "@/lib/matching/vectors";

/** Records of each kind that vectors are learnt from at most. */
const LEARNT_FROM = 8_000;
/** Vectors are learnt anew when the collection has grown or shrunk by so much. */
const CHANGED = 0.15;
/** How often a process looks whether the worker has learnt anew. */
const CHECK_MS = 60_000;

interface Learning {
  /** Records when this process last learnt by itself. */
  records: number;
  /** Undefined until the first attempt has ended. */
  model: VectorModel | null | undefined;
  /** Name of the model that was read from the store; null where there is none. */
  stored: string | null;
  outside: OutsideVectors | null;
  checked: number;
  running: Promise<void> | null;
  /** The last attempt failed, and that has been said. */
  failed: boolean;
}

const learning = new WeakMap<SearchEngine, Learning>();
const contexts = new WeakMap<SearchEngine, { of: PairContext; value: Promise<PairContext> }>();

/** Has the collection changed so much that it should be learnt anew? */
export const outgrown = (records: number, learntFrom: number): boolean => Math.abs(records - learntFrom) > learntFrom * CHANGED;

/** Learns vectors from what the engine holds now; null if that is too little. */
export async function learnFrom(engine: SearchEngine): Promise<VectorModel | null> {
  const entries: Entry[] = [];
  for (const kind of ["achievement", "need"] as const) entries.push(...(await readEntries(engine, kind, engine.synonyms, LEARNT_FROM)).entries);
  return learnVectors(entries);
}

/** Takes the model that the worker keeps; where nobody keeps one (a test, a first start) the process learns its own. */
async function renew(engine: SearchEngine, state: Learning, records: number): Promise<void> {
  state.checked = Date.now();
  const name = await engine.meaning?.modelName() ?? null;
  if (name === null) {
    if (!outgrown(records, state.records)) return;
    state.records = records;
    try { state.model = await learnFrom(engine); } catch (error) { state.records = 0; throw error; }
    return;
  }
  if (name === state.stored) return;
  const kept = await engine.meaning!.readModel();
  if (!kept) return;
  const service = configuredEmbedder();
  state.outside = service && kept.outsideFloor !== null ? new OutsideVectors(engine.meaning!, service, kept.outsideFloor) : null;
  state.model = fromStored(kept);
  state.stored = kept.model;
}

/**
 * The market as this process knows it. Vectors are read or learnt in the background; a caller waits for the first
 * ones at most `patienceMs` and goes on without them then, so that a page never waits for a calculation.
 * @throws EngineUnavailable
 */
export async function marketOf(engine: SearchEngine, patienceMs: number): Promise<PairContext> {
  const knowledge = knowledgeOf(engine);
  const needs = await knowledge.statistics("need"), achievements = await knowledge.statistics("achievement");
  const records = needs.records + achievements.records;
  let state = learning.get(engine);
  if (!state) learning.set(engine, (state = { records: 0, model: undefined, stored: null, outside: null, checked: 0, running: null, failed: false }));
  if (!state.running && (Date.now() - state.checked > CHECK_MS || state.stored === null && outgrown(records, state.records))) {
    const started = state;
    started.running = renew(engine, started, records).then(() => { started.failed = false; }, (error: unknown) => tellFailure(started, error)).finally(() => { started.running = null; });
  }
  if (state.model === undefined && state.running) await Promise.race([state.running, pause(patienceMs)]);
  return context(engine, needs, achievements, state);
}

/** A failure leaves the old vectors, or none, and the next look tries again: matches are there all the same, so it is said once, until it goes well. */
function tellFailure(state: Learning, error: unknown): void {
  if (!state.failed) log.warn({ err: error }, state.model ? "vectors could not be learnt or read anew; matching goes on with the old ones" : "vectors could not be learnt or read; matching goes on without them");
  state.failed = true;
}

/** For a process that has just started: takes the vectors that the worker keeps, where it does, and makes the records ready, before the first match is asked for. */
export async function readMarketAhead(engine: SearchEngine): Promise<void> {
  if ((await engine.meaning?.modelName() ?? null) !== null) await marketOf(engine, 60_000);
}

/** Looks again at once: the worker has just learnt. */
export function lookAgain(engine: SearchEngine): void {
  const state = learning.get(engine);
  if (state) state.checked = 0;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, Math.min(ms, 2 ** 31 - 1)).unref(); });
}

/** The same object as long as nothing was learnt anew: what was derived from it stays valid. */
function context(engine: SearchEngine, needs: Statistics, achievements: Statistics, { model, stored, outside }: Learning): Promise<PairContext> {
  const known = contexts.get(engine), old = known?.of;
  const vectors = model ?? null;
  if (old?.needs === needs && old.achievements === achievements && old.vectors === vectors && old.outside === outside && old.stored === (stored !== null)) return known!.value;
  const of: PairContext = { needs, achievements, vectors, outside, stored: stored !== null, chance: old?.chance ?? null };
  const measured = measureChance(of).then((chance) => Object.assign(of, { chance }));
  // What strangers have in common hardly changes with a record; nobody waits for it twice, unless it is of another kind.
  const value = old && (old.vectors === null) === (vectors === null) ? Promise.resolve(of) : measured;
  measured.catch(() => contexts.delete(engine));
  contexts.set(engine, { of, value });
  if (vectors) measured.then(() => makeAllReady(engine, of)).catch((error: unknown) => log.warn({ err: error }, "records could not be made ready ahead; each is when it is first compared"));
  return value;
}

/** A match gives way to other work some ten times: each time a piece of this one may come between. */
const PIECE_MS = 2;

/** Between requests, until the next learning makes it vain: what was read ahead is made ready to be compared. */
async function makeAllReady(engine: SearchEngine, of: PairContext): Promise<void> {
  const breathe = breather(PIECE_MS);
  for (const entry of knowledgeOf(engine).cache.all()) {
    if (contexts.get(engine)?.of !== of) return;
    makeReady(of, entry);
    await breathe();
  }
}
