import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { useDatabase } from "@/db/testing/database";
import { warmSearch } from "./warm";

useDatabase();

let server: Server, asked = 0;
beforeAll(async () => {
  server = createServer((_request, answer) => {
    asked += 1;
    answer.writeHead(503, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  vi.stubEnv("MEILI_URL", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv("MEILI_KEY", "a key of no server");
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});

test("a search server that was away when the site began is asked again by the next probe", async () => {
  await warmSearch();
  const first = asked;
  expect(first).toBeGreaterThan(0);
  await warmSearch();
  expect(asked).toBeGreaterThan(first);
});
