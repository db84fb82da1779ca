import { existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { loadDotEnv, varDir } from "@/bin/services/paths";
import { shelteredDataDir } from "@/bin/services/postgres-binaries";
import { complain, say } from "@/bin/services/progress";
import { end, isOurs } from "@/bin/services/processes";
import { runningStart } from "@/bin/services/run-file";

/** Wipes everything that `npm start` keeps: database, search data, files, mail, secrets. Sources and builds stay. */
loadDotEnv();
const dir = varDir();
const running = runningStart(dir);
if (running) {
  complain(`It is running (process ${running.pids.start}, ${running.url}). Stop it first (Ctrl-C there, or: kill ${running.pids.start}).`);
  process.exit(1);
}

const postgresData = path.join(dir, "postgres");
const elsewhere = shelteredDataDir(postgresData);
for (const [file, mark] of [[path.join(postgresData, "postmaster.pid"), "postgres"], [path.join(elsewhere, "postmaster.pid"), "postgres"], [path.join(dir, "meilisearch.pid"), "--db-path"]] as const) {
  if (!existsSync(file)) continue;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  if (isOurs(pid, mark, mark === "postgres" ? path.dirname(file) : path.join(dir, "meilisearch"))) await end(pid, mark === "postgres" ? "SIGINT" : "SIGTERM"); // orphans of a killed start
}
// The folder itself may be a mount.
for (const entry of existsSync(dir) ? readdirSync(dir) : []) rmSync(path.join(dir, entry), { recursive: true, force: true });
rmSync(elsewhere, { recursive: true, force: true });
if (process.env.DATABASE_URL) say("DATABASE_URL is set: that database was not touched.");
say(`${dir} is empty. The next npm start makes a new demo world.`);
