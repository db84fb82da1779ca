import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { caretaker } from "@/bin/services/paths";

let folder: string;
const servers: ChildProcess[] = [];
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), "platform-caretaker-"))));
afterEach(() => {
  for (const server of servers.splice(0)) server.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** Something that runs with this word in its command line. @returns its id, and the signal that ends it */
function server(mark: string): { pid: number; ended: Promise<string | null>; child: ChildProcess } {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", mark], { stdio: "ignore" });
  servers.push(child);
  return { pid: child.pid!, ended: new Promise((resolve) => child.once("exit", (_code, signal) => resolve(signal))), child };
}

/** Stands beside a starter of that id, which is gone at once. Resolves when it has cleared up. */
async function clearUpAfter(starter: number): Promise<void> {
  const beside = spawn(process.execPath, [caretaker, folder, String(starter)], { stdio: ["pipe", "ignore", "inherit"] });
  const over = new Promise((resolve) => beside.once("exit", resolve));
  beside.stdin.destroy();
  await over;
}

const writeRun = (pids: object) => writeFileSync(path.join(folder, "run.json"), JSON.stringify({ ports: { web: 1, postgres: 4001, meilisearch: 4002 }, pids }));

it("ends the servers of a start that was killed hard, in good order", async () => {
  const [database, search] = [server("port=4001"), server("127.0.0.1:4002")];
  writeRun({ start: 4_190_000, postgres: database.pid, meilisearch: search.pid });
  await clearUpAfter(4_190_000);
  expect(await Promise.all([database.ended, search.ended])).toEqual(["SIGINT", "SIGTERM"]);
});

it("leaves alone what another start has taken over, what is no server of ours, and what was stopped in good order", async () => {
  const [database, stranger] = [server("port=4001"), server("something else")];
  writeRun({ start: 4_190_001, postgres: database.pid });
  await clearUpAfter(4_190_000);
  writeRun({ start: 4_190_000, postgres: stranger.pid, meilisearch: stranger.pid });
  await clearUpAfter(4_190_000);
  rmSync(path.join(folder, "run.json"));
  await clearUpAfter(4_190_000);
  expect([database.child.exitCode, database.child.signalCode, stranger.child.exitCode, stranger.child.signalCode]).toEqual([null, null, null, null]);
});
