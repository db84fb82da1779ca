import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

export default defineConfig({
  root,
  resolve: { alias: { "@": root } },
  test: {
    include: ["lib/**/*.test.ts", "db/**/*.test.ts", "bin/**/*.test.ts", "app/**/*.test.ts"],
    exclude: ["**/node_modules/**", "var/**", ".next*/**"],
    pool: "forks",
    maxWorkers: 2,
    isolate: false,
    globalSetup: ["db/testing/global-setup.ts"],
    setupFiles: ["db/testing/setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Dates of law are computed for Asia/Shanghai whatever the machine thinks: a zone far from it shows who forgot.
    env: { TZ: "America/New_York", LOG_LEVEL: "fatal", APP_ENV: "local", NEXTAUTH_SECRET: "a secret that only tests know and that is long enough" },
    // Colours are for people; a log of CI stays plain.
    reporters: ["default"],
  },
});
