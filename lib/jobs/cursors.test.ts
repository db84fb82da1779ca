import { expect, test } from "vitest";
import { useDatabase } from "@/db/testing/database";
import { makePerson } from "@/db/testing/factories";
import { changeProfile } from "@/lib/users/change-profile";
import { cursorLag, isBehind, openCursors, readBatch, sequenceEvents } from "./cursors";

useDatabase();

test("a reader that has never read has everything before it, and one that has read keeps its place", async () => {
  const person = await makePerson();
  await changeProfile(person, { name: "新名字" });
  await openCursors(["first", "second"]);
  expect(await isBehind("first"), "without a worker nothing has a place").toBe(true);
  await sequenceEvents();
  const before = new Map((await cursorLag()).map(({ reader, behind }) => [reader, behind]));
  expect(before.get("first")).toBeGreaterThan(0);
  expect(before.get("second")).toBe(before.get("first"));
  expect(await isBehind("second")).toBe(true);

  while ((await readBatch("first", 100, async () => undefined)) > 0);
  await openCursors(["first", "second"]);
  expect(await isBehind("first")).toBe(false);
  expect(await isBehind("second")).toBe(true);
});
