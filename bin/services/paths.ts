import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout, wherever the command was called from. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

export const leash = path.join(root, "bin/services/leash.mjs");
export const caretaker = path.join(root, "bin/services/caretaker.mjs");
export const undertaker = path.join(root, "bin/services/undertaker.mjs");
export const nextProgram = path.join(root, "node_modules/next/dist/bin/next");

/**
 * The compiler looks at what runs often 60 times sooner than by itself: a site that was just started answers searches as fast as
 * one that has answered a thousand (decision 31). A setting of V8's own, tried with the version of Node 20; others may not know it
 * and would refuse to start. The Dockerfile says the same.
 */
export const compileSoon: readonly string[] = process.versions.v8.startsWith("11.3.") ? ["--interrupt-budget=1000"] : [];

/** Everything that belongs to this installation and not to the sources. */
export function varDir(): string {
  return path.resolve(root, process.env.VAR_DIR || "var");
}

/** Reads `.env` as Next does; what the shell says wins. Call it first in every command. */
export function loadDotEnv(): void {
  process.chdir(root);
  const file = path.join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}
