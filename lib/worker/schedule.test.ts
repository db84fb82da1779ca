import { parseCrontab } from "graphile-worker";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import words from "@/lib/messages/zh-CN/operations.json";
import { readers } from "./registry";
import { crontab, tasks } from "./schedule";

it("every task has its hour, and every hour its task", () => {
  const timed = new Set(parseCrontab(crontab).map((line) => line.task));
  // The worker itself makes "follow", because it asks for another round.
  expect([...timed].sort()).toEqual([...Object.keys(tasks), "follow"].sort());
});

it("an operator reads of every reader, every task and every job that acts by itself under a Chinese name", () => {
  const lib = path.resolve(import.meta.dirname, "..");
  const sources = readdirSync(lib, { recursive: true, encoding: "utf8" }).filter((file) => /\.ts$/.test(file) && !/test\.ts$/.test(file));
  const acting = sources.flatMap((file) => [...readFileSync(path.join(lib, file), "utf8").matchAll(/system\("([a-z-]+)"\)/g)].map((found) => found[1]!));
  expect(acting).toContain("leave-agencies");
  expect(readers.map(({ name }) => name).filter((name) => !(name in words.jobs.readerName))).toEqual([]);
  expect([...Object.keys(tasks), "follow", ...acting].filter((name) => !(name in words.jobs.taskName))).toEqual([]);
});
