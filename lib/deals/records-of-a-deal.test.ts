import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { achievementVersions, contractParties, contracts, deals, listings, listingVersions } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { agreeOn, makeBrokerOf, makeDealing, openOne, paper, type Dealing } from "@/db/testing/dealing";
import { getAchievement } from "@/lib/achievements/queries";
import { withdraw } from "@/lib/achievements/acts";
import { getContractRecord } from "@/lib/contracts/queries";
import type { Person } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { canReadFile } from "@/lib/listings/read";
import { endDeal } from "./end";
import { getDealRoom } from "./queries";
import { signDeal } from "./sign";
import { takeBackContract } from "./take-back-contract";

useDatabase();

let dealing: Dealing;
beforeAll(async () => {
  dealing = await makeDealing();
});

async function openWithBroker() {
  const dealId = await openOne(dealing);
  const [deal] = await db().select({ listingId: deals.achievementId }).from(deals).where(eq(deals.id, dealId));
  const listingId = deal!.listingId!;
  const [listing] = await db().select({ versionId: listings.publishedVersionId }).from(listings).where(eq(listings.id, listingId));
  return { dealId, listingId, versionId: listing!.versionId!, broker: await makeBrokerOf(dealing, dealId) };
}

async function reviseTo(listingId: string, versionId: string, title: string): Promise<string> {
  const [next, at] = [newId(), new Date()];
  await db().update(listingVersions).set({ status: "superseded" }).where(eq(listingVersions.id, versionId));
  await db().insert(listingVersions).values({ id: next, listingId, ordinal: 2, status: "published", createdAt: at, savedAt: at, decidedAt: at });
  await db().insert(achievementVersions).values({ versionId: next, title, techArea: "03" });
  await db().update(listings).set({ publishedVersionId: next }).where(eq(listings.id, listingId));
  return next;
}

const suspended = (listingId: string, on: boolean) => db().update(listings).set({ status: on ? "suspended" : "published" }).where(eq(listings.id, listingId));

describe("the version under which a contract is signed", () => {
  it("stays with the contract, and is read by its parties and nobody else, after a revision was approved", async () => {
    const { dealId, listingId, versionId, broker } = await openWithBroker();
    await agreeOn(dealing, dealId);
    const { contractId } = await signDeal(dealing.buyer, { dealId, ...paper });
    const [row] = await db().select().from(contracts).where(eq(contracts.id, contractId));
    expect(row).toMatchObject({ achievementVersionId: versionId, needVersionId: null });
    const next = await reviseTo(listingId, versionId, "第二版");
    expect((await getAchievement(dealing.buyer, listingId)).content.title).toBe("第二版");
    for (const reader of [dealing.buyer, dealing.office, dealing.reviewer, broker]) {
      expect(await getAchievement(reader, listingId, versionId)).toMatchObject({ versionId, shown: false, content: { title: "叶片成型工艺" } });
      expect((await getContractRecord(reader, contractId)).versions).toMatchObject([{ id: versionId, listingId, kind: "achievement", ordinal: 1, open: true }]);
    }
    expect([(await getAchievement(dealing.buyer, listingId, versionId)).seeing, (await getAchievement(broker, listingId, versionId)).seeing]).toEqual(["deal", "registered"]);
    expect([await canReadFile(dealing.buyer, versionId, "deal"), await canReadFile(broker, versionId, "deal"), await canReadFile(broker, versionId, "public"), await canReadFile(dealing.stranger, versionId, "public")]).toEqual([true, false, true, false]);
    await expect(getAchievement(dealing.stranger, listingId, versionId)).rejects.toThrow(NotFound);
    await expect(getAchievement({ kind: "visitor" }, listingId, versionId)).rejects.toThrow(NotFound);
    await expect(getAchievement(dealing.buyer, listingId, next), "nothing was signed under it").rejects.toThrow(NotFound);
    await suspended(listingId, true);
    await expect(getAchievement(dealing.buyer, listingId, versionId)).rejects.toThrow(NotFound);
    expect((await getContractRecord(dealing.buyer, contractId)).versions).toMatchObject([{ open: false }]);
    await suspended(listingId, false);
    await takeBackContract(dealing.office, { contractId, closingNote: "录错了合同" });
    await expect(getAchievement(broker, listingId, versionId)).rejects.toThrow(NotFound);
  });

  it("is one that was public: a draft's text is not read this way", async () => {
    const { listingId } = await openWithBroker();
    const [draft, at] = [newId(), new Date()];
    await db().insert(listingVersions).values({ id: draft, listingId, ordinal: 2, status: "working", createdAt: at, savedAt: at });
    await expect(getAchievement(dealing.office, listingId, draft)).rejects.toThrow(NotFound);
  });
});

describe("a record that is no longer shown", () => {
  it("is read on by those who are in a deal about it, with its files, until the deal ends; a suspended one by neither", async () => {
    const { dealId, listingId, versionId, broker } = await openWithBroker();
    const reads = async (reader: Person) => [
      await getAchievement(reader, listingId).then(({ shown }) => (shown ? "shown" : "deal"), () => "gone"), await canReadFile(reader, versionId, "public"), (await getDealRoom(reader, dealId)).listings[0]!.open,
    ];
    expect(await reads(dealing.buyer)).toEqual(["shown", true, true]);
    await withdraw(dealing.office, { listingId });
    for (const reader of [dealing.buyer, broker]) expect(await reads(reader)).toEqual(["deal", true, true]);
    await expect(getAchievement(dealing.stranger, listingId)).rejects.toThrow(NotFound);
    await suspended(listingId, true);
    for (const reader of [dealing.buyer, broker]) expect(await reads(reader)).toEqual(["gone", false, false]);
    expect(await reads(dealing.office)).toEqual(["deal", true, true]);
    await db().update(listings).set({ status: "withdrawn" }).where(eq(listings.id, listingId));
    await endDeal(dealing.office, { dealId, reason: "price" });
    expect(await reads(dealing.buyer)).toEqual(["gone", false, false]);
  });
});

it("a party that registers is a seller, also for who writes past the acts", async () => {
  const { dealId } = await openWithBroker();
  await agreeOn(dealing, dealId);
  const { contractId } = await signDeal(dealing.buyer, { dealId, ...paper });
  await db().update(contractParties).set({ registers: false }).where(eq(contractParties.contractId, contractId));
  await expect(db().insert(contractParties).values({ id: newId(), contractId, side: "buyer", position: 2, shareBasisPoints: 1, registers: true, name: "买方", districtCode: "230103" })).rejects.toMatchObject({ cause: { constraint: "contract_parties_registers" } });
});
