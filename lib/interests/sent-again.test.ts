import { expect, test } from "vitest";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { makePublished } from "@/db/testing/market";
import { withClock } from "@/lib/core/clock";
import { sendInterest } from "./send";
import { withdrawInterest } from "./withdraw";

useDatabase();

test("an interest that is sent and taken back in turn becomes no stream of mails to the same organisation", async () => {
  const [owner, other, sender] = [await makeOrganisation({ kind: "enterprise" }), await makeOrganisation({ kind: "enterprise" }), await makeOrganisation()];
  const office = await makePerson({ organisation: sender });
  const needs = [await makePublished("need", owner, {}), await makePublished("need", owner, {}), await makePublished("need", other, {})] as const;
  const send = (to: { id: string }) => sendInterest(office, { targetListingId: to.id, message: "这件事我们能做。" });
  for (const need of [needs[0], needs[0], needs[1]]) await withdrawInterest(office, { interestId: (await send(need)).id });
  for (const need of [needs[0], needs[1]]) await expect(send(need)).rejects.toMatchObject({ name: "LimitReached", code: "too_many_resent" });
  await send(needs[2]);
  await withClock(new Date(Date.now() + 25 * 3_600_000), () => send(needs[0]));
});
