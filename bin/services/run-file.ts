import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isAlive, isOurs, until } from "@/bin/services/processes";

/**
 * `var/run.json`: what runs for this folder and where it answers. Holds the local servers' keys, hence mode 0600.
 * Addresses of the local servers end with the start that wrote them.
 */
export type RunFile = {
  status: "starting" | "ready" | "stopping";
  url: string;
  port: number;
  startedAt: string;
  dataDir: string;
  databaseUrl?: string;
  databaseOwnerUrl?: string;
  meiliUrl?: string;
  meiliKey?: string;
  ports: { web: number; postgres?: number; meilisearch?: number };
  pids: { start: number; web?: number; worker?: number; postgres?: number; meilisearch?: number };
};

/** Words in the command line of every command of ours that holds a folder. */
const starterMarks = ["tsx", "bin/"];

const file = (varDir: string): string => path.join(varDir, "run.json");

export function readRunFile(varDir: string): RunFile | undefined {
  try {
    return JSON.parse(readFileSync(file(varDir), "utf8")) as RunFile;
  } catch {
    return undefined;
  }
}

/** Replaced as a whole: a reader never sees half of it. */
export function writeRunFile(varDir: string, run: RunFile): void {
  mkdirSync(varDir, { recursive: true });
  const half = `${file(varDir)}.${process.pid}`;
  writeFileSync(half, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 });
  renameSync(half, file(varDir));
}

function removeRunFile(varDir: string): void {
  rmSync(file(varDir), { force: true });
}

/** The start that runs on this folder now, if its process lives. */
export function runningStart(varDir: string): RunFile | undefined {
  const run = readRunFile(varDir);
  return run && isOurs(run.pids.start, ...starterMarks) ? run : undefined;
}

const lockFile = (varDir: string): string => path.join(varDir, "start.pid");

/**
 * Makes sure that only one start works on this folder. Waits for one that is stopping.
 * @throws Error that names the running one
 */
export async function takeFolder(varDir: string): Promise<void> {
  mkdirSync(varDir, { recursive: true });
  const holder = (): number => {
    try {
      return Number(readFileSync(lockFile(varDir), "utf8"));
    } catch {
      return 0;
    }
  };
  const claimed = async (): Promise<boolean> => {
    const pid = holder();
    const abandoned = pid ? !isOurs(pid, ...starterMarks) : isOlderThan(lockFile(varDir), 2_000);
    if (abandoned && holder() === pid) rmSync(lockFile(varDir), { force: true });
    try {
      writeFileSync(lockFile(varDir), String(process.pid), { flag: "wx" });
      // Of two that found the same abandoned file, the second may just have taken away the first one's.
      await pause(100);
      return holder() === process.pid;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      return false;
    }
  };
  // A starter whose terminal was just killed needs a moment to notice; one that is stopping needs longer.
  if (await until(claimed, 3_000, 100)) return;
  if (readRunFile(varDir)?.status === "stopping" && (await until(claimed, 30_000, 100))) return;
  const pid = holder();
  const run = readRunFile(varDir);
  throw new Error(`It is already running on ${varDir} (process ${pid})${run && isAlive(pid) && run.status === "ready" ? `: ${run.url}` : ""}. Stop it with Ctrl-C there, or: kill ${pid}`);
}

/** An empty one is being written at this moment, or was left by a full disk. */
function isOlderThan(name: string, ms: number): boolean {
  const written = statSync(name, { throwIfNoEntry: false })?.mtimeMs;
  return written !== undefined && Date.now() - written > ms;
}

export function leaveFolder(varDir: string): void {
  removeRunFile(varDir);
  rmSync(lockFile(varDir), { force: true });
}
