import { spawn } from "node:child_process";
import type { Socket } from "node:net";

/** A process that outlives this one by a moment, to clear up after it when it is killed hard (`holder.mjs`). */
export function standBeside(script: string, ...args: string[]): { dismiss(): void } {
  const watcher = spawn(process.execPath, [script, ...args], { stdio: ["pipe", "ignore", "ignore"], detached: true });
  // Without it everything but the clearing up after a hard kill works as well.
  watcher.on("error", () => undefined);
  watcher.unref();
  (watcher.stdin as Socket).unref();
  return { dismiss: () => watcher.stdin.destroy() };
}
