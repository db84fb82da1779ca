import { AsyncLocalStorage } from "node:async_hooks";

/**
 * The one source of "now" for everything that is decided or recorded.
 * Tests freeze it and the demo world moves it, each only for its own asynchronous call tree.
 */
const scope = new AsyncLocalStorage<() => Date>();

export const clock = {
  now(): Date {
    return scope.getStore()?.() ?? new Date();
  },
};

/** Runs `work` with another clock. Nested calls see the innermost. */
export function withClock<T>(now: Date | (() => Date), work: () => Promise<T>): Promise<T> {
  return scope.run(typeof now === "function" ? now : () => new Date(now), work);
}
