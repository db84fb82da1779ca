import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { isolate } from "@/bin/services/isolate";
import { root } from "@/bin/services/paths";
import { freePort } from "@/bin/services/ports";
import { until } from "@/bin/services/processes";
import { bringUp } from "@/bin/services/stack";
import { db } from "@/db/client";
import { demoPassword } from "@/db/seed/personas";
import { cursorLag } from "@/lib/jobs/cursors";
import { say } from "./market";

export interface Site { url: string; ask(path: string, cookie?: string): Promise<{ status: number; bytes: number }>; signIn(key: string): Promise<string>; id(question: string): Promise<string>; stop(): Promise<void> }

const distDir = ".next-bench";

/** Next writes every build folder into tsconfig.json; this one is nobody else's business. */
function forgetBuildFolder(): void {
  const file = path.join(root, "tsconfig.json");
  const config = JSON.parse(readFileSync(file, "utf8")) as { include: string[] };
  const include = config.include.filter((entry) => !entry.startsWith(`${distDir}/`));
  if (include.length < config.include.length) writeFileSync(file, `${JSON.stringify({ ...config, include }, null, 2)}\n`);
}

/** The whole product as it is served, with the full demo world and the empty page, in folders of its own. */
export async function startSite(): Promise<Site> {
  isolate();
  process.env.BENCH = "1";
  const folder = mkdtempSync(path.join(tmpdir(), "platform-bench-"));
  chmodSync(folder, 0o755); // root lends Postgres another identity, which must be able to enter
  const stack = bringUp({ varDir: folder, distDir, dev: false, worldSize: "full", askedPort: await freePort(), durable: false, log: say, onFailure: say });
  const agent = new Agent({ keepAlive: true, maxSockets: 1, noDelay: true });
  const stop = async (): Promise<void> => {
    agent.destroy();
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const leave = (): void => void stop().then(() => process.exit(130));
  process.once("SIGINT", leave).once("SIGTERM", leave);
  try {
    const { url } = await stack.ready;
    forgetBuildFolder();
    // The worker still matches the new world; it would take half of the machine away from one side of a pair or the other.
    await until(async () => (await cursorLag()).every(({ behind }) => behind === 0), 600_000, 1_000);
    return {
      url, stop,
      ask: (at, cookie) => new Promise((resolve, reject) => {
        request(`${url}${at}`, { agent, headers: { "accept-encoding": "gzip", ...(cookie ? { cookie } : {}) } }, (response) => {
          let bytes = 0;
          response.on("data", (chunk: Buffer) => (bytes += chunk.length)).on("error", reject).on("end", () => resolve({ status: response.statusCode ?? 0, bytes }));
        }).on("error", reject).end();
      }),
      async signIn(key) {
        const answer = await fetch(`${url}/api/sign-in`, { method: "POST", redirect: "manual", body: new URLSearchParams({ email: `${key}@demo.local`, password: demoPassword }) });
        const cookie = answer.headers.getSetCookie().map((one) => one.split(";")[0]).join("; ");
        if (answer.status !== 303 || !cookie) throw new Error(`Signing in as ${key} answered ${answer.status}.`);
        return cookie;
      },
      async id(question) {
        const { rows } = await db().execute<{ id: string }>(sql.raw(question));
        if (!rows[0]) throw new Error(`The demo world has nothing for: ${question}`);
        return rows[0].id;
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
