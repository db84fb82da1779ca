import { SYNONYMS } from "@/lib/engine/data/synonyms";
import type { SearchDocument } from "@/lib/engine/document";
import { requestJson } from "@/lib/engine/http-connection";
import { meilisearchEngine } from "@/lib/engine/meilisearch";
import type { SearchEngine } from "@/lib/engine/port";
import { startScratchEngine, type ScratchEngine } from "../scratch-engine";
import { records } from "./records";

export const say = (line: string): void => { process.stderr.write(`${line}\n`); };
export const FACETS_SHOWN = ["industry", "field", "district", "maturity", "modes"] as const;

/** The platform's index and, beside it in the same server, the plain index that it is compared with. */
export interface Market { scratch: ScratchEngine; ours: SearchEngine; bare: BareIndex; size: number; stop(): Promise<void> }

/** Meilisearch as it comes: its own Chinese segmentation, the same facets. */
export class BareIndex {
  constructor(private readonly scratch: ScratchEngine) {}
  private call<T>(method: string, path: string, body: unknown): Promise<T> { return requestJson<T>(this.scratch, method, path, body, 120_000); }

  async settings(): Promise<void> {
    await this.wait((await this.call<{ taskUid: number }>("POST", "/indexes", { uid: "bare", primaryKey: "id" })).taskUid);
    await this.wait((await this.call<{ taskUid: number }>("PATCH", "/indexes/bare/settings", {
      searchableAttributes: ["title", "keywords", "summary", "body"], filterableAttributes: ["kind", ...FACETS_SHOWN, "organisationId", "ipKinds"],
      sortableAttributes: ["publishedAt"], localizedAttributes: [{ locales: ["cmn"], attributePatterns: ["*"] }],
    })).taskUid);
  }
  async add(documents: SearchDocument[]): Promise<number> { return (await this.call<{ taskUid: number }>("POST", "/indexes/bare/documents", documents)).taskUid; }
  async search(q: string, district: string): Promise<void> {
    await this.call("POST", "/indexes/bare/search", { q, filter: `district = ${district}`, facets: FACETS_SHOWN, limit: 20 });
  }
  async wait(task: number): Promise<void> { await meilisearchEngine({ ...this.scratch, index: "bare" }).waitForTask(task, 3_600_000); }
}

const BATCH = 5_000;

export async function fill(add: (documents: SearchDocument[]) => Promise<number>, wait: (task: number) => Promise<void>, count: number, from = 0): Promise<number> {
  const started = performance.now();
  let task = -1;
  for (let i = 0; i < count; i += BATCH) task = await add(records(Math.min(BATCH, count - i), from + i));
  await wait(task);
  return performance.now() - started;
}

/** Both indexes with the same `size` records. */
export async function market(size: number): Promise<Market> {
  const scratch = await startScratchEngine();
  const ours = meilisearchEngine({ host: scratch.host, apiKey: scratch.apiKey, index: "listings", synonyms: SYNONYMS, deadlineMs: 60_000 });
  const bare = new BareIndex(scratch);
  await ours.settings();
  await bare.settings();
  const mine = await fill((documents) => ours.indexDocuments(documents), (task) => ours.waitForTask(task, 3_600_000), size);
  const plain = await fill((documents) => bare.add(documents), (task) => bare.wait(task), size);
  say(`${size} records: ours ${(mine / 1000).toFixed(1)} s, bare ${(plain / 1000).toFixed(1)} s`);
  return { scratch, ours, bare, size, stop: () => scratch.stop() };
}

export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
