import { expect, test } from "vitest";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { makePublished } from "@/db/testing/market";
import { clock } from "@/lib/core/clock";
import { addDays, todayInHarbin } from "@/lib/core/dates";
import { Forbidden } from "@/lib/core/errors";
import { sendInterest } from "./send";

useDatabase();

test("a need takes interests to the end of its deadline's day, and none afterwards", async () => {
  const [owner, sender] = [await makeOrganisation({ kind: "enterprise" }), await makeOrganisation()];
  const office = await makePerson({ organisation: sender });
  const today = todayInHarbin(clock.now());
  const send = async (deadline: string) => sendInterest(office, { targetListingId: (await makePublished("need", owner, { deadline })).id, message: "这件事我们能做。" });
  await expect(send(addDays(today, -1))).rejects.toBeInstanceOf(Forbidden);
  await expect(send(today)).resolves.toMatchObject({ id: expect.any(String) });
});
