import { spawn } from "node:child_process";
import path from "node:path";
import { root } from "@/bin/services/paths";

/** Programs of node_modules by their own files: `npx` would cost a second each and may ask questions. */
const tools = {
  tsc: "typescript/bin/tsc",
  eslint: "eslint/bin/eslint.js",
  vitest: "vitest/vitest.mjs",
  playwright: "@playwright/test/cli.js",
  tsx: "tsx/dist/cli.mjs",
} as const;

/** Runs a tool of this checkout with its output on our terminal. @returns its exit code; 1 when a signal ended it */
export async function runTool(tool: keyof typeof tools, args: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, "node_modules", tools[tool]), ...args], { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] });
    const forward = (signal: NodeJS.Signals): boolean => child.kill(signal);
    process.on("SIGTERM", forward);
    child.once("error", () => resolve(1));
    child.once("close", (code) => {
      process.off("SIGTERM", forward);
      resolve(code ?? 1);
    });
  });
}

export const checkTypes = (): Promise<number> => runTool("tsc", ["--noEmit", "-p", "tsconfig.json"]);
export const checkLint = (): Promise<number> => runTool("eslint", ["--max-warnings", "0", "."]);
