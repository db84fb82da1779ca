import { expect, test } from "vitest";
import { isStuck } from "./readiness";

const now = new Date("2026-11-30T08:00:00Z"), ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000);

test("a follower is behind when much stands before it and it does not move", () => {
  expect(isStuck({ behind: 9_000, movedAt: ago(90) }, now)).toBe(true);
  expect(isStuck({ behind: 9_000, movedAt: ago(5) }, now), "it works").toBe(false);
  expect(isStuck({ behind: 3, movedAt: ago(86_400) }, now), "an event that has just come").toBe(false);
});
