import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { guardEveryAnswer } from "./every-answer";

let server: Server;
let address = "https://platform.example";
let asked = true;

beforeAll(async () => {
  guardEveryAnswer(() => address, () => asked);
  guardEveryAnswer(() => "http://never-asked", () => false);
  server = createServer((incoming, answer) => {
    const type = incoming.url?.startsWith("/failed") ? "text/html; charset=utf-8" : incoming.url === "/api/failed" ? "application/json" : null;
    if (type) {
      answer.statusCode = 500;
      answer.setHeader("Content-Type", type);
      answer.write("<html><body>");
      answer.end(incoming.url === "/failed" ? String.raw`<script>b:E{\"digest\":\"3429237323\"}</script></body></html>` : undefined);
    } else if (incoming.url === "/moved") answer.writeHead(307, { location: "/" }).end();
    else answer.writeHead(incoming.url === "/" ? 200 : 404).end("text");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => void server.close());

function ask(method: string, path: string): Promise<{ status?: number; strict?: string; type?: string; allow?: string; body: string }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, method, path, headers: { cookie: "secret=1" } }, (answer) => {
      let body = "";
      answer.on("data", (part) => (body += String(part)));
      answer.on("end", () => resolve({ status: answer.statusCode, strict: answer.headers["strict-transport-security"], type: answer.headers["content-type"], allow: answer.headers.allow, body }));
    });
    asked.on("error", reject);
    asked.end();
  });
}

it("binds browsers to https on every answer, whoever writes it", async () => {
  for (const [path, status] of [["/", 200], ["/nowhere", 404], ["/moved", 307]] as const) expect(await ask("GET", path)).toMatchObject({ status, strict: "max-age=31536000" });
  expect(await ask("POST", "/")).toMatchObject({ strict: "max-age=31536000" });
});

it("refuses TRACE and echoes nothing", async () => {
  expect(await ask("TRACE", "/")).toEqual({ status: 405, strict: "max-age=31536000", allow: "GET, HEAD, POST", body: "" });
});

it("serves nothing but the word that it lives and is not ready until it may", async () => {
  asked = false;
  for (const [method, path] of [["GET", "/"], ["POST", "/moved"], ["GET", "/api/healthy"], ["GET", "/api/ready/now"]] as const) expect(await ask(method, path)).toMatchObject({ status: 503, strict: "max-age=31536000", body: "平台正在启动，请稍后再试。" });
  const ready = await ask("GET", "/api/ready?probe");
  expect(ready).toMatchObject({ status: 503, type: "application/json", strict: "max-age=31536000" });
  expect(JSON.parse(ready.body)).toEqual({ status: "down", checks: { database: "failing", migrations: "failing", search: "failing", followers: "failing" } });
  expect(await ask("GET", "/api/health?probe")).toMatchObject({ status: 404, body: "text" });
  asked = true;
  expect(await ask("GET", "/")).toMatchObject({ status: 200, body: "text" });
});

it("says nothing of https where the public address is not", async () => {
  address = "http://127.0.0.1:3000";
  expect(await ask("GET", "/")).toMatchObject({ status: 200, strict: undefined });
  expect(await ask("TRACE", "/nowhere")).toMatchObject({ status: 405, body: "" });
});

it("says on a page that failed what happened, its number and the way on, without any script", async () => {
  const { body } = await ask("GET", "/failed");
  expect(body).toMatch(/^<html><body><script>.*<\/html><main lang="zh-CN">/u);
  expect(body).toContain("<h1>页面出了问题</h1><p>已经记录。刚才保存过的内容不会丢失。编号3429237323</p><p><a href=\"/\">回首页</a></p></main>");
  expect((await ask("GET", "/failed/unnumbered")).body).toContain("不会丢失。</p>");
  expect((await ask("GET", "/api/failed")).body).toBe("<html><body>");
});
