import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { leash, nextProgram, root } from "@/bin/services/paths";

/** What the built site is made of. Tests and tools change without a new build. */
const inputs = ["app", "lib", "db", "public", "instrumentation.ts", "proxy.ts", "next.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json"];
const notBuilt = /\.(test|spec)\.tsx?$|^db\/(seed|testing|migrations)\/|^lib\/worker\//;

/** One figure for the content of all sources; times of files say nothing after a fresh clone. */
function sourceHash(): string {
  const hash = createHash("sha256").update(process.version);
  for (const input of inputs) visit(input);
  return hash.digest("hex");

  function visit(name: string): void {
    const full = path.join(root, name);
    if (!existsSync(full)) return;
    const entries = readdirSyncOrNull(full);
    if (entries) return entries.sort().forEach((entry) => visit(`${name}/${entry}`));
    // Next writes its own build folder into tsconfig.json; that must not look like a change of the sources.
    if (notBuilt.test(name) || path.basename(name).startsWith(".") || name === "tsconfig.json") return;
    hash.update(`\0${name}\0`).update(readFileSync(full));
  }
}

function readdirSyncOrNull(full: string): string[] | null {
  try {
    return readdirSync(full);
  } catch {
    return null;
  }
}

export function isBuilt(distDir: string): boolean {
  const dist = path.join(root, distDir);
  try {
    return existsSync(path.join(dist, "BUILD_ID")) && readFileSync(path.join(dist, "source-hash"), "utf8") === sourceHash();
  } catch {
    return false;
  }
}

export type Build = { done: Promise<void>; stop(): void };

/**
 * Runs `next build` into a folder of the checkout.
 * @throws (through `done`) Error with the compiler's own words
 */
export function startBuild(distDir: string, log: (line: string) => void): Build {
  const marker = path.join(root, distDir, "source-hash");
  rmSync(marker, { force: true });
  const hash = sourceHash(); // before: a file that is saved while the build runs makes the next start build again
  const child: ChildProcess = spawn(process.execPath, ["--import", leash, nextProgram, "build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_DIST_DIR: distDir, NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1", FORCE_COLOR: undefined, LEASH_HOLDER: String(process.pid) },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached: true,
  });
  let output = "";
  const take = (chunk: Buffer): void => {
    output += chunk;
    for (const line of chunk.toString("utf8").split("\n")) {
      const known = /(Creating an optimized production build|Compiled successfully.*|Running TypeScript|Finished TypeScript.*|Collecting page data|Generating static pages .*\/.*\d|Finalizing)/.exec(line)?.[1];
      if (known) log(known.replace(/\s*\.\.\.\s*$/, "").trim());
    }
  };
  child.stdout?.on("data", take);
  child.stderr?.on("data", take);
  const done = new Promise<void>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (code !== 0) return reject(new Error(`The site could not be built (${signal ?? `code ${code}`}):\n${output.trimEnd().split("\n").slice(-60).join("\n")}`));
      if (!existsSync(path.join(root, distDir, "BUILD_ID"))) return reject(new Error(`The build ended without a result:\n${output.trimEnd().split("\n").slice(-20).join("\n")}`));
      writeFileSync(marker, hash);
      resolve();
    });
  });
  done.catch(() => undefined);
  return {
    done,
    stop() {
      if (child.exitCode !== null || !child.pid) return;
      try {
        process.kill(-child.pid, "SIGTERM");
      } catch {
        child.kill("SIGTERM");
      }
    },
  };
}
