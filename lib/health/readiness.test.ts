import { expect, test } from "vitest";
import { useDatabase } from "@/db/testing/database";
import { makePerson } from "@/db/testing/factories";
import { clock, withClock } from "@/lib/core/clock";
import { openCursors, readBatch, sequenceEvents } from "@/lib/jobs/cursors";
import { changeProfile } from "@/lib/users/change-profile";
import { isStuck, stuckFollowers } from "./readiness";

useDatabase();

const now = new Date("2026-11-30T08:00:00Z"), ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000);

test("a follower is behind when something waits for it and it does not move", () => {
  expect(isStuck({ since: ago(90), movedAt: ago(3_600) }, now)).toBe(true);
  expect(isStuck({ since: ago(3_600), movedAt: ago(5) }, now), "it works").toBe(false);
  expect(isStuck({ since: ago(3), movedAt: ago(86_400) }, now), "an event that has just come").toBe(false);
  expect(isStuck({ since: null, movedAt: ago(86_400) }, now), "nothing waits").toBe(false);
});

test("a worker that does not run is seen by what nobody reads, with places and without", async () => {
  await changeProfile(await makePerson(), { name: "新名字" });
  const later = <T>(run: () => Promise<T>) => withClock(new Date(clock.now().getTime() + 61_000), run);
  expect(await stuckFollowers(), "just now").toBe(false);
  expect(await later(stuckFollowers), "no worker has ever run").toBe(true);
  await openCursors(["one"]);
  await sequenceEvents();
  expect(await later(stuckFollowers), "in its place, and not read").toBe(true);
  while ((await readBatch("one", 100, async () => undefined)) > 0);
  expect(await later(stuckFollowers)).toBe(false);
});
