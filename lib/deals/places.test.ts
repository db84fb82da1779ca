import { and, eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { dealParticipants, deals, dishonestyMarks, listings, organisations, users } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makeBrokerOf, makeDealing, makePublishedAchievement, openOne, type Dealing } from "@/db/testing/dealing";
import { makePerson } from "@/db/testing/factories";
import type { Person } from "@/lib/core/actor";
import { newId } from "@/lib/core/id";
import { sendInterest } from "@/lib/interests/send";
import { removeMember } from "@/lib/organisations/remove-member";
import { endDeal } from "./end";
import { openDeal } from "./open";
import { getDealRoom } from "./queries";
import { resumeDeal } from "./resume";

useDatabase();

let dealing: Dealing;
let chief: Person;
beforeAll(async () => {
  dealing = await makeDealing();
  chief = dealing.buyer;
});

const buyers = async (dealId: string) => (await db().select({ userId: dealParticipants.userId }).from(dealParticipants)
  .where(and(eq(dealParticipants.dealId, dealId), eq(dealParticipants.role, "buyer"), eq(dealParticipants.status, "active")))).map((row) => row.userId);
const colleague = () => makePerson({ organisation: dealing.enterprise, roles: ["editor"] });
const remove = (person: Person) => removeMember(chief, { organisationId: dealing.enterprise.organisationId, userId: person.userId });

async function opened(sender: Person, meanwhile: () => Promise<unknown> = async () => undefined): Promise<string> {
  const { id } = await sendInterest(sender, { targetListingId: await makePublishedAchievement(dealing.university.organisationId), message: "我们想谈谈许可。" });
  await meanwhile();
  return (await openDeal(dealing.office, { interestId: id })).id;
}

it("who asked stands in the room; where they have left or are suspended by then, the administrators of their side", async () => {
  const [stays, leaves, suspended] = [await colleague(), await colleague(), await colleague()];
  expect(await buyers(await opened(stays))).toEqual([stays.userId]);
  expect(await buyers(await opened(leaves, () => remove(leaves)))).toEqual([chief.userId]);
  expect(await buyers(await opened(suspended, () => db().update(users).set({ suspendedAt: new Date() }).where(eq(users.id, suspended.userId))))).toEqual([chief.userId]);
});

it("talks that are taken up again go on with whoever is still there", async () => {
  const leaves = await colleague();
  const dealId = await opened(leaves);
  const broker = await makeBrokerOf(dealing, dealId);
  await endDeal(dealing.office, { dealId, reason: "price" });
  await remove(leaves);
  await db().update(users).set({ suspendedAt: new Date() }).where(eq(users.id, broker.userId));
  await resumeDeal(dealing.office, { dealId });
  const { people } = await getDealRoom(dealing.office, dealId);
  expect(Object.fromEntries(people.map(({ userId, role, status }) => [userId, [role, status]]))).toEqual({
    [dealing.office.userId]: ["seller", "active"], [leaves.userId]: ["buyer", "left"], [chief.userId]: ["buyer", "active"], [broker.userId]: ["broker", "left"],
  });
});

it("are not taken up again while something keeps two sides from beginning, or about what is no longer approved", async () => {
  const dealId = await openOne(dealing);
  await endDeal(dealing.office, { dealId, reason: "price" });
  const [{ achievementId } = { achievementId: null }] = await db().select({ achievementId: deals.achievementId }).from(deals).where(eq(deals.id, dealId));
  const resume = () => resumeDeal(dealing.office, { dealId });
  const side = (change: Partial<typeof organisations.$inferInsert>) => db().update(organisations).set(change).where(eq(organisations.id, dealing.enterprise.organisationId));
  const record = (change: Partial<typeof listings.$inferInsert>) => db().update(listings).set(change).where(eq(listings.id, achievementId!));

  await side({ suspendedAt: new Date() });
  await expect(resume()).rejects.toMatchObject({ name: "Conflict", code: "side_suspended" });
  await side({ suspendedAt: null, verification: "sent_back" });
  await expect(resume()).rejects.toMatchObject({ code: "side_unverified" });
  await side({ verification: "verified" });
  const mark = newId();
  await db().insert(dishonestyMarks).values({ id: mark, organisationId: dealing.enterprise.organisationId, reason: "测试用的理由", source: "测试来源", listedOn: "2026-01-01", markedBy: dealing.reviewer.userId, markedAt: new Date() });
  await expect(resume()).rejects.toMatchObject({ code: "side_barred" });
  await db().delete(dishonestyMarks).where(eq(dishonestyMarks.id, mark));
  const [{ publishedVersionId } = { publishedVersionId: null }] = await db().select({ publishedVersionId: listings.publishedVersionId }).from(listings).where(eq(listings.id, achievementId!));
  await record({ status: "suspended" });
  await expect(resume()).rejects.toMatchObject({ code: "record_suspended" });
  await record({ status: "pending", publishedVersionId: null });
  await expect(resume()).rejects.toMatchObject({ code: "record_unapproved" });
  await record({ status: "published", publishedVersionId });
  await resume();
});
