import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isAlive, until } from "@/bin/services/processes";
import { leash, root } from "@/bin/services/paths";

export type ChildPlan = {
  name: string;
  /** Arguments of node; the leash is added. */
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Undefined: the child writes to the terminal. */
  logFile?: string;
  /** Resolves once the child does its work; a child that dies earlier counts as failed. */
  ready(child: ChildProcess): Promise<boolean>;
  /** What must be true before another try makes sense. */
  before?(): Promise<void>;
  log(message: string): void;
};

export type Supervised = { pid(): number | undefined; ready: Promise<void>; stop(): Promise<void> };

const triesWithoutSuccess = 5;

/**
 * Keeps one child alive: started again when it dies, given up after five deaths in a row without becoming ready.
 * @param onGiveUp told once, with a sentence
 * @param onPid told whenever the child has a new process id
 */
export function supervise(plan: ChildPlan, onGiveUp: (reason: string) => void, onPid: (pid: number) => void): Supervised {
  let child: ChildProcess | undefined;
  let stopping = false;
  let resolveReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (resolveReady = resolve));

  const loop = async (): Promise<void> => {
    let failures = 0;
    while (!stopping) {
      await plan.before?.();
      if (stopping) return;
      const started = launch(plan);
      child = started;
      if (started.pid) onPid(started.pid);
      let over = false;
      const exited = new Promise<string>((resolve) => {
        started.once("exit", (code, signal) => resolve(signal ?? `code ${code}`));
        started.once("error", (error) => resolve(error.message));
      });
      void exited.then(() => (over = true));
      void plan.ready(started).then((good) => {
        if (!good || over) return;
        failures = 0;
        resolveReady();
      });
      const how = await exited;
      if (stopping) return;
      failures += 1;
      if (failures >= triesWithoutSuccess) {
        onGiveUp(`${plan.name} ended ${failures} times in a row (${how}).\n${lastLines(plan.logFile)}`);
        return;
      }
      plan.log(`${plan.name} ended (${how}); starting it again`);
      if (failures > 1) await pause(Math.min(4_000, 125 * 2 ** failures));
    }
  };
  void loop();

  return {
    pid: () => child?.pid,
    ready,
    async stop() {
      stopping = true;
      const current = child;
      if (!current?.pid || current.exitCode !== null || current.signalCode !== null) return;
      const { pid } = current;
      current.kill("SIGTERM");
      if (await until(() => !isAlive(pid), 8_000)) return;
      try {
        process.kill(-pid, "SIGKILL"); // the whole group: `next dev` has children of its own
      } catch {
        current.kill("SIGKILL");
      }
      await until(() => !isAlive(pid), 3_000);
    },
  };
}

function launch(plan: ChildPlan): ChildProcess {
  let output: number | "inherit" = "inherit";
  if (plan.logFile) {
    mkdirSync(path.dirname(plan.logFile), { recursive: true });
    if (existsSync(plan.logFile) && statSync(plan.logFile).size > 10_000_000) renameSync(plan.logFile, `${plan.logFile}.1`);
    output = openSync(plan.logFile, "a", 0o600);
  }
  // Own process group: Ctrl-C reaches only the starter, which then stops everything in order.
  const child = spawn(process.execPath, ["--import", leash, ...plan.args], { cwd: root, env: { ...plan.env, LEASH_HOLDER: String(process.pid) }, stdio: ["ignore", output, output, "ipc"], detached: true });
  if (typeof output === "number") closeSync(output);
  return child;
}

function lastLines(file: string | undefined, count = 15): string {
  if (!file || !existsSync(file)) return "";
  return `${readFileSync(file, "utf8").trimEnd().split("\n").slice(-count).join("\n")}\n(${file})`;
}
