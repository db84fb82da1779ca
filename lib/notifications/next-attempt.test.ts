import { expect, test } from "vitest";
import { nextAttempt } from "./next-attempt";

const written = new Date("2026-06-01T00:00:00Z");
const after = (hours: number) => new Date(written.getTime() + hours * 3_600_000);
const waits = (failures: number, now = written) => (nextAttempt(written, failures, now)!.getTime() - now.getTime()) / 1_000;

test("a mail that failed waits half a minute, then twice as long each time, ten minutes at most", () => {
  expect([1, 2, 3, 4, 5].map((failures) => waits(failures))).toEqual([30, 60, 120, 240, 480]);
  expect([6, 51, 5_000].map((failures) => waits(failures))).toEqual([600, 600, 600]);
});

test("three days after it was written it is given up, however often it was tried", () => {
  expect(waits(500, after(71.9))).toBe(600);
  expect(nextAttempt(written, 1, after(72))).toBeNull();
  expect(nextAttempt(written, 80, after(72))).toBeNull();
});
