import { newId } from "@/lib/core/id";
import { log } from "@/lib/core/log";
import type { SearchDocument } from "@/lib/engine/document";
import { entryOf } from "@/lib/engine/forward";
import { liveEngine } from "@/lib/engine/live";
import { knowledgeOf } from "@/lib/engine/knowledge";
import type { MeaningStore, RecordVectors, StoredModel } from "@/lib/engine/meaning-store";
import type { SearchEngine } from "@/lib/engine/port";
import { configuredEmbedder, embeddedText, type Embedder } from "@/lib/matching/embedding";
import { learnFrom, lookAgain, outgrown } from "@/lib/matching/market";
import { achievementVector, needVector, type PairContext } from "@/lib/matching/pair";
import { fromStored, toStored } from "@/lib/matching/stored-model";
import { cosine, DIMENSIONS, padded } from "@/lib/matching/vectors";

/** Records that are read and written at a time, and stamps that are compared at a time. */
const PAGE = 500;
const STAMPS = 5_000;
/** Texts by which an outside service's width and its likeness of strangers are measured. */
const PROBE = 24;

/** Job of the worker: keeps the vectors in the store in step with the records. @returns how many records it wrote */
export async function keepVectors(engine: SearchEngine | null = liveEngine(), service: Embedder | null = configuredEmbedder()): Promise<number> {
  const store = engine?.meaning;
  if (!engine || !store) return 0;
  const outside = service ? await probe(engine, service) : null;
  const known = await store.readModel();
  // A service that is down for an hour is no reason to throw away what it has given.
  const down = service !== null && outside === null && known?.outsideFloor != null;
  if (!down) await store.settings({ learnt: DIMENSIONS, outside: outside?.width ?? null });
  const model = await currentModel(engine, store, known, down ? known.outsideFloor : (outside?.floor ?? null));
  return bringUp(engine, store, model, outside ? service : null);
}

async function probe(engine: SearchEngine, service: Embedder): Promise<{ width: number; floor: number } | null> {
  const { documents } = await engine.scan("achievement", 0, PROBE);
  const vectors = await service.embed(["ping", ...documents.map(embeddedText)]);
  if (!vectors) return null;
  const strangers: number[] = [];
  for (const [i, one] of vectors.entries()) for (const other of vectors.slice(i + 1)) strangers.push(cosine(one, other));
  return { width: vectors[0]!.length, floor: strangers.sort((a, b) => a - b)[Math.floor(strangers.length / 2)] ?? 0 };
}

async function currentModel(engine: SearchEngine, store: MeaningStore, known: StoredModel | null, floor: number | null): Promise<StoredModel> {
  const knowledge = knowledgeOf(engine);
  const records = (await knowledge.statistics("need")).records + (await knowledge.statistics("achievement")).records;
  const sameService = (known?.outsideFloor ?? null) === null === (floor === null);
  if (known && !outgrown(records, known.records) && sameService) return known;
  const learnt = known && !outgrown(records, known.records) ? fromStored(known) : await learnFrom(engine);
  const model = toStored(learnt, { model: newId(), records, outsideFloor: floor });
  await store.writeModel(model);
  lookAgain(engine);
  log.info({ records, terms: model.terms.length }, "vectors learnt");
  return model;
}

async function bringUp(engine: SearchEngine, store: MeaningStore, model: StoredModel, service: Embedder | null): Promise<number> {
  const knowledge = knowledgeOf(engine);
  const context: PairContext = {
    needs: await knowledge.statistics("need"), achievements: await knowledge.statistics("achievement"), vectors: fromStored(model), outside: null, stored: true,
  };
  const marks = new Map((await store.marks()).map((mark) => [mark.id, mark]));
  const stale: string[] = [];
  for (let offset = 0; ; offset += STAMPS) {
    const stamps = await engine.stamps(offset, STAMPS);
    for (const { id, stamp } of stamps) {
      const mark = marks.get(id);
      if (mark?.stamp !== stamp || mark.model !== model.model || (service !== null && !mark.outside)) stale.push(id);
      marks.delete(id);
    }
    if (stamps.length < STAMPS) break;
  }
  let serving = service;
  for (let from = 0; from < stale.length; from += PAGE) {
    const documents = await engine.fetch(stale.slice(from, from + PAGE));
    const outside = serving ? await serving.embed(documents.map(embeddedText)) : null;
    // One refusal is enough for one run; the next run fills what is missing.
    if (!outside) serving = null;
    await store.put(documents.map((document, i) => rowOf(engine, context, model.model, document, outside?.[i] ?? null)));
  }
  await store.remove([...marks.keys()]);
  return stale.length;
}

function rowOf(engine: SearchEngine, context: PairContext, model: string, document: SearchDocument, outside: Float32Array | null): RecordVectors {
  const entry = entryOf(document, engine.synonyms);
  const learnt = document.kind === "need" ? needVector(context, entry) : achievementVector(context, entry);
  return { document, model, learnt: learnt && padded(learnt), outside: outside && Array.from(outside) };
}
