import { expect, test } from "vitest";
import { db } from "@/db/client";
import { useDatabase } from "@/db/testing/database";
import { newId } from "@/lib/core/id";
import { cursorLag, isBehind, openCursors } from "./cursors";
import { postpone, readPostponed } from "./postponed";

useDatabase();

test("what is put off is done a slice at a time; one that is broken off is done again, and nothing twice", async () => {
  await openCursors(["one", "two"]);
  const at = new Date("2026-06-10T02:00:00Z"), subjects = Array.from({ length: 5 }, (_, i) => ({ id: newId(), at: new Date(at.getTime() + i * 1_000) }));
  for (const reader of ["one", "two"]) await db().transaction((tx) => postpone(tx, reader, subjects));
  // An event that is read twice puts nothing off twice.
  await db().transaction((tx) => postpone(tx, "one", subjects));
  expect((await cursorLag()).map(({ reader, behind, since }) => [reader, behind, since])).toEqual([["one", 5, at], ["two", 5, at]]);

  const done: string[] = [];
  const slice = () => readPostponed("one", 2, async (_tx, some) => { done.push(...some.map(({ id }) => id)); });
  await slice();
  await expect(readPostponed("one", 2, async () => { throw new Error("killed"); })).rejects.toThrow("killed");
  expect(done).toEqual(subjects.slice(0, 2).map(({ id }) => id));
  expect([await slice(), await slice(), await slice()]).toEqual([2, 1, 0]);
  expect(done).toEqual(subjects.map(({ id }) => id));
  expect([await isBehind("one"), await isBehind("two")]).toEqual([false, true]);
});
