import { setTimeout as pause } from "node:timers/promises";
import { env } from "@/lib/core/env";
import { demoAccounts } from "@/bin/services/demo-accounts";
import { watchAncestors } from "@/bin/services/ancestors";
import { loadDotEnv, varDir } from "@/bin/services/paths";
import { complain, duration, reasonOf, say } from "@/bin/services/progress";
import { bringUp } from "@/bin/services/stack";

/** `npm start` and `npm run dev`: everything the product needs, on this machine, until Ctrl-C. */
const dev = process.argv.includes("--dev");
const began = Date.now();

try {
  loadDotEnv();
  env();
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

const production = env().appEnv === "production";
const local = (url: string | undefined, name: string): string => (url ? `${name} from the environment` : `a local ${name}`);
say(`Harbin technology transfer platform (APP_ENV=${env().appEnv}${dev ? ", development" : ""})
This will: 1. bring up ${local(env().databaseUrl, "Postgres")} and ${local(env().meiliUrl, "Meilisearch")}
           2. migrate the database${production ? "" : "; make the demo world if there is none (a few minutes, once)"}
           3. ${dev ? "start web (next dev) and worker" : "build the site if its sources changed; start web and worker"}
Data: ${varDir()}    Stop with Ctrl-C.
`);

const stack = bringUp({
  varDir: varDir(),
  distDir: process.env.NEXT_DIST_DIR || ".next",
  dev,
  worldSize: process.env.WORLD_SIZE === "small" ? "small" : "full",
  askedPort: process.env.PORT?.trim() ? env().port : undefined,
  log: (message) => say(message),
  onFailure: (reason) => {
    complain(reason);
    void shutDown(1);
  },
});

let leaving = 0;
async function shutDown(code: number): Promise<never> {
  leaving += 1;
  if (leaving > 1) return pause(60_000).then(() => process.exit(code));
  if (code === 0) say("\nStopping web, worker, search and database …");
  await stack.stop();
  if (code === 0) say("Everything has stopped; the data is kept.");
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void shutDown(0));
watchAncestors(() => void shutDown(0));

try {
  const { url, madeWorld, run } = await stack.ready;
  if (!production) {
    const accounts = await demoAccounts();
    if (accounts) say(`\n${accounts}`);
  }
  say(`\nData: ${run.dataDir}    Logs: ${dev ? "this terminal" : `${run.dataDir}/logs`}    ${madeWorld ? "Demo world: made now" : "Data of the last start: kept"}`);
  say(`Ready in ${duration(Date.now() - began)}: ${url}`);
} catch (error) {
  if (leaving === 0) {
    complain(`\n${reasonOf(error)}\nIf this does not tell you enough: npm run doctor`);
    await shutDown(1);
  }
}
