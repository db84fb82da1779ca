import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, openSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, writeFileSync, closeSync, mkdirSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { freePort, isFree } from "@/bin/services/ports";
import { type Binaries, findBinaries, makePrivateDir, removeDir } from "@/bin/services/postgres-binaries";
import { end, gone, isAlive, isOurs, until } from "@/bin/services/processes";

export const databaseName = "platform";

export type PostgresOptions = {
  /** Absolute or relative folder of the data; passwords and the log lie beside it. */
  dataDir: string;
  /** Preferred port; another free one is taken when somebody has it, unless `exactPort`. */
  port?: number;
  exactPort?: boolean;
  /** false gives up safety against power cuts for speed; only for data that is thrown away. */
  durable?: boolean;
  /** Further server settings, such as those that a fault test removes on purpose. */
  settings?: Record<string, string>;
  log(message: string): void;
};

export type LocalPostgres = { port: number; ownerUrl: string; appUrl: string; pid: number; dataDir: string; exited: Promise<void>; stop(): Promise<void> };

type Secrets = { owner: string; app: string };
type Running = { pid: number; port: number };

const startDeadlineMs = 120_000;

/**
 * Starts a Postgres on the loopback address, or takes over one that still runs on the same data (its starter was killed).
 * Creates the cluster, the roles `owner` and `app` and the database on the first run.
 * @throws Error with a sentence that says how to mend it
 */
export async function startPostgres(options: PostgresOptions): Promise<LocalPostgres> {
  const wanted = path.resolve(options.dataDir);
  mkdirSync(path.dirname(wanted), { recursive: true });
  const binaries = await findBinaries(wanted);
  const secrets = readSecrets(`${wanted}.secrets.json`, existsSync(path.join(binaries.dataDir, "PG_VERSION")));
  if (!existsSync(path.join(binaries.dataDir, "PG_VERSION"))) await createCluster(binaries, secrets, options.log);
  const running = findRunning(binaries.dataDir);
  const server = (running && (await adopt(running, binaries, options))) ?? (await launch(binaries, options, `${wanted}.log`));
  const url = (role: keyof Secrets, database: string): string => `postgres://${role}:${secrets[role]}@127.0.0.1:${server.port}/${database}`;
  const stop = async (): Promise<void> => end(server.pid, "SIGINT", 20_000);
  try {
    await furnish(url("owner", "postgres"), url("owner", databaseName), secrets, options.durable !== false && !options.settings);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...server, ownerUrl: url("owner", databaseName), appUrl: url("app", databaseName), dataDir: binaries.dataDir, stop };
}

function readSecrets(file: string, dataExists: boolean): Secrets {
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Secrets;
  if (dataExists) throw new Error(`The passwords of the local database are missing (${file}). Restore that file, or run "npm run reset" to start anew without the data.`);
  const secrets = { owner: randomBytes(24).toString("hex"), app: randomBytes(24).toString("hex") };
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

/** Built beside its place and moved there when complete: a start that is killed in the middle leaves nothing half done. */
async function createCluster(binaries: Binaries, secrets: Secrets, log: (message: string) => void): Promise<void> {
  const half = `${binaries.dataDir}.new`;
  const { identity } = binaries;
  for (const ctype of ["C.UTF-8", "en_US.UTF-8"]) {
    removeDir(half);
    makePrivateDir(half, identity);
    const passwordFile = `${half}.password`;
    writeFileSync(passwordFile, secrets.owner, { mode: 0o600 });
    if (identity.kind === "user") chownSync(passwordFile, identity.uid, identity.gid);
    const [file, args] = binaries.wrap(binaries.initdb, [
      "-D", half, "-U", "owner", `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--encoding=UTF8", "--data-checksums",
      "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", `--lc-ctype=${ctype}`,
    ]);
    const { code, output } = await run(file, args, binaries);
    rmSync(passwordFile, { force: true });
    if (code === 0) {
      removeDir(binaries.dataDir);
      renameSync(half, binaries.dataDir);
      log(`database cluster created in ${binaries.dataDir}`);
      return;
    }
    // Old macOS has no C.UTF-8; with plain C, pg_trgm finds nothing in Chinese text.
    if (ctype !== "C.UTF-8" || !/locale/i.test(output)) throw new Error(`initdb failed:\n${output}`);
  }
}

function spawnOptions(binaries: Binaries): { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number } {
  const { identity } = binaries;
  return {
    cwd: "/",
    env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC", NODE_ENV: process.env.NODE_ENV },
    ...(identity.kind === "user" ? { uid: identity.uid, gid: identity.gid } : {}),
  };
}

async function run(file: string, args: string[], binaries: Binaries): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...spawnOptions(binaries), stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}

/** postmaster.pid: 1 process id, 2 data folder, 3 start, 4 port, 5 socket folder, 6 address, 7 shared memory, 8 status. */
function readPidFile(dataDir: string): { pid: number; port: number; status: string } | undefined {
  try {
    const lines = readFileSync(path.join(dataDir, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? "" };
  } catch {
    return undefined;
  }
}

function findRunning(dataDir: string): Running | undefined {
  const noted = readPidFile(dataDir);
  if (noted && isOurs(noted.pid, "postgres", dataDir)) return { pid: noted.pid, port: noted.port };
  return undefined;
}

/** @returns undefined when it was about to end */
async function adopt(running: Running, binaries: Binaries, options: PostgresOptions): Promise<(Running & { exited: Promise<void> }) | undefined> {
  options.log(`a Postgres still runs on this data (process ${running.pid}, port ${running.port}); using it`);
  await until(() => readPidFile(binaries.dataDir)?.status === "ready" || !isAlive(running.pid), startDeadlineMs);
  return isAlive(running.pid) ? { ...running, exited: gone(running.pid) } : undefined;
}

async function launch(binaries: Binaries, options: PostgresOptions, logFile: string): Promise<Running & { exited: Promise<void> }> {
  const { dataDir } = binaries;
  const end = Date.now() + startDeadlineMs;
  let port = await choosePort(options, end);
  for (;;) {
    const settings: Record<string, string> = {
      listen_addresses: "127.0.0.1", unix_socket_directories: "", port: String(port), max_connections: "120", log_timezone: "UTC", timezone: "UTC",
      ...(options.durable === false ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } : {}), ...options.settings,
    };
    if (existsSync(logFile) && statSync(logFile).size > 10_000_000) renameSync(logFile, `${logFile}.1`);
    const log = openSync(logFile, "a", 0o600);
    const from = statSync(logFile).size;
    const [file, args] = binaries.wrap(binaries.postgres, ["-D", dataDir, ...Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`])]);
    // Own process group: Ctrl-C in the terminal must not stop the database before its clients.
    const child = spawn(file, args, { ...spawnOptions(binaries), stdio: ["ignore", log, log], detached: true });
    closeSync(log);
    const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()).once("error", () => resolve()));
    let over = false;
    void exited.then(() => (over = true));
    const pid = child.pid ?? 0;
    const ready = (): boolean => readPidFile(dataDir)?.status === "ready" && readPidFile(dataDir)?.pid === pid;
    await until(() => over || ready(), Math.max(1_000, end - Date.now()), 15);
    if (!over && ready()) {
      child.unref();
      return { pid, port, exited };
    }
    if (!over) child.kill("SIGKILL");
    const said = readFileSync(logFile).subarray(from).toString("utf8");
    if (Date.now() > end) throw new Error(`Postgres did not become ready within ${startDeadlineMs / 1000} s; see ${logFile}`);
    if (/Address already in use|could not bind/.test(said)) port = await choosePort(options, end);
    else if (/pre-existing shared memory block/.test(said)) await until(() => !hasInhabitants(dataDir), 15_000);
    else if (/lock file "postmaster.pid" already exists/.test(said) && !findRunning(dataDir) && !hasInhabitants(dataDir)) {
      rmSync(path.join(dataDir, "postmaster.pid"), { force: true }); // the number in it belongs to a stranger by now
    } else throw new Error(`Postgres did not start:\n${said.split("\n").slice(-12).join("\n")}\n(${logFile})`);
  }
}

async function choosePort(options: PostgresOptions, deadline: number): Promise<number> {
  if (!options.exactPort || !options.port) return freePort(options.port);
  const { port } = options;
  if (await until(() => isFree(port), deadline - Date.now())) return port;
  throw new Error(`Port ${port} stays taken`);
}

/** Backends of a killed postmaster live on for a moment; they stand in the data folder. Linux only, elsewhere unknown. */
function hasInhabitants(dataDir: string): boolean {
  if (process.platform !== "linux") return false;
  return readdirSync("/proc").some((entry) => {
    if (!/^\d+$/.test(entry)) return false;
    try {
      return readlinkSync(`/proc/${entry}/cwd`) === dataDir;
    } catch {
      return false;
    }
  });
}

/** Roles, database, extension and the assertions without which Chinese search or durability would silently fail. */
async function furnish(adminUrl: string, url: string, secrets: Secrets, durable: boolean): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const role = await client.query("select 1 from pg_roles where rolname = 'app'");
    await client.query(`${role.rowCount ? "alter" : "create"} role app login nosuperuser nocreatedb nocreaterole nobypassrls password '${secrets.app}'`);
    const database = await client.query("select 1 from pg_database where datname = $1", [databaseName]);
    if (!database.rowCount) await client.query(`create database ${databaseName}`);
    if (!durable) return;
    for (const setting of ["fsync", "full_page_writes", "synchronous_commit"]) {
      const value = (await client.query<{ value: string }>("select current_setting($1) as value", [setting])).rows[0]?.value;
      if (value !== "on") throw new Error(`The database runs with ${setting}=${value}: acknowledged work could be lost. Remove that setting.`);
    }
  });
  await withClient(url, async (client) => {
    await client.query("create extension if not exists pg_trgm");
    const trigrams = await client.query<{ n: number }>("select coalesce(array_length(show_trgm('技术'), 1), 0) as n");
    if (!trigrams.rows[0]?.n) throw new Error("This database cluster cannot compare Chinese text (its LC_CTYPE is C). Create it anew with --lc-ctype=C.UTF-8: npm run reset.");
  });
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, query_timeout: 30_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
