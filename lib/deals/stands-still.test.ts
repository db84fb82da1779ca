import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "@/db/testing/database";
import { agreeOn, makeDealing, openOne, registerOne, signOne, type Dealing } from "@/db/testing/dealing";
import { makePublished } from "@/db/testing/market";
import { withClock } from "@/lib/core/clock";
import { sendInterest } from "@/lib/interests/send";
import { listOwn } from "@/lib/listings/queries";
import { getDealRoom, listDeals } from "./queries";
import { sendMessage } from "./send-message";

useDatabase();
let dealing: Dealing;
beforeAll(async () => { dealing = await makeDealing(); });

const days = (n: number) => new Date(Date.now() + n * 86_400_000);
const page = { page: 1, size: 50 };

test("an open deal that nobody touches is said to stand still, from the rule's day on, until somebody does or the bureau has it", async () => {
  const { office, university, buyer } = dealing;
  const dealId = await openOne(dealing);
  const still = async (after: number, id = dealId) => withClock(days(after), async () => (await listDeals(office, { organisationId: university.organisationId }, page)).rows.find((row) => row.id === id)?.staleDays);
  expect([await still(0), await still(11), await still(12)]).toEqual([null, null, 12]);
  await withClock(days(10), () => sendMessage(buyer, { dealId, text: "还在等样品。" }));
  expect([await still(12), await still(22)]).toEqual([null, 12]);
  await withClock(days(11), () => agreeOn(dealing, dealId));
  expect([await still(22), await still(40)]).toEqual([null, 29]);
});

test("its owner reads that an achievement is converted once a contract about it counts, and of a need that somebody talks about it", async () => {
  const { office, buyer, university, enterprise } = dealing;
  const { dealId, contractId } = await signOne(dealing);
  const { achievementId } = (await getDealRoom(office, dealId)).deal;
  const converted = async () => (await listOwn(office, university.organisationId, "achievement", { tab: "all" }, page)).rows.find((row) => row.id === achievementId)?.progress;
  expect(await converted()).toBeNull();
  await registerOne(dealing, contractId, "2026230100099001");
  expect(await converted()).toBe("converted");

  const need = await makePublished("need", enterprise, { deadline: "2099-01-01" });
  const talking = async () => (await listOwn(buyer, enterprise.organisationId, "need", { tab: "all" }, page)).rows.find((row) => row.id === need.id)?.progress;
  expect(await talking()).toBeNull();
  await sendInterest(office, { targetListingId: need.id, message: "我们可以解决。" });
  expect(await talking()).toBe("talking");
});
