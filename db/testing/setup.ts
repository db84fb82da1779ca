import { afterEach, beforeEach, vi } from "vitest";

/**
 * A stray console.error fails the test in which it appeared. A test that expects one replaces it itself:
 * `vi.spyOn(console, "error").mockImplementation(() => undefined)`.
 */
const stray: string[] = [];

beforeEach(() => {
  stray.length = 0;
  console.error = (...words: unknown[]) => void stray.push(words.map(String).join(" "));
});

afterEach(() => {
  vi.useRealTimers();
  if (stray.length > 0) throw new Error(`console.error was called:\n${stray.join("\n")}`);
});
