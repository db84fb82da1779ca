import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** Whether a process with this id exists, ours or not (a zombie counts as gone). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  try {
    return !/^\d+ \(.*\) [ZX] /s.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return process.platform !== "linux";
  }
}

/** The command line of a process, words joined by spaces; empty when it is gone. */
export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    if (process.platform === "linux") return "";
    return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? "";
  }
}

/**
 * Whether the process is the one that we once started: ids are reused, so its command line must contain every mark.
 */
export function isOurs(pid: number, ...marks: string[]): boolean {
  if (!Number.isInteger(pid) || pid <= 1 || pid === process.pid || !isAlive(pid)) return false;
  const line = commandLine(pid);
  return marks.every((mark) => line.includes(mark));
}

/** Polls a condition until it holds. @returns false when the deadline passed first */
export async function until(condition: () => boolean | Promise<boolean>, deadlineMs: number, everyMs = 25): Promise<boolean> {
  const end = Date.now() + deadlineMs;
  for (;;) {
    if (await condition()) return true;
    if (Date.now() >= end) return false;
    await pause(everyMs);
  }
}

/** Asks a process to end and waits; after the grace period it is killed. */
export async function end(pid: number, signal: NodeJS.Signals = "SIGTERM", graceMs = 10_000): Promise<void> {
  try {
    process.kill(pid, signal);
  } catch {
    return;
  }
  if (await until(() => !isAlive(pid), graceMs)) return;
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    return;
  }
  await until(() => !isAlive(pid), 5_000);
}

/** Resolves when the process is gone; for processes that are not our children and so have no exit event. */
export async function gone(pid: number): Promise<void> {
  while (isAlive(pid)) await pause(250);
}
