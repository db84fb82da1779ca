import { afterEach, beforeEach, vi } from "vitest";

/**
 * A stray console.error fails the test in which it appeared. A test that expects one replaces it itself:
 * `vi.spyOn(console, "error").mockImplementation(() => undefined)`.
 */
// Files share a process (`isolate: false`), because loading the libraries for each anew was a third of their time. What is ours is
// loaded anew all the same, and environment and process-wide places are as they were: no file inherits anything from another.
vi.resetModules();
const places = globalThis as { [key: symbol]: unknown };
const kept = Symbol.for("testing.environment");
const environment = (places[kept] ??= { ...process.env }) as NodeJS.ProcessEnv;
for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
Object.assign(process.env, environment);
for (const place of Object.getOwnPropertySymbols(globalThis)) if (place.description?.startsWith("platform.")) delete places[place];

const stray: string[] = [];

beforeEach(() => {
  stray.length = 0;
  console.error = (...words: unknown[]) => void stray.push(words.map(String).join(" "));
});

afterEach(() => {
  vi.useRealTimers();
  if (stray.length > 0) throw new Error(`console.error was called:\n${stray.join("\n")}`);
});
