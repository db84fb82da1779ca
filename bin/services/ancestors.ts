import { readFileSync } from "node:fs";
import { commandLine, isAlive } from "@/bin/services/processes";

/**
 * npm and tsx stand between the terminal and us. If one of them is killed hard nobody tells us, and we would hold the
 * folder and the port against the next start. Linux only; elsewhere only the direct parent is watched.
 */
export function watchAncestors(onGone: () => void): void {
  const watched = ancestors();
  const timer = setInterval(() => {
    if (watched.every((pid) => isAlive(pid))) return;
    clearInterval(timer);
    onGone();
  }, 500);
  timer.unref();
}

function ancestors(): number[] {
  const found: number[] = [];
  let pid = process.ppid;
  while (pid > 1 && found.length < 5 && /\b(npm|npx|tsx)\b/.test(commandLine(pid))) {
    found.push(pid);
    pid = parentOf(pid);
  }
  return found;
}

function parentOf(pid: number): number {
  try {
    // The second field is the program's name in brackets and may contain spaces.
    return Number(readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "").split(" ")[1]);
  } catch {
    return 0;
  }
}
