// Stands beside `npm start`. Web and worker end with a starter that is killed hard (leash.mjs), but Postgres and Meilisearch are servers of
// their own: they would keep memory and ports until the next start. The data and run.json stay, as after any kill.
import { readFileSync } from "node:fs";
import { signalServer, whenHolderIsGone } from "./holder.mjs";

const [folder, starter] = process.argv.slice(2);
whenHolderIsGone(() => {
  const run = runFile();
  // Stopped in good order, or another start has the folder: then these servers are its own.
  if (run?.pids.start !== Number(starter)) return;
  // By their ports: the data of the database may have been sheltered elsewhere.
  if (run.ports.meilisearch) signalServer(run.pids.meilisearch, `127.0.0.1:${run.ports.meilisearch}`, "SIGTERM");
  if (run.ports.postgres) signalServer(run.pids.postgres, `port=${run.ports.postgres}`, "SIGINT");
});

function runFile() {
  try {
    return JSON.parse(readFileSync(`${folder}/run.json`, "utf8"));
  } catch {
    return undefined;
  }
}
