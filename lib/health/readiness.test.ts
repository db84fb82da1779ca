import { expect, test, vi } from "vitest";
import { closeDb } from "@/db/client";
import { useDatabase } from "@/db/testing/database";
import { makePerson } from "@/db/testing/factories";
import { clock, withClock } from "@/lib/core/clock";
import { log } from "@/lib/core/log";
import { openCursors, readBatch, sequenceEvents } from "@/lib/jobs/cursors";
import { changeProfile } from "@/lib/users/change-profile";
import { isStuck, readiness, stuckFollowers } from "./readiness";

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

test("why it is down stands in the log, once for a fault", async () => {
  const said = vi.spyOn(log, "error").mockImplementation(() => undefined);
  try {
    await closeDb();
    vi.stubEnv("DATABASE_URL", "postgres://app@127.0.0.1:1/nowhere");
    for (let probe = 0; probe < 3; probe += 1) expect(await readiness()).toMatchObject({ status: "down", checks: { database: "failing" } });
    expect(said).toHaveBeenCalledTimes(1);
    expect(said.mock.calls[0]?.[0]).toMatchObject({ err: expect.any(Error) });
    vi.unstubAllEnvs();
    await closeDb();
    expect((await readiness()).checks.database).toBe("ok");
  } finally {
    vi.unstubAllEnvs();
    said.mockRestore();
  }
});
