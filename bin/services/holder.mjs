// For processes that stand beside another one, their holder, to clear up after it: one that was killed hard can clear up nothing.
import { readFileSync } from "node:fs";

/** Their standard input ends when the holder does, however it ends. Ctrl-C and the end of a terminal concern the holder; what follows from them is told by the pipe. */
export function whenHolderIsGone(clearUp) {
  const leave = () => {
    clearUp();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => undefined);
  process.stdin.on("error", leave).on("end", leave).resume();
}

/** Signals a server that has this mark in its command line. Ids are used again; where there is no /proc the id alone has to be believed. */
export function signalServer(pid, mark, signal) {
  try {
    if (pid > 1 && (process.platform !== "linux" || readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(mark))) process.kill(pid, signal);
  } catch {
    // It was stopped in good order.
  }
}
