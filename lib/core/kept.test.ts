import { expect, test } from "vitest";
import { kept } from "./kept";

test("is read once for all who ask meanwhile, and kept as long as it was worth, never longer than it may", async () => {
  let now = 0, reads = 0, takes = 0;
  const ask = kept(async () => { reads += 1; await Promise.resolve(); now += takes; return reads; }, 60_000, () => now);
  expect(await Promise.all([ask(), ask()]), "one reading for both").toEqual([1, 1]);
  expect(await ask(), "what took no time is read anew").toBe(2);
  takes = 100;
  expect(await ask()).toBe(3);
  now += 9_999;
  expect(await ask()).toBe(3);
  now += 1;
  takes = 5_000;
  expect(await ask()).toBe(4);
  now += 59_999;
  expect(await ask()).toBe(4);
  now += 1;
  expect(await ask(), "a minute is the most").toBe(5);
});

test("a failure is nobody's answer but theirs who asked", async () => {
  let fails = true;
  const ask = kept(async () => { await Promise.resolve(); if (fails) throw new Error("away"); return "there"; }, 60_000);
  await expect(Promise.all([ask(), ask()])).rejects.toThrow("away");
  fails = false;
  expect(await ask()).toBe("there");
});
