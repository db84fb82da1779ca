import path from "node:path";
import { closeDb } from "@/db/client";
import { env, missingForService, productionRefusals } from "@/lib/core/env";
import { startRefusals } from "@/lib/health/start-check";
import { standBeside } from "@/bin/services/beside";
import { type Build, isBuilt, startBuild } from "@/bin/services/build";
import { assertAnswers, dropUnfinishedWorld, ensureWorld, offerRenewal, prepareDatabase, withoutPassword } from "@/bin/services/databases";
import { type LocalMeilisearch, startMeilisearch } from "@/bin/services/meilisearch";
import { caretaker, compileSoon, nextProgram } from "@/bin/services/paths";
import { freePort, isFree, portProblem } from "@/bin/services/ports";
import { type LocalPostgres, startPostgres } from "@/bin/services/postgres";
import { duration } from "@/bin/services/progress";
import { isAlive, until } from "@/bin/services/processes";
import { leaveFolder, readRunFile, type RunFile, takeFolder, writeRunFile } from "@/bin/services/run-file";
import { localAuthSecret } from "@/bin/services/secrets";
import { supervise, type Supervised } from "@/bin/services/supervisor";

export type StackOptions = {
  /** Everything this installation keeps; see VAR_DIR. */
  varDir: string;
  /** Build folder of the site, relative to the checkout. */
  distDir: string;
  dev: boolean;
  worldSize: "full" | "small";
  /** A port that must be this one, or undefined: 3000 or the next free one. */
  askedPort?: number;
  /** false: the database may lose its newest writes at a power cut (tests only). */
  durable?: boolean;
  /** Also what the servers' own output goes to the terminal for. */
  log(message: string): void;
  /** The stack gave up; it must be stopped. */
  onFailure(reason: string): void;
};

export type Stack = { url: string; run: RunFile; madeWorld: boolean; local: { postgres?: LocalPostgres; meilisearch?: LocalMeilisearch | null } };

/**
 * Brings up the whole product: database, search, migrations, demo world, site, worker.
 * `stop` may be called at any moment, also while `ready` is still pending, and undoes in reverse what was done.
 */
export function bringUp(options: StackOptions): { ready: Promise<Stack>; stop(): Promise<void> } {
  const undo: (() => Promise<void> | void)[] = [];
  let stopping: Promise<void> | undefined;
  const isStopping = (): boolean => stopping !== undefined;
  const stop = (): Promise<void> => (stopping ??= unwind(undo, options.log));
  return { ready: raise(options, undo, isStopping), stop };
}

async function unwind(undo: (() => Promise<void> | void)[], log: (message: string) => void): Promise<void> {
  for (let step = undo.pop(); step; step = undo.pop()) {
    try {
      await step();
    } catch (error) {
      log(`while stopping: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

async function raise(options: StackOptions, undo: (() => Promise<void> | void)[], isStopping: () => boolean): Promise<Stack> {
  const { varDir, log } = options;
  const production = env().appEnv === "production";
  await takeFolder(varDir);
  undo.push(() => leaveFolder(varDir));
  const { dismiss } = standBeside(caretaker, varDir, String(process.pid));
  undo.push(() => dismiss());
  process.env.VAR_DIR = varDir;
  process.env.FILES_DIR = env().filesDir; // absolute for every child, whatever it takes as its folder
  if (!production && !env().authSecret) process.env.NEXTAUTH_SECRET = localAuthSecret(varDir);
  const before = readRunFile(varDir);
  const port = await choosePort(options.askedPort, before?.port);
  const url = `http://127.0.0.1:${port}`;
  const run: RunFile = {
    status: "starting", url, port, startedAt: new Date().toISOString(), dataDir: varDir, ports: { web: port }, pids: { start: process.pid },
  };
  const note = (change: (current: RunFile) => void): void => {
    change(run);
    writeRunFile(varDir, run);
  };
  note(() => undefined);
  undo.push(() => note((current) => void (current.status = "stopping")));

  refuse(production ? productionRefusals(env()) : []);
  const build = options.dev || isBuilt(options.distDir) ? undefined : beginBuild(options, undo);
  const postgres = await ensurePostgres(options, undo, note, isStopping);
  const meilisearch = await ensureMeilisearch(options, undo, note, isStopping);
  process.env.PORT = String(port);
  if (!process.env.PUBLIC_URL && !process.env.NEXTAUTH_URL && !process.env.AUTH_URL) process.env.NEXTAUTH_URL = url;
  else process.env.NEXTAUTH_URL ||= env().publicUrl;
  refuse(missingForService(env()));

  const ownerUrl = env().databaseOwnerUrl;
  if (!ownerUrl) throw new Error("DATABASE_URL is set but DATABASE_OWNER_URL is not: migrations and the queue need the owning role.");
  if (postgres) {
    await dropUnfinishedWorld(varDir, ownerUrl, log);
    await offerRenewal(varDir, ownerUrl, log);
  }
  if (!postgres) {
    await assertAnswers("DATABASE_OWNER_URL", ownerUrl);
    await assertAnswers("DATABASE_URL", env().databaseUrl ?? "");
  }
  undo.push(() => closeDb());
  await prepareDatabase(ownerUrl);
  log("database: migrations and code lists are current");
  refuse(await startRefusals());
  const madeWorld = production ? false : await ensureWorld(varDir, options.worldSize);
  if (madeWorld && !meilisearch && !env().meiliUrl) log("search: no Meilisearch for this system; the site searches in Postgres");
  await build?.done;
  if (isStopping()) throw new Error("stopped");

  await startProcesses(options, undo, note, url, () => (postgres ? until(() => isAlive(run.pids.postgres ?? 0), 60_000) : Promise.resolve(true)));
  note((current) => void (current.status = "ready"));
  return { url, run, madeWorld, local: { postgres, meilisearch } };
}

function refuse(problems: string[]): void {
  if (problems.length > 0) throw new Error(`Cannot start with this environment:\n  ${problems.join("\n  ")}`);
}

async function choosePort(asked: number | undefined, before: number | undefined): Promise<number> {
  if (asked !== undefined) {
    // Its last user may be an orphan that is just ending.
    if (await until(() => isFree(asked), 4_000, 100)) return asked;
    if ((await portProblem(asked)) === "EACCES") throw new Error(`Port ${asked} was asked for (PORT=${asked}), but this user may not open it. Choose one above 1023, or leave PORT away to take a free one.`);
    throw new Error(`Port ${asked} was asked for (PORT=${asked}), but another program uses it. End that program, choose another port, or leave PORT away to take a free one.`);
  }
  for (const port of [...(before ? [before] : []), ...Array.from({ length: 20 }, (_, i) => 3000 + i)]) if (await isFree(port)) return port;
  return freePort();
}

function beginBuild(options: StackOptions, undo: (() => Promise<void> | void)[]): Build {
  const began = Date.now();
  options.log("site: building (about a minute, only after a change of the sources)");
  const build = startBuild(options.distDir, (line) => options.log(`site: ${line}`));
  undo.push(() => build.stop());
  void build.done.then(() => options.log(`site: built in ${duration(Date.now() - began)}`), () => undefined);
  return build;
}

type Note = (change: (run: RunFile) => void) => void;

async function ensurePostgres(options: StackOptions, undo: (() => Promise<void> | void)[], note: Note, isStopping: () => boolean): Promise<LocalPostgres | undefined> {
  if (env().databaseUrl) {
    options.log(`database: ${withoutPassword(env().databaseUrl ?? "")} (from DATABASE_URL)`);
    return undefined;
  }
  if (env().appEnv === "production") return undefined; // the refusals say what is missing
  const start = (port?: number): Promise<LocalPostgres> =>
    startPostgres({ dataDir: path.join(options.varDir, "postgres"), port, exactPort: port !== undefined, durable: options.durable, log: (message) => options.log(`database: ${message}`) });
  let server = await start();
  undo.push(() => server.stop());
  process.env.DATABASE_URL = server.appUrl;
  process.env.DATABASE_OWNER_URL = server.ownerUrl;
  const write = (): void => note((run) => {
    run.pids.postgres = server.pid;
    run.ports.postgres = server.port;
    run.databaseUrl = server.appUrl;
    run.databaseOwnerUrl = server.ownerUrl;
  });
  write();
  options.log(`database: Postgres on 127.0.0.1:${server.port}, data in ${server.dataDir}`);
  const watch = async (): Promise<void> => {
    for (;;) {
      await server.exited;
      if (isStopping()) return;
      options.log("database: Postgres ended; starting it again");
      server = await start(server.port);
      write();
    }
  };
  void watch().catch((error: unknown) => options.onFailure(`Postgres cannot be started again: ${error instanceof Error ? error.message : String(error)}`));
  return server;
}

async function ensureMeilisearch(options: StackOptions, undo: (() => Promise<void> | void)[], note: Note, isStopping: () => boolean): Promise<LocalMeilisearch | null> {
  if (env().meiliUrl) {
    options.log(`search: ${env().meiliUrl} (from MEILI_URL)`);
    return null;
  }
  if (env().appEnv === "production") return null;
  const start = (port?: number): Promise<LocalMeilisearch | null> =>
    startMeilisearch({ dataDir: path.join(options.varDir, "meilisearch"), port, exactPort: port !== undefined, log: (message) => options.log(`search: ${message}`) });
  let server = await start();
  if (!server) {
    options.log("search: no Meilisearch for this system; the site searches in Postgres");
    return null;
  }
  undo.push(() => server?.stop());
  process.env.MEILI_URL = server.url;
  process.env.MEILI_KEY = server.key;
  const write = (): void => note((run) => {
    run.pids.meilisearch = server?.pid;
    run.ports.meilisearch = server?.port;
    run.meiliUrl = server?.url;
    run.meiliKey = server?.key;
  });
  write();
  options.log(`search: Meilisearch on ${server.url}`);
  const watch = async (): Promise<void> => {
    while (server) {
      await server.exited;
      if (isStopping()) return;
      options.log("search: Meilisearch ended; starting it again");
      server = await start(server.port);
      write();
    }
  };
  // Without it the site searches in Postgres; no reason to stop everything.
  void watch().catch((error: unknown) => options.log(`search: Meilisearch cannot be started again: ${error instanceof Error ? error.message : String(error)}`));
  return server;
}

async function startProcesses(options: StackOptions, undo: (() => Promise<void> | void)[], note: Note, url: string, databaseLives: () => Promise<boolean>): Promise<void> {
  const logs = path.join(options.varDir, "logs");
  const base = { ...process.env, NEXT_DIST_DIR: options.distDir, NEXT_TELEMETRY_DISABLED: "1" };
  const giveUp = (reject: (error: Error) => void) => (reason: string): void => {
    options.onFailure(reason);
    reject(new Error(reason));
  };
  const before = async (): Promise<void> => void (await databaseLives());
  let failed: (error: Error) => void = () => undefined;
  const failure = new Promise<never>((_, reject) => (failed = reject));
  failure.catch(() => undefined);
  const worker: Supervised = supervise({
    name: "worker", log: options.log, before,
    args: ["--import", "tsx", "bin/worker.ts"],
    env: { ...base, NODE_ENV: options.dev ? "development" : "production" },
    logFile: options.dev ? undefined : path.join(logs, "worker.log"),
    ready: (child) => new Promise((resolve) => child.once("message", (message) => resolve(message === "ready"))),
  }, giveUp(failed), (pid) => note((run) => void (run.pids.worker = pid)));
  undo.push(() => worker.stop());
  const web: Supervised = supervise({
    name: "web", log: options.log, before,
    // A run that is thrown away ends before what was compiled has paid.
    args: [...(options.dev || options.durable === false ? [] : compileSoon), nextProgram, options.dev ? "dev" : "start", "-H", "127.0.0.1", "-p", new URL(url).port],
    env: { ...base, NODE_ENV: options.dev ? "development" : "production" },
    logFile: options.dev ? undefined : path.join(logs, "web.log"),
    ready: (child) => until(async () => !child.pid || !isAlive(child.pid) || (await answers(`${url}/api/health`)), 120_000, 100),
  }, giveUp(failed), (pid) => note((run) => void (run.pids.web = pid)));
  undo.push(() => web.stop());
  await Promise.race([Promise.all([worker.ready, web.ready]), failure]);
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(20_000) })).ok;
  } catch {
    return false;
  }
}
