import { env, missingForService } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { untilAsked } from "@/lib/health/start-check";
import { startWorker } from "@/lib/worker/main";
import { loadDotEnv } from "@/bin/services/paths";

loadDotEnv();
const refusals = env().appEnv === "production" ? await untilAsked() : missingForService(env());
if (refusals.length > 0) {
  process.stderr.write(`The worker does not start with this environment:\n  ${refusals.join("\n  ")}\n`);
  process.exit(78);
}

const worker = await startWorker();
log.info("worker ready");
process.send?.("ready");

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  // A job that does not end is left to the lease of the next worker.
  setTimeout(() => process.exit(1), 7_000).unref();
  await worker.stop();
  process.exit(0);
}
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
