import { readFileSync } from "node:fs";
import path from "node:path";
import { withClient } from "@/bin/services/databases";
import { startMeilisearch } from "@/bin/services/meilisearch";
import { until } from "@/bin/services/processes";
import { db } from "@/db/client";
import { takeAppliedEdition } from "@/lib/dictionary/keep-current";
import { writingEngine } from "@/lib/engine/live";
import type { SearchDocument } from "@/lib/engine/document";
import type { SearchEngine } from "@/lib/engine/port";
import { publicDocuments } from "@/lib/listings/public-document";
import { BareIndex, type Connection } from "./bare";
import { say, timed } from "./figures";
import { insertRecords, surroundings } from "./load";
import { records, type BenchRecord, type Surroundings } from "./records";
import { caughtUp, startSite, type Site } from "./site";
import { keepAllVectors } from "./vectors";

const BATCH = 2_500, HOUR = 3_600_000;

/** Resident memory in MB (1 MB = 1024² bytes). */
export interface Resident { web: number; worker: number }

/** The site with many records, and beside it Meilisearch as it comes, in a server of its own with the same documents. */
export interface Market {
  site: Site;
  bare: BareIndex;
  engine: SearchEngine;
  /** The search server of the site. */
  server: Connection;
  around: Surroundings;
  /** Of a reviewer, who may see the matches of every record. */
  cookie: string;
  /** Records loaded so far; their numbers go from 0. */
  size: number;
  /** Right after the last start. */
  idle: Resident;
  grow(size: number): Promise<void>;
  /** Between these the worker stands still, so that its regular jobs take nothing from either side. */
  holdWorker(): void;
  freeWorker(): void;
  resident(): Resident;
  stop(): Promise<void>;
}

function residentOf(pid: number | undefined): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes ?? 0) / 1024;
}

const TICKS_A_SECOND = 100;

function ticksOf(pid: number | undefined): number {
  const [, after = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
  const fields = after.split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

/** Until a process uses less than a twentieth of a core for two seconds: it has done what it does after its start. */
async function stillness(pid: () => number | undefined): Promise<void> {
  let before = ticksOf(pid()), still = 0;
  const done = await until(async () => {
    const now = ticksOf(pid());
    still = now - before < TICKS_A_SECOND / 20 ? still + 1 : 0;
    before = now;
    return still >= 2;
  }, 600_000, 1_000);
  if (!done) throw new Error("The web process did not come to rest within ten minutes.");
}

/** @param vectors whether matches are asked of it: their vectors take longer than everything else */
export async function startMarket({ vectors }: { vectors: boolean }): Promise<Market> {
  const site = await startSite("small");
  try {
    if (!vectors) await withoutVectors(site.run.databaseOwnerUrl!);
    return await furnish(site, vectors);
  } catch (error) {
    await site.stop();
    throw error;
  }
}

async function furnish(site: Site, vectors: boolean): Promise<Market> {
  const { run } = site;
  const server = await startMeilisearch({ dataDir: path.join(site.folder, "bare", "data"), log: say });
  if (!server || !run.meiliUrl) throw new Error("There is no Meilisearch for this system: install it on the PATH, or run npm ci on Linux x64.");
  site.also(() => server.stop());
  const signal = (pid: number | undefined, name: NodeJS.Signals): void => { if (pid) try { process.kill(pid, name); } catch { /* just ended; it is started again */ } };
  // A process that stands still does not hear that it is to end.
  site.also(async () => signal(run.pids.worker, "SIGCONT"));
  const bare = new BareIndex(server);
  await bare.settings();
  await takeAppliedEdition();
  const engine = writingEngine()!, around = await surroundings();
  const resident = (): Resident => ({ web: residentOf(run.pids.web), worker: residentOf(run.pids.worker) });
  const market: Market = {
    site, bare, engine, server: { url: run.meiliUrl, key: run.meiliKey ?? "" }, around, cookie: await site.signIn("reviewer"), size: 0, idle: resident(), resident,
    holdWorker: () => signal(run.pids.worker, "SIGSTOP"),
    freeWorker: () => signal(run.pids.worker, "SIGCONT"),
    stop: () => site.stop(),
    async grow(size) {
      if (size <= market.size) return;
      await caughtUp();
      market.holdWorker();
      const took = await timed(() => load(market, size - market.size, market.size));
      say(`${size} records in Postgres and both search servers after ${(took / 1000).toFixed(0)} s`);
      market.size = size;
      if (vectors) {
        const kept = await timed(() => keepAllVectors(engine));
        say(`their vectors are in the store: ${(kept / 1000).toFixed(0)} s`);
      }
      await restart(site);
      market.idle = resident();
      const quiet = await timed(() => stillness(() => run.pids.web));
      say(`the web process has read ahead: ${(quiet / 1000).toFixed(0)} s`);
      const settled = await timed(() => settle(run.databaseOwnerUrl!, vectors));
      say(`the worker has compared both indexes with the rows: ${(settled / 1000).toFixed(0)} s`);
    },
  };
  return market;
}

const HELD = 25_000;

/** Into Postgres, then into both engines; resolves when both can be searched. */
async function load({ engine, bare, around }: Market, count: number, from: number): Promise<void> {
  for (let done = 0; done < count; done += HELD) {
    const rows = records(around, Math.min(HELD, count - done), from + done);
    await insertInBatches(rows);
    const plain = addInBatches(rows, (documents) => bare.add(documents), (task) => bare.wait(task));
    await Promise.all([plain, addInBatches(rows, (documents) => engine.indexDocuments(documents), (task) => engine.waitForTask(task, HOUR))]);
  }
}

export async function insertInBatches(rows: readonly BenchRecord[]): Promise<void> {
  for (let i = 0; i < rows.length; i += BATCH) await insertRecords(rows.slice(i, i + BATCH));
}

/** As they are public now, read from Postgres; the engine takes the next batch while it indexes the last. */
export async function addInBatches(rows: readonly { id: string }[], add: (documents: SearchDocument[]) => Promise<number>, wait: (task: number) => Promise<void>): Promise<void> {
  let task = -1;
  for (let i = 0; i < rows.length; i += BATCH) task = await add(await publicDocuments(db(), rows.slice(i, i + BATCH).map(({ id }) => id)));
  await wait(task);
}

/** No job keeps vectors as long as the site lives: it would take half of the machine for as long as it has work. */
async function withoutVectors(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, (client) => client.query(`insert into graphile_worker._private_job_queues (queue_name, locked_at, locked_by) values ('vectors', now(), 'bench')
    on conflict (queue_name) do update set locked_at = now(), locked_by = 'bench'`));
}

/** Web and worker anew: as if the records had been there when they started. */
async function restart({ run, url }: Site): Promise<void> {
  const { web, worker } = run.pids;
  for (const pid of [web, worker]) if (pid) process.kill(pid, "SIGKILL");
  const again = await until(async () => run.pids.web !== web && run.pids.worker !== worker && (await fetch(`${url}/api/ready`).then((answer) => answer.ok, () => false)), 120_000, 100);
  if (!again) throw new Error("Web and worker did not start again.");
}

/** Until the worker has compared the index and the vectors with the rows and followed the events: then it is quiet. */
async function settle(ownerUrl: string, vectors: boolean): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query("analyze");
    const jobs = vectors ? ["prepare-search", "keep-vectors"] : ["prepare-search"];
    await client.query("select graphile_worker.add_job(name, job_key => name, queue_name => case name when 'keep-vectors' then 'vectors' end) from unnest($1::text[]) name", [jobs]);
    const waiting = async (): Promise<boolean> => {
      const { rows } = await client.query<{ task_identifier: string; last_error: string | null }>("select task_identifier, last_error from graphile_worker.jobs where task_identifier = any($1)", [jobs]);
      const failed = rows.find(({ last_error: error }) => error);
      if (failed) throw new Error(`The worker's job ${failed.task_identifier} failed: ${failed.last_error}`);
      return rows.length === 0;
    };
    if (!(await until(waiting, HOUR, 500))) throw new Error("The worker did not catch up within an hour.");
  });
  await caughtUp();
}
