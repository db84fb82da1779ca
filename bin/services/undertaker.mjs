// Stands beside a search server that belongs to one process alone: when that process is gone, the server is killed and its folder removed.
import { readFileSync, rmSync } from "node:fs";
import { signalServer, whenHolderIsGone } from "./holder.mjs";

const [folder, pidFile] = process.argv.slice(2);
whenHolderIsGone(() => {
  signalServer(numberIn(pidFile), folder, "SIGKILL");
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

function numberIn(file) {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return 0;
  }
}
