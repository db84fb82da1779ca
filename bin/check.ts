import { root } from "@/bin/services/paths";
import { duration, say } from "@/bin/services/progress";
import { checkLint, checkTypes, runTool } from "@/bin/services/run-tool";

/** `npm run check`: what one runs before every commit. No servers, about half a minute. */
process.chdir(root);
const began = Date.now();
say("types and lint …");
const [types, lint] = await Promise.all([checkTypes(), checkLint()]);
say("architecture …");
const architecture = await runTool("vitest", ["run", "--config", "db/testing/vitest.config.ts", "lib/architecture.test.ts"], { ...process.env, TEST_WITHOUT_SERVERS: "1" });
const failed = Object.entries({ types, lint, architecture }).filter(([, code]) => code !== 0).map(([name]) => name);
say(failed.length > 0 ? `Failed: ${failed.join(", ")} (${duration(Date.now() - began)})` : `Types, lint and architecture are right (${duration(Date.now() - began)})`);
process.exit(failed.length > 0 ? 1 : 0);
