import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { closeDb } from "@/db/client";
import { useDatabase } from "@/db/testing/database";
import { makeUser } from "@/db/testing/factories";
import { log } from "@/lib/core/log";
import { isDurable } from "./durability";
import { startRefusals, untilAsked } from "./start-check";

const urls = useDatabase();

beforeEach(() => {
  vi.stubEnv("APP_ENV", "production");
  vi.stubEnv("NEXTAUTH_SECRET", "f3b1c0de".repeat(6));
  vi.stubEnv("MEILI_URL", "");
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await closeDb();
});

/** The servers of the tests may lose their newest writes, so fsync and full_page_writes are always among what is refused. */
const refusalsOf = async (about: RegExp) => (await startRefusals()).filter((one) => about.test(one));

test("production does not start on a database that may lose what it has acknowledged", async () => {
  expect(await refusalsOf(/fsync=off/)).toEqual(["The database runs with fsync=off: acknowledged work could be lost. Set it to on."]);
  const own = new URL(urls.appUrl);
  own.searchParams.set("options", "-c synchronous_commit=off");
  vi.stubEnv("DATABASE_URL", own.href);
  await closeDb();
  expect(await refusalsOf(/synchronous_commit=off/)).toHaveLength(1);
  own.searchParams.set("options", "-c synchronous_commit=on");
  vi.stubEnv("DATABASE_URL", own.href);
  await closeDb();
  expect(await refusalsOf(/synchronous_commit/)).toEqual([]);
  vi.stubEnv("APP_ENV", "local");
  expect(await startRefusals()).toEqual([]);
});

test("a database that is away is asked when it comes back", async () => {
  const away = new URL(urls.appUrl);
  away.port = "1";
  vi.stubEnv("DATABASE_URL", away.href);
  await closeDb();
  await expect(startRefusals()).rejects.toMatchObject({ cause: { code: "ECONNREFUSED" } });
  const back = vi.spyOn(log, "warn").mockImplementation(() => {
    vi.stubEnv("DATABASE_URL", urls.appUrl);
    void closeDb();
  });
  expect(await untilAsked(1)).toEqual(await startRefusals());
  expect(back).toHaveBeenCalledOnce();
  expect(await refusalsOf(/fsync=off/)).toHaveLength(1);
});

test("a standby that answers promises more, a server that only writes to its own memory less", () => {
  expect(["on", "remote_apply", "remote_write", "off", "local", undefined].map((value) => isDurable("synchronous_commit", value))).toEqual([true, true, true, false, false, false]);
  expect(isDurable("fsync", "remote_write")).toBe(false);
});

test("production does not start on the demo world", async () => {
  expect(await refusalsOf(/demo world/)).toEqual([]);
  await makeUser({ demo: true });
  expect(await refusalsOf(/demo world/)).toHaveLength(1);
});
