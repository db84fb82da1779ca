import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { standBeside } from "@/bin/services/beside";
import { startMeilisearch } from "@/bin/services/meilisearch";
import { undertaker } from "@/bin/services/paths";

/** A Meilisearch of this run's own: free port, own folder, gone afterwards. */
export interface ScratchEngine { host: string; apiKey: string; pid: number; folder: string; stop(): Promise<void> }

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** @throws Error with one sentence that says what to do, if no Meilisearch can be started here. */
export async function startScratchEngine(): Promise<ScratchEngine> {
  const folder = mkdtempSync(join(tmpdir(), "scratch-meilisearch-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const dataDir = join(folder, "data");
  // Before the server, so that there is no moment in which nobody would end it.
  const { dismiss } = standBeside(undertaker, folder, `${dataDir}.pid`);
  try {
    const server = await startMeilisearch({ dataDir, log: (message) => process.stderr.write(`${message}\n`) });
    if (!server) throw new Error("There is no Meilisearch for this system: install it on the PATH, or run npm ci on Linux x64.");
    // It is detached: whatever ends this process must end it, too.
    const kill = () => { try { process.kill(server.pid, "SIGKILL"); } catch { /* gone already */ } remove(); };
    process.once("exit", kill);
    // Without a listener a signal ends the process at once, and "exit" is never told.
    const leave = () => process.exit(1);
    for (const signal of SIGNALS) process.once(signal, leave);
    const stop = async () => {
      process.removeListener("exit", kill);
      for (const signal of SIGNALS) process.removeListener(signal, leave);
      await server.stop();
      remove();
      dismiss();
    };
    return { host: server.url, apiKey: server.key, pid: server.pid, folder, stop };
  } catch (error) {
    remove();
    dismiss();
    throw error;
  }
}
