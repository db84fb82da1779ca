import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { listings, organisations } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { makePublished } from "@/db/testing/market";
import { openDeal } from "@/lib/deals/open";
import { listInterests } from "./queries";
import { sendInterest } from "./send";

useDatabase();

const page = { page: 1, size: 20 };

/** An enterprise that has a need answers an achievement with it. */
async function answered(said: { anonymous?: boolean; alias?: string }) {
  const [university, enterprise] = [await makeOrganisation({ kind: "university" }), await makeOrganisation({ kind: "enterprise", name: "示例动力公司" })];
  const [office, buyer] = [await makePerson({ organisation: university }), await makePerson({ organisation: enterprise })];
  const [achievement, need] = [await makePublished("achievement", university, { title: "叶片成型工艺" }), await makePublished("need", enterprise, { title: "低温锂电池热管理", ...said })];
  const { id } = await sendInterest(buyer, { targetListingId: achievement.id, ownListingId: need.id, message: "我们想谈谈许可。" });
  const read = async () => ({
    received: (await listInterests(office, { organisationId: university.organisationId, box: "in" }, page)).rows[0]!.own,
    sent: (await listInterests(buyer, { organisationId: enterprise.organisationId, box: "out" }, page)).rows[0]!.own,
  });
  return { id, office, enterprise, need, read };
}

test("the need that goes with an interest is read by both sides", async () => {
  const { need, read } = await answered({});
  const own = { kind: "need", record: { id: need.id, title: "低温锂电池热管理" } };
  expect(await read()).toEqual({ received: own, sent: own });
});

test("one that was published without a name is not told by its sender's until the interest is accepted", async () => {
  const { id, office, need, read } = await answered({ anonymous: true, alias: "某动力企业" });
  const own = { kind: "need", record: { id: need.id, title: "低温锂电池热管理" } };
  expect(await read()).toEqual({ received: { kind: "need", record: "later" }, sent: own });
  await openDeal(office, { interestId: id });
  expect(await read()).toEqual({ received: own, sent: own });
});

test("one that is no longer public, or whose owner is off the platform, is its sender's only", async () => {
  const { enterprise, need, read } = await answered({});
  await db().update(listings).set({ status: "withdrawn" }).where(eq(listings.id, need.id));
  expect(await read()).toMatchObject({ received: null, sent: { record: { id: need.id } } });
  await db().update(listings).set({ status: "published" }).where(eq(listings.id, need.id));
  await db().update(organisations).set({ suspendedAt: new Date() }).where(eq(organisations.id, enterprise.organisationId));
  expect((await read()).received).toBeNull();
});

test("an interest without a record has none", async () => {
  const [university, enterprise] = [await makeOrganisation({ kind: "university" }), await makeOrganisation({ kind: "enterprise" })];
  const [office, buyer] = [await makePerson({ organisation: university }), await makePerson({ organisation: enterprise })];
  await sendInterest(buyer, { targetListingId: (await makePublished("achievement", university, {})).id, message: "我们想谈谈许可。" });
  expect((await listInterests(office, { organisationId: university.organisationId, box: "in" }, page)).rows[0]!.own).toBeNull();
});
