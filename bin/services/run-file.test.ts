import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { root } from "@/bin/services/paths";
import { leaveFolder, takeFolder } from "@/bin/services/run-file";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), "platform-folder-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const lock = (): string => path.join(folder, "start.pid");

it("takes a folder over from a process that is gone", async () => {
  writeFileSync(lock(), "4190000");
  await takeFolder(folder);
  expect(readFileSync(lock(), "utf8")).toBe(String(process.pid));
  leaveFolder(folder);
});

it("takes a folder over whose mark a full disk left empty", async () => {
  writeFileSync(lock(), "");
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(lock(), longAgo, longAgo);
  await takeFolder(folder);
  expect(readFileSync(lock(), "utf8")).toBe(String(process.pid));
});

it("gives the folder of a killed start to one of several that begin at once", async () => {
  writeFileSync(lock(), "4190000");
  const begin = `import("@/bin/services/run-file").then(({ takeFolder }) => takeFolder(${JSON.stringify(folder)})).then(() => { console.log("mine"); setTimeout(() => process.exit(0), 20_000); }, (error) => { console.log(error.message); process.exit(1); });`;
  const children = Array.from({ length: 4 }, () => spawn(process.execPath, ["--import", "tsx", "-e", begin], { cwd: root, stdio: ["ignore", "pipe", "inherit"] }));
  try {
    const said = await Promise.all(children.map((child) => new Promise<string>((resolve) => child.stdout.once("data", (text: Buffer) => resolve(text.toString().trim())))));
    expect(said.filter((words) => words === "mine")).toHaveLength(1);
    for (const words of said.filter((one) => one !== "mine")) expect(words).toMatch(/^It is already running on .* \(process \d+\)\. Stop it with Ctrl-C there, or: kill \d+$/);
  } finally {
    for (const child of children) child.kill("SIGKILL");
  }
}, 60_000);
