import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "@/bin/services/paths";
import { isolate } from "@/bin/services/isolate";
import { freePort } from "@/bin/services/ports";
import { complain, duration, say } from "@/bin/services/progress";
import { checkLint, checkTypes, runTool } from "@/bin/services/run-tool";
import { bringUp } from "@/bin/services/stack";

/**
 * `npm test`: lint, types, every test on real servers, the journeys in a browser, sixty kills under load; `--unit` and `--e2e` run a
 * part, further words choose files (`npm run test:unit -- lib/deals`, `npm run e2e -- reviewer`).
 * Everything happens on throw-away data and free ports, so it does not disturb a running `npm start`.
 */
process.chdir(root);
const flags = process.argv.slice(2).filter((word) => word.startsWith("--"));
const filters = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const only = flags.includes("--unit") ? "unit" : flags.includes("--e2e") ? "e2e" : "all";
isolate();

const results: { name: string; ok: boolean; ms: number }[] = [];
let stop: () => Promise<void> = async () => undefined;
let interrupted = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (interrupted) return;
    interrupted = true;
    complain("interrupted; removing what was started …");
    void stop().then(() => process.exit(130));
  });
}

if (only === "all") {
  await step("types and lint", async () => Math.max(...(await Promise.all([checkTypes(), checkLint()]))));
}
if (only !== "e2e") await step("tests", () => runTool("vitest", ["run", "--config", "db/testing/vitest.config.ts", ...filters]));
if (only !== "unit") await step("journeys", journeys);
if (only === "all") await step("kills", () => runTool("tsx", ["bin/kills.ts"]));

const failed = results.filter((result) => !result.ok);
say("");
for (const result of results) say(`${result.ok ? "passed" : "FAILED"}  ${result.name.padEnd(16)} ${duration(result.ms)}`);
say(`${results.length - failed.length} steps passed, ${failed.length} failed`);
process.exit(failed.length > 0 ? 1 : 0);

async function step(name: string, run: () => Promise<number>): Promise<void> {
  if (interrupted) return;
  say(`\n== ${name}`);
  const began = Date.now();
  let ok = false;
  try {
    ok = (await run()) === 0;
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
  }
  results.push({ name, ok, ms: Date.now() - began });
}

/** The whole product on a small world, built into a folder of its own. */
async function journeys(): Promise<number> {
  const dir = mkdtempSync(path.join(tmpdir(), "platform-e2e-"));
  chmodSync(dir, 0o755); // root lends Postgres another identity, which must be able to enter
  let reason: string | undefined;
  const stack = bringUp({
    varDir: dir,
    distDir: ".next-test",
    dev: false,
    worldSize: "small",
    askedPort: await freePort(),
    durable: false,
    log: say,
    onFailure: (why) => (reason = why),
  });
  stop = async () => {
    await stack.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    const { url } = await stack.ready;
    const code = await runTool("playwright", ["test", "--config", "e2e/playwright.config.ts", ...filters], { ...process.env, BASE_URL: url, VAR_DIR: dir });
    if (reason) complain(reason);
    return reason ? 1 : code;
  } finally {
    await stop();
    stop = async () => undefined;
  }
}
