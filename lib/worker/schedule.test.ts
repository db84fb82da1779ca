import { parseCrontab } from "graphile-worker";
import { expect, it } from "vitest";
import { crontab, tasks } from "./schedule";

it("every task has its hour, and every hour its task", () => {
  const timed = new Set(parseCrontab(crontab).map((line) => line.task));
  // The worker itself makes "follow", because it asks for another round.
  expect([...timed].sort()).toEqual([...Object.keys(tasks), "follow"].sort());
});
