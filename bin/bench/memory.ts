import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { leash } from "@/bin/services/paths";
import type { Market } from "./market";
import { figure, type Figure } from "./measures";
import { queries, records } from "./records";
import type { Resident, Task } from "./resident";

/** Resident memory of a fresh process that searches, then also matches, as web and worker do; the reference is the same process idle. */
export async function measureMemory({ scratch, size }: Market): Promise<Figure[]> {
  const task: Task = {
    host: scratch.host, apiKey: scratch.apiKey, queries: queries(420),
    texts: records(4_000).filter((_, i) => i % 20 === 9 || i % 20 === 0).slice(0, 200),
  };
  const { idle, searched, matched } = await inChild(task);
  const note = `a process of its own at ${size} records; web searches, the worker matches too`;
  return [figure("memory search", searched, idle, "MB", note), figure("memory search and match", matched, idle, "MB", note)];
}

async function inChild(task: Task): Promise<Resident> {
  const child = spawn(process.execPath, ["--import", leash, "--import", "tsx", fileURLToPath(new URL("resident.ts", import.meta.url))], {
    stdio: ["ignore", "inherit", "inherit", "ipc"], env: { ...process.env, LEASH_HOLDER: String(process.pid) },
  });
  return new Promise((resolve, reject) => {
    child.once("message", (answer) => resolve(answer as Resident)).once("error", reject).once("exit", (code) => reject(new Error(`the process that was to be weighed ended with ${code}`)));
    child.send(task);
  });
}
