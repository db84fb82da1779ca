// Stands beside a search server that belongs to one process alone. Its standard input ends when that process does, however it
// ends: then the server is killed and its folder removed, for a process that was killed hard can do neither.
import { readFileSync, rmSync } from "node:fs";

const [folder, pidFile] = process.argv.slice(2);
// Ctrl-C and the end of a terminal concern the holder; what follows from them is told by the pipe.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => undefined);
process.stdin.on("error", bury).on("end", bury).resume();

function bury() {
  try {
    const pid = Number(readFileSync(pidFile, "utf8"));
    if (pid > 1 && isServer(pid)) process.kill(pid, "SIGKILL");
  } catch {
    // It was stopped in good order.
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  process.exit(0);
}

/** Ids are used again; where there is no /proc the file alone has to be believed. */
function isServer(pid) {
  if (process.platform !== "linux") return true;
  return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(folder);
}
