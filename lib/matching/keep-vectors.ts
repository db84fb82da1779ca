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

/** What one run did: records written, and those that still have no vector of the configured service. */
export interface VectorRun { written: number; lacking: number }

interface Outside { service: string; width: number; floor: number }

/** Keeps the vectors in the store in step with the records. */
export async function keepVectors(engine: SearchEngine | null = liveEngine(), service: Embedder | null = configuredEmbedder()): Promise<VectorRun> {
  const store = engine?.meaning;
  if (!engine || !store) return { written: 0, lacking: 0 };
  const outside = service ? await probe(engine, service) : null;
  const known = await store.readModel();
  // A service that is down for an hour is no reason to throw away what it has given.
  const down = service !== null && outside === null && known?.outsideFloor != null;
  if (!down) await store.settings({ learnt: DIMENSIONS, outside: outside?.width ?? null });
  const model = await currentModel(engine, store, known, down ? whatWas(known) : outside);
  return bringUp(engine, store, model, { asked: service?.fingerprint ?? null, service: outside ? service : null });
}

function whatWas({ outsideService, outsideWidth, outsideFloor }: StoredModel): Outside | null {
  return outsideFloor === null ? null : { service: outsideService ?? "", width: outsideWidth ?? 0, floor: outsideFloor };
}

async function probe(engine: SearchEngine, service: Embedder): Promise<Outside | null> {
  const { documents } = await engine.scan("achievement", 0, PROBE);
  const vectors = await service.embed(["ping", ...documents.map(embeddedText)]);
  if (!vectors) return null;
  const strangers: number[] = [];
  for (const [i, one] of vectors.entries()) for (const other of vectors.slice(i + 1)) strangers.push(cosine(one, other));
  return { service: service.fingerprint, width: vectors[0]!.length, floor: strangers.sort((a, b) => a - b)[Math.floor(strangers.length / 2)] ?? 0 };
}

/** Another service or another model of it is another scale: everything that was measured by the old one is measured anew. */
async function currentModel(engine: SearchEngine, store: MeaningStore, known: StoredModel | null, outside: Outside | null): Promise<StoredModel> {
  const knowledge = knowledgeOf(engine);
  const records = (await knowledge.statistics("need")).records + (await knowledge.statistics("achievement")).records;
  const was = known && whatWas(known);
  const sameService = was?.service === outside?.service && was?.width === outside?.width;
  if (known && !outgrown(records, known.records) && sameService) return known;
  const learnt = known && !outgrown(records, known.records) ? fromStored(known) : await learnFrom(engine);
  const model = toStored(learnt, { model: newId(), records, outsideFloor: outside?.floor ?? null, outsideService: outside?.service ?? null, outsideWidth: outside?.width ?? null });
  await store.writeModel(model);
  lookAgain(engine);
  log.info({ records, terms: model.terms.length }, "vectors learnt");
  return model;
}

/** @param outside fingerprint of the configured service, and the service itself if it can be used now */
async function bringUp(engine: SearchEngine, store: MeaningStore, model: StoredModel, outside: { asked: string | null; service: Embedder | null }): Promise<VectorRun> {
  const knowledge = knowledgeOf(engine);
  const context: PairContext = {
    needs: await knowledge.statistics("need"), achievements: await knowledge.statistics("achievement"), vectors: fromStored(model), outside: null, stored: true, chance: null,
  };
  const marks = new Map((await store.marks()).map((mark) => [mark.id, mark]));
  const stale: string[] = [];
  let lacking = 0;
  for (let offset = 0; ; offset += STAMPS) {
    const stamps = await engine.stamps(offset, STAMPS);
    for (const { id, stamp } of stamps) {
      const mark = marks.get(id);
      const lacks = outside.asked !== null && mark?.outside !== outside.asked;
      if (mark?.stamp !== stamp || mark.model !== model.model || (lacks && outside.service)) stale.push(id);
      else if (lacks) lacking++;
      marks.delete(id);
    }
    if (stamps.length < STAMPS) break;
  }
  let serving = outside.service;
  for (let from = 0; from < stale.length; from += PAGE) {
    const documents = await engine.fetch(stale.slice(from, from + PAGE));
    const given = await outsideOf(store, documents, outside.asked, serving);
    // One refusal is enough for one run; the next run fills what is missing.
    if (given.refused) serving = null;
    const rows = documents.map((document) => rowOf(engine, context, model.model, document, given.vectors.get(document.id) ?? null));
    await store.put(rows);
    if (outside.asked !== null) lacking += rows.filter((row) => row.outside === null).length;
  }
  await store.remove([...marks.keys()]);
  return { written: stale.length, lacking };
}

type Given = { service: string; vector: readonly number[] };

/** What the service has given for the same text before is not asked for again; it also outlives a service that is down. */
async function outsideOf(store: MeaningStore, documents: SearchDocument[], asked: string | null, serving: Embedder | null): Promise<{ vectors: Map<string, Given>; refused: boolean }> {
  const vectors = new Map<string, Given>();
  if (asked === null) return { vectors, refused: false };
  const stored = await store.outside(documents.map(({ id }) => id), asked);
  const fresh: SearchDocument[] = [];
  for (const document of documents) {
    const one = stored.get(document.id);
    if (one?.stamp === document.stamp) vectors.set(document.id, { service: asked, vector: one.vector }); else fresh.push(document);
  }
  if (fresh.length === 0 || !serving) return { vectors, refused: false };
  const made = await serving.embed(fresh.map(embeddedText));
  for (const [i, vector] of (made ?? []).entries()) vectors.set(fresh[i]!.id, { service: asked, vector: Array.from(vector) });
  return { vectors, refused: made === null };
}

function rowOf(engine: SearchEngine, context: PairContext, model: string, document: SearchDocument, outside: Given | null): RecordVectors {
  const entry = entryOf(document, engine.synonyms);
  const learnt = document.kind === "need" ? needVector(context, entry) : achievementVector(context, entry);
  return { document, model, learnt: learnt && padded(learnt), outside };
}
