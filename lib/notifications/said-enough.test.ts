import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { mails, notifications } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { agreeOn, makeBrokerOf, makeDealing, openOne } from "@/db/testing/dealing";
import { withClock } from "@/lib/core/clock";
import { dismissBroker } from "@/lib/deals/dismiss-broker";
import { inviteBroker } from "@/lib/deals/invite-broker";
import { follow } from "@/lib/worker/follow";

useDatabase();

test("who is asked and dismissed again and again reads of it here each time, and gets three mails an hour", async () => {
  const dealing = await makeDealing();
  const dealId = await openOne(dealing);
  await agreeOn(dealing, dealId);
  const broker = await makeBrokerOf(dealing, dealId);
  const minutes = (n: number) => new Date(Date.now() + n * 60_000);
  const again = (n: number) => withClock(minutes(n), async () => {
    await dismissBroker(dealing.office, { dealId, userId: broker.userId });
    await inviteBroker(dealing.office, { dealId, brokerId: broker.brokerId! });
  });
  const asked = async () => {
    await follow();
    const rows = await db().select({ kind: notifications.kind, mail: mails.id }).from(notifications).leftJoin(mails, eq(mails.id, notifications.id)).where(eq(notifications.userId, broker.userId));
    const invitations = rows.filter(({ kind }) => kind.startsWith("deal.broker_invited"));
    return [invitations.length, invitations.filter(({ mail }) => mail !== null).length];
  };
  for (let n = 1; n <= 5; n++) await again(n);
  expect(await asked()).toEqual([6, 3]);
  await again(90);
  expect(await asked()).toEqual([7, 4]);
});
