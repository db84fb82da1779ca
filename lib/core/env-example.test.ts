import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");

/** Set by the shell, by npm, by Next or by CI, or by one of our processes for another: nobody writes them into a file. */
const internal = ["NODE_ENV", "NEXT_RUNTIME", "NEXT_PHASE", "PATH", "LD_LIBRARY_PATH", "INIT_CWD", "CI", "BASE_URL", "BENCH", "BENCH_RECORD", "NODE_OPTIONS", "LEASH_HOLDER", "TEST_MEILI_KEY", "TEST_MEILI_URL", "TEST_PG_APP_URL", "TEST_PG_OWNER_URL", "TEST_WITHOUT_SERVERS"];

const sources = ["app", "lib", "db", "bin", "e2e"]
  .flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => path.join(folder, file)))
  .concat(["next.config.ts", "proxy.ts", "instrumentation.ts"])
  .filter((file) => /\.(tsx?|mjs)$/.test(file));
const named = new Set([...read(".env.example").matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1]!));
const schema = [...(/z\.object\(\{([^]*?)\n\}\);/.exec(read("lib/core/env.ts"))?.[1] ?? "").matchAll(/^ {2}([A-Z][A-Z0-9_]*):/gm)].map((match) => match[1]!);

it("every variable that the sources read is explained in .env.example", () => {
  const used = new Set(sources.flatMap((file) => [...read(file).matchAll(/process\.env(?:\.|\[")([A-Z][A-Z0-9_]*)/g)].map((match) => match[1]!)));
  expect(schema.length).toBeGreaterThan(20);
  expect([...used, ...schema].filter((name) => !named.has(name) && !internal.includes(name))).toEqual([]);
  expect([...named].filter((name) => !used.has(name) && !schema.includes(name)), "nothing is explained that nobody reads").toEqual([]);
});

it("compose.yaml hands on what an installation may set", () => {
  const compose = read("compose.yaml");
  // Given by compose itself or by the image, or of no use in a container.
  const given = ["APP_ENV", "AUTH_SECRET", "NEXTAUTH_URL", "AUTH_URL", "PORT", "VAR_DIR", "FILES_DIR"];
  expect(schema.filter((name) => !given.includes(name) && !compose.includes(`    ${name}: `))).toEqual([]);
});
