import { Logger, makeWorkerUtils, run, type TaskList, type WorkerUtils } from "graphile-worker";
import { EventEmitter } from "node:events";
import { closeDb, createPool } from "@/db/client";
import { log } from "@/lib/core/log";
import { keepDictionaryCurrent, takeAppliedEdition } from "@/lib/dictionary/keep-current";
import { openCursors } from "@/lib/jobs/cursors";
import { mailsAreDue } from "@/lib/notifications/send-mails";
import { dictionaryWaits } from "@/lib/search/apply-dictionary";
import { searchIsUnprepared } from "@/lib/search/prepare";
import { follow } from "./follow";
import { Lease } from "./lease";
import { readers } from "./registry";
import { crontab, tasks } from "./schedule";

const quiet = new Logger(() => (level, message) => {
  if (level === "error" || level === "warning") log.warn({ from: "graphile-worker" }, message);
});

/**
 * Starts the back yard: the queue's connection is the owner's, acts run as the runtime role.
 * Needs DATABASE_OWNER_URL and DATABASE_URL. Ends the process when its lease is lost, so that nothing runs twice.
 */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const ownerUrl = process.env.DATABASE_OWNER_URL;
  if (!ownerUrl) throw new Error("DATABASE_OWNER_URL is not set");
  const pgPool = createPool(ownerUrl, 6);
  const utils = await makeWorkerUtils({ pgPool, logger: quiet });
  let stopping = false;
  const lease = await Lease.take(ownerUrl, (ids) => freeJobs(utils, ids), (cause) => {
    if (stopping) return;
    log.error({ err: cause }, "the worker lost its lease and ends");
    process.exit(70);
  });

  await openCursors(readers.map(({ name }) => name));
  // Before the first job: nothing may be indexed by an older edition.
  await takeAppliedEdition();
  const dictionary = keepDictionaryCurrent();
  const taskList: TaskList = {
    ...tasks,
    follow: async (_payload, helpers) => {
      const failed = await follow();
      await clearSuperseded(utils);
      // A job of its own: a mail server that does not answer keeps nobody waiting but the mails.
      if (await mailsAreDue()) await helpers.addJob("send-mails", {}, { jobKey: "send-mails", queueName: "mails" });
      // A job of its own: building an index may take minutes, in which the others go on.
      if (await dictionaryWaits()) await helpers.addJob("apply-dictionary", {}, { jobKey: "apply-dictionary", queueName: "dictionary" });
      // One that failed is tried again at its own time: every event would begin a rebuild anew on a full disk.
      if (await searchIsUnprepared()) await helpers.addJob("prepare-search", {}, { jobKey: "prepare-search", jobKeyMode: "preserve_run_at" });
      // Not a failed job: its back-off would grow to hours, while search has to catch up within a minute.
      if (failed.length > 0) await helpers.addJob("follow", {}, { jobKey: "follow-again", runAt: new Date(Date.now() + 3_000) });
    },
  };
  const events = new EventEmitter();
  events.on("worker:create", ({ worker }: { worker: { workerId: string } }) => void lease.register(worker.workerId));
  events.on("pool:create", ({ workerPool }: { workerPool: { id: string } }) => void lease.register(workerPool.id));
  // Two that calculate, and one for the mails, which only wait.
  const runner = await run({ pgPool, taskList, crontab, concurrency: 3, noHandleSignals: true, logger: quiet, events, pollInterval: 1_000 });
  // First the index with its settings, then what waits to be put into it. Both are tried again by their cron lines.
  await utils.addJob("prepare-search", {}, { jobKey: "prepare-search", maxAttempts: 5 });
  // A process that was killed between an event's commit and its job cannot exist (one transaction); a restore can.
  await utils.addJob("follow", {}, { jobKey: "follow", maxAttempts: 1_000 });

  return {
    async stop() {
      stopping = true;
      dictionary.stop();
      await runner.stop();
      await lease.release();
      await utils.release();
      await pgPool.end();
      await closeDb();
    },
  };
}

/** Gives the jobs of dead workers back. */
async function freeJobs(utils: WorkerUtils, workerIds: string[]): Promise<void> {
  await utils.forceUnlockWorkers(workerIds);
  await clearSuperseded(utils);
}

/**
 * A job that is asked for anew while it runs loses its key and its attempts to its successor. When its worker dies or
 * it fails then, it would lie there as a dead job for ever. Every other job has a key (schedule.ts).
 */
async function clearSuperseded(utils: WorkerUtils): Promise<void> {
  const { rows } = await utils.withPgClient((client) => client.query<{ id: string }>(`
    select id from graphile_worker.jobs where key is null and locked_at is null and attempts >= max_attempts`));
  if (rows.length > 0) await utils.completeJobs(rows.map((job) => job.id));
}
