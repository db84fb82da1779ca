import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { request } from "node:http";
import { connect, createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { nextProgram, root } from "@/bin/services/paths";
import { freePort } from "@/bin/services/ports";
import { readRunFile, type RunFile } from "@/bin/services/run-file";
import { localAuthSecret } from "@/bin/services/secrets";
import { expect, test } from "./fixtures";

const paths = ["/", "/nowhere", "/%", "/api/health", "/api/nowhere", "/favicon.svg", "/_next/static/nowhere.js", "/me", "/cockpit"];

test("TRACE is refused everywhere, and nothing speaks of https to a site that has none", async ({ baseURL }) => {
  for (const path of paths) {
    expect(await ask(baseURL!, "TRACE", path), path).toMatchObject({ status: 405, body: "" });
    expect((await ask(baseURL!, "GET", path)).strict, path).toBeUndefined();
  }
});

test("a site whose public address is https says so with every answer, also locally", async () => {
  const run = process.env.VAR_DIR ? readRunFile(process.env.VAR_DIR) : undefined;
  test.skip(!run, "needs the built site of npm run e2e");
  const { site, address } = await start(run!);
  try {
    await answering(address, site);
    for (const path of paths) {
      const answer = await ask(address, "GET", path);
      expect(answer.strict, `${path} (${answer.status})`).toBe("max-age=31536000");
      expect(await ask(address, "TRACE", path), path).toMatchObject({ status: 405, strict: "max-age=31536000", body: "" });
    }
    expect((await ask(address, "GET", "/me")).status, "a redirect was among them").toBe(307);
  } finally {
    site.kill("SIGTERM");
  }
});

test("production answers nothing before its database could be asked, and ends where it is refused", async () => {
  const run = process.env.VAR_DIR ? readRunFile(process.env.VAR_DIR) : undefined;
  test.skip(!run, "needs the built site of npm run e2e");
  const away = new URL(run!.databaseUrl!);
  const [real, port] = [Number(away.port), await freePort()];
  away.port = String(port);
  const { site, address } = await start(run!, { APP_ENV: "production", DATABASE_URL: away.href, MEILI_URL: "", NEXTAUTH_SECRET: randomBytes(32).toString("hex") });
  const way = createServer((socket) => void socket.on("error", () => undefined).pipe(connect(real, "127.0.0.1").on("error", () => undefined)).pipe(socket));
  try {
    await answering(address, site);
    for (const path of ["/", "/sign-in", "/api/nowhere", "/favicon.svg"]) expect(await ask(address, "GET", path), path).toMatchObject({ status: 503, body: "平台正在启动，请稍后再试。" });
    const ready = await ask(address, "GET", "/api/ready");
    expect([ready.status, JSON.parse(ready.body)]).toMatchObject([503, { status: "down", checks: { database: "failing" } }]);
    // What comes back holds the demo world.
    await new Promise<void>((resolve) => way.listen(port, "127.0.0.1", resolve));
    await expect.poll(() => site.exitCode, { timeout: 30_000 }).toBe(78);
  } finally {
    site.kill("SIGTERM");
    way.close();
  }
});

test("a body that is no form is refused, not stumbled over", async ({ request, baseURL }) => {
  const origin = new URL(baseURL!).origin;
  // Whoever has not signed in need not send a draft at all.
  for (const [path, status, large] of [["/api/sign-in", 400, 413], ["/api/demo-sign-in", 400, 413], ["/api/preferences", 400, 413], ["/api/drafts/achievement/nothing", 401, 401]] as const) {
    const answer = async (data: object, from = origin) => (await request.post(path, { headers: { origin: from }, data, maxRedirects: 0 })).status();
    expect([await answer({ email: "a@b.c" }), await answer({ email: "a".repeat(20_000) }), await answer({}, "https://elsewhere.example")], path).toEqual([status, large, 403]);
  }
  const nul = await request.post("/api/sign-in", { headers: { origin }, form: { email: "nobody\u0000@example.com", password: "something\u0000" }, maxRedirects: 0 });
  expect(nul.status()).toBe(303);
  expect(nul.headers()["location"]).toContain("problem=wrong");
});

async function start(run: RunFile, own: Record<string, string> = {}): Promise<{ site: ChildProcess; address: string }> {
  const port = await freePort();
  const site = spawn(process.execPath, [nextProgram, "start", "-H", "127.0.0.1", "-p", String(port)], {
    cwd: root, stdio: "ignore",
    env: {
      ...process.env, NODE_ENV: "production", NEXT_DIST_DIR: ".next-test", NEXT_TELEMETRY_DISABLED: "1", PORT: String(port), PUBLIC_URL: "https://platform.example", NEXTAUTH_URL: "https://platform.example",
      NEXTAUTH_SECRET: localAuthSecret(run.dataDir), DATABASE_URL: run.databaseUrl, MEILI_URL: run.meiliUrl ?? "", MEILI_KEY: run.meiliKey ?? "", ...own,
    },
  });
  return { site, address: `http://127.0.0.1:${port}` };
}

async function answering(address: string, site: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200 && site.exitCode === null; attempt += 1) {
    if (await ask(address, "GET", "/api/health").then(({ status }) => status === 200, () => false)) return;
    await pause(200);
  }
  throw new Error("the second site does not answer");
}

/** Written by hand: fetch refuses to send TRACE, and a browser would follow redirects. */
function ask(address: string, method: string, path: string): Promise<{ status?: number; strict?: string; body: string }> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, method, path, headers: { cookie: "secret=1" } }, (answer) => {
      let body = "";
      answer.on("data", (part) => (body += String(part)));
      answer.on("end", () => resolve({ status: answer.statusCode, strict: answer.headers["strict-transport-security"], body }));
    });
    asked.on("error", reject).end();
  });
}
