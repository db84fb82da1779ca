import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { rateLimits } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makePerson } from "@/db/testing/factories";
import { visitor } from "@/lib/core/actor";
import { asksTooMuch } from "./palette-limit";

useDatabase();

test("visitors of one network who ask without end have to wait, and nobody else", async () => {
  const [network, other] = ["203.0.113.7", "198.51.100.1"], person = await makePerson();
  expect(await asksTooMuch(visitor, network)).toBe(false);
  await db().update(rateLimits).set({ points: 1_200 }).where(eq(rateLimits.key, `palette:${network}`));
  expect(await Promise.all([asksTooMuch(visitor, network), asksTooMuch(visitor, other), asksTooMuch(person, network), asksTooMuch(visitor, null)])).toEqual([true, false, false, false]);
});
