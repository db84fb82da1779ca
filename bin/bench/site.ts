import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { sql } from "drizzle-orm";
import { isolate } from "@/bin/services/isolate";
import { root } from "@/bin/services/paths";
import { freePort } from "@/bin/services/ports";
import { until } from "@/bin/services/processes";
import type { RunFile } from "@/bin/services/run-file";
import { bringUp } from "@/bin/services/stack";
import { db } from "@/db/client";
import { demoPassword } from "@/db/seed/personas";
import { cursorLag } from "@/lib/jobs/cursors";
import { say } from "./figures";

export interface Answer { status: number; bytes: number; text(): string }

export interface Site {
  url: string;
  /** Gone when the site stops. */
  folder: string;
  /** What runs now; ids of processes change when one is started again. */
  run: RunFile;
  /** Where the web process writes down what it asks the search server, while the file is there. */
  record: string;
  ask(path: string, cookie?: string, headers?: Record<string, string>): Promise<Answer>;
  signIn(key: string): Promise<string>;
  id(question: string): Promise<string>;
  /** What else must be stopped with it, before its folder goes. */
  also(stop: () => Promise<void>): void;
  stop(): Promise<void>;
}

const distDir = ".next-bench";

/** The build is a run's own as everything else; several runs in a row may share it. */
export const removeBuild = (): void => rmSync(path.join(root, distDir), { recursive: true, force: true });

/** Next writes every build folder into tsconfig.json; this one is nobody else's business. */
function forgetBuildFolder(): void {
  const file = path.join(root, "tsconfig.json");
  const config = JSON.parse(readFileSync(file, "utf8")) as { include: string[] };
  const include = config.include.filter((entry) => !entry.startsWith(`${distDir}/`));
  if (include.length < config.include.length) writeFileSync(file, `${JSON.stringify({ ...config, include }, null, 2)}\n`);
}

/** Until the worker has nothing to do; it would take half of the machine away from one side of a pair or the other. */
export const caughtUp = (everyMs = 1_000): Promise<boolean> => until(async () => (await cursorLag()).every(({ behind }) => behind === 0), 600_000, everyMs);

/** The whole product as it is served, with a demo world and the empty page, on ports and in folders of its own. */
export async function startSite(worldSize: "full" | "small"): Promise<Site> {
  isolate();
  process.env.BENCH = "1";
  const folder = mkdtempSync(path.join(tmpdir(), "platform-bench-"));
  chmodSync(folder, 0o755); // root lends Postgres another identity, which must be able to enter
  const record = path.join(folder, "requests.jsonl");
  process.env.BENCH_RECORD = record;
  process.env.NODE_OPTIONS = `--import ${pathToFileURL(path.join(root, "bin/bench/recorder.mjs")).href}`;
  const stack = bringUp({ varDir: folder, distDir, dev: false, worldSize, askedPort: await freePort(), log: say, onFailure: say });
  const agent = new Agent({ keepAlive: true, maxSockets: 1, noDelay: true });
  const others: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= (async () => {
    agent.destroy();
    for (const other of others.reverse()) await other();
    await stack.stop();
    forgetBuildFolder();
    rmSync(folder, { recursive: true, force: true });
  })());
  const leave = (): void => void stop().finally(() => { removeBuild(); process.exit(130); });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, leave);
  try {
    const { url, run } = await stack.ready;
    forgetBuildFolder();
    await caughtUp();
    return {
      url, folder, run, record, stop,
      also: (other) => void others.push(other),
      ask: (at, cookie, headers = { "accept-encoding": "gzip" }) => new Promise((resolve, reject) => {
        request(`${url}${at}`, { agent, headers: { ...headers, ...(cookie ? { cookie } : {}) } }, (response) => {
          const parts: Buffer[] = [];
          response.on("data", (chunk: Buffer) => parts.push(chunk)).on("error", reject)
            .on("end", () => resolve({ status: response.statusCode ?? 0, bytes: parts.reduce((sum, part) => sum + part.length, 0), text: () => Buffer.concat(parts).toString("utf8") }));
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
