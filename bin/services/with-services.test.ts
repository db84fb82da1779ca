import { afterEach, expect, it, vi } from "vitest";
import { env } from "@/lib/core/env";
import { useServersOf } from "@/bin/services/with-services";

afterEach(() => vi.unstubAllEnvs());

it("takes the servers of a running start, and leaves out those that it has not", () => {
  for (const name of ["DATABASE_URL", "DATABASE_OWNER_URL", "MEILI_URL", "MEILI_KEY"]) vi.stubEnv(name, "");
  vi.stubEnv("DATABASE_OWNER_URL", "postgres://given@127.0.0.1/platform");
  useServersOf({ databaseUrl: "postgres://app@127.0.0.1/platform", databaseOwnerUrl: "postgres://owner@127.0.0.1/platform" });
  expect(env()).toMatchObject({ databaseUrl: "postgres://app@127.0.0.1/platform", databaseOwnerUrl: "postgres://given@127.0.0.1/platform" });
  expect(env().meiliUrl).toBeUndefined();
  expect(env().meiliKey).toBeUndefined();
});
