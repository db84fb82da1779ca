import type { Entry } from "@/lib/engine/forward";
import { knowledgeOf } from "@/lib/engine/knowledge";
import type { SearchEngine } from "@/lib/engine/port";
import { readEntries, type Statistics } from "@/lib/engine/statistics";
import type { PairContext } from "@/lib/matching/pair";
import { learnVectors, type VectorModel } from "@/lib/matching/vectors";

/** Records of each kind that vectors are learnt from at most. */
const LEARNT_FROM = 8_000;
/** Vectors are learnt anew when the collection has grown or shrunk by so much. */
const CHANGED = 0.15;

interface Learning { records: number; model: VectorModel | null | undefined; running: Promise<void> | null }

const learning = new WeakMap<SearchEngine, Learning>();
const contexts = new WeakMap<SearchEngine, PairContext>();

async function learn(engine: SearchEngine, state: Learning): Promise<void> {
  const entries: Entry[] = [];
  for (const kind of ["achievement", "need"] as const) entries.push(...await readEntries(engine, kind, engine.synonyms, LEARNT_FROM));
  state.model = await learnVectors(entries);
}

/**
 * The market as this process knows it. Vectors are learnt in the background on first use; a caller waits for them
 * at most `patienceMs` and goes on without them then, so that a page never waits for a calculation.
 * @throws EngineUnavailable
 */
export async function marketOf(engine: SearchEngine, patienceMs: number): Promise<PairContext> {
  const knowledge = knowledgeOf(engine);
  const needs = await knowledge.statistics("need"), achievements = await knowledge.statistics("achievement");
  const records = needs.records + achievements.records;
  let state = learning.get(engine);
  if (!state) learning.set(engine, (state = { records: 0, model: undefined, running: null }));
  if (!state.running && Math.abs(records - state.records) > state.records * CHANGED) {
    const started = state;
    started.records = records;
    // A failure leaves the old vectors (or none); the next change of the collection tries again.
    started.running = learn(engine, started).catch(() => { started.records = 0; }).finally(() => { started.running = null; });
  }
  if (state.model === undefined && state.running) await Promise.race([state.running, pause(patienceMs)]);
  return context(engine, needs, achievements, state.model ?? null);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, Math.min(ms, 2 ** 31 - 1)).unref(); });
}

/** The same object as long as nothing was learnt anew: what was derived from it stays valid. */
function context(engine: SearchEngine, needs: Statistics, achievements: Statistics, vectors: VectorModel | null): PairContext {
  const old = contexts.get(engine);
  if (old?.needs === needs && old.achievements === achievements && old.vectors === vectors) return old;
  const fresh = { needs, achievements, vectors };
  contexts.set(engine, fresh);
  return fresh;
}
