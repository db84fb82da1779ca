import type { SearchDocument } from "@/lib/engine/document";
import { orMissing } from "@/lib/engine/missing-index";

/** Learnt term vectors in the form in which processes share them: one signed byte a number, a scale a row. */
export interface StoredModel {
  /** Names this learning; vectors of records belong to one model. */
  model: string;
  /** Records that were there when it was learnt. */
  records: number;
  dimensions: number;
  terms: string[];
  rows: Int8Array;
  /** Mean cosine of two records that have nothing in common, by the outside service's vectors; null without one. */
  outsideFloor: number | null;
  /** Fingerprint of the outside service by which that was measured, and the width of its vectors. */
  outsideService: string | null;
  outsideWidth: number | null;
}

/** A record with its vectors; null where one could not be made. */
export interface RecordVectors { document: SearchDocument; model: string; learnt: readonly number[] | null; outside: { service: string; vector: readonly number[] } | null }

/** What the store knows of a record's vectors: to find the ones that are missing, old, or of another service (named by its fingerprint). */
export interface VectorMark { id: string; stamp: string; model: string; outside: string | null }

/**
 * Vectors in Meilisearch's own vector store, in an index beside the one that is searched: building them costs the
 * search nothing, and losing them loses nothing (docs/decisions/0021-match-score.md).
 */
export interface MeaningStore {
  /** Creates the indexes; widths of null leave an embedder out. */
  settings(widths: { learnt: number; outside: number | null }): Promise<void>;
  put(rows: readonly RecordVectors[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Of every record that has vectors; empty where there is no store yet. */
  marks(): Promise<VectorMark[]>;
  /** Vectors of one outside service by record, with the stamp of what was read; records without one are left out. */
  outside(ids: readonly string[], service: string): Promise<Map<string, { stamp: string; vector: number[] }>>;
  /** Null where none was learnt yet. */
  modelName(): Promise<string | null>;
  readModel(): Promise<StoredModel | null>;
  writeModel(model: StoredModel): Promise<void>;
}

export const LEARNT = "learnt";
export const OUTSIDE = "outside";
const CHUNK = 1_000;
const MINUTES = 60_000;

interface Chunk extends Omit<StoredModel, "rows"> { id: string; rows: string }
type Call = <T>(method: string, at: string, body?: unknown, limit?: number) => Promise<T>;
type Wait = (task: number, limit: number) => Promise<void>;

/** What a record is found by beside its vector: the filters of the searched index. */
const FILTERED = ["id", "kind", "industry", "field", "direction", "district", "maturity", "modes", "ipKinds", "organisationId", "priceFen",
  "budgetMinFen", "budgetMaxFen", "deadline"] as const;

export const meaningIndex = (index: string): string => `${index}_meaning`;

/** @throws EngineUnavailable from every method; a missing index is an empty store */
export function meaningStore(index: string, call: Call, wait: Wait): MeaningStore {
  const vectors = `/indexes/${meaningIndex(index)}`, models = `/indexes/${index}_model`;
  const done = async (task: Promise<{ taskUid: number }>) => wait((await task).taskUid, 10 * MINUTES);
  const create = async (path: string) => {
    if ((await orMissing(call<unknown>("GET", path))) !== null) return;
    await done(call("POST", "/indexes", { uid: path.slice("/indexes/".length), primaryKey: "id" })).catch((error: unknown) => {
      if (!String(error).includes("index_already_exists")) throw error;
    });
  };
  const embedding = (vector: readonly number[] | null) => (vector ? { embeddings: vector, regenerate: false } : null);

  return {
    async settings({ learnt, outside }) {
      await create(vectors);
      await create(models);
      const known = await call<Record<string, { dimensions?: number }>>("GET", `${vectors}/settings/embedders`);
      // An embedder of another width needs other vectors: begin anew, nothing here cannot be made again.
      if ([[LEARNT, learnt], [OUTSIDE, outside]].some(([name, width]) => known[name as string] !== undefined && known[name as string]?.dimensions !== width)) {
        await done(call("DELETE", `${vectors}/documents`));
        await done(call("DELETE", `${vectors}/settings/embedders`));
      }
      // Records of before a service was configured say nothing of its vectors, which the engine does not accept.
      else if (outside !== null && known[OUTSIDE] === undefined) await done(call("DELETE", `${vectors}/documents`));
      await done(call("PATCH", `${vectors}/settings`, {
        searchableAttributes: [], filterableAttributes: FILTERED, facetSearch: false, prefixSearch: "disabled", pagination: { maxTotalHits: 100_000 },
        embedders: { [LEARNT]: { source: "userProvided", dimensions: learnt }, ...(outside === null ? {} : { [OUTSIDE]: { source: "userProvided", dimensions: outside } }) },
      }));
      await done(call("PATCH", `${models}/settings`, { searchableAttributes: [] }));
    },
    async put(rows) {
      if (rows.length === 0) return;
      const withOutside = OUTSIDE in (await call<object>("GET", `${vectors}/settings/embedders`));
      await done(call("POST", `${vectors}/documents?primaryKey=id`, rows.map(({ document, model, learnt, outside }) => ({
        id: document.id, stamp: document.stamp, model, outside: outside?.service ?? null,
        ...Object.fromEntries(FILTERED.map((name) => [name, document[name]])),
        _vectors: { [LEARNT]: embedding(learnt), ...(withOutside ? { [OUTSIDE]: embedding(outside?.vector ?? null) } : {}) },
      })), 5 * MINUTES));
    },
    async remove(ids) {
      if (ids.length > 0) await orMissing(done(call("POST", `${vectors}/documents/delete-batch`, ids)));
    },
    async marks() {
      const all: VectorMark[] = [];
      for (;;) {
        const page = await orMissing(call<{ results: VectorMark[] }>("POST", `${vectors}/documents/fetch`, { offset: all.length, limit: 5_000, fields: ["id", "stamp", "model", "outside"] }, MINUTES));
        all.push(...(page?.results ?? []));
        if ((page?.results.length ?? 0) < 5_000) return all;
      }
    },
    async outside(ids, service) {
      const found = new Map<string, { stamp: string; vector: number[] }>();
      if (ids.length === 0) return found;
      const page = await orMissing(call<{ results: { id: string; stamp: string; outside: unknown; _vectors?: Record<string, { embeddings: number[][] }> }[] }>("POST", `${vectors}/documents/fetch`,
        { ids, limit: ids.length, fields: ["id", "stamp", "outside"], retrieveVectors: true }, MINUTES));
      for (const row of page?.results ?? []) {
        const vector = row._vectors?.[OUTSIDE]?.embeddings[0];
        if (vector && row.outside === service) found.set(row.id, { stamp: row.stamp, vector });
      }
      return found;
    },
    async modelName() {
      const page = await orMissing(call<{ results: { model: string }[] }>("POST", `${models}/documents/fetch`, { ids: ["c0"], limit: 1, fields: ["model"] }));
      return page?.results[0]?.model ?? null;
    },
    async readModel() {
      const page = await orMissing(call<{ results: Chunk[] }>("POST", `${models}/documents/fetch`, { limit: 1_000 }, MINUTES));
      const chunks = (page?.results ?? []).sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
      const first = chunks[0];
      if (!first) return null;
      // Fewer chunks than last time leave old ones behind.
      const own = chunks.filter(({ model }) => model === first.model);
      return { ...first, terms: own.flatMap(({ terms }) => terms), rows: new Int8Array(Buffer.concat(own.map(({ rows }) => Buffer.from(rows, "base64")))) };
    },
    async writeModel({ terms, rows, ...model }) {
      const { dimensions } = model;
      const chunks: Chunk[] = [];
      for (let at = 0; at === 0 || at < terms.length; at += CHUNK) {
        const bytes = rows.subarray(at * dimensions, (at + CHUNK) * dimensions);
        chunks.push({ ...model, id: `c${at / CHUNK}`, terms: terms.slice(at, at + CHUNK), rows: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64") });
      }
      await done(call("POST", `${models}/documents?primaryKey=id`, chunks, 2 * MINUTES));
    },
  };
}
