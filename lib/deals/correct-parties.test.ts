import { and, asc, eq, ne, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { contractParties, organisations } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { handIn, makeBrokerOf, makeDealing, agreeOn, openOne, paper, signOne, type Dealing } from "@/db/testing/dealing";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { queueBehind } from "@/db/testing/queue";
import { listContractHistory } from "@/lib/contracts/queries";
import { recipients } from "@/lib/contracts/registrations/notify";
import { readDimensions } from "@/lib/contracts/dimensions";
import { Forbidden, Invalid } from "@/lib/core/errors";
import type { StoredEvent } from "@/lib/jobs/cursors";
import { endDishonesty } from "@/lib/organisations/end-dishonesty";
import { markDishonest } from "@/lib/organisations/mark-dishonest";
import { correctContract } from "./correct-contract";
import { signDeal } from "./sign";

useDatabase();

let dealing: Dealing;
beforeAll(async () => {
  dealing = await makeDealing();
});

const corrected = { title: paper.title, type: paper.type, totalFen: paper.totalFen, technicalFen: paper.technicalFen, signedOn: paper.signedOn, techArea: "03" };
const partiesOf = async (contractId: string) => (await db().select().from(contractParties).where(and(eq(contractParties.contractId, contractId), ne(contractParties.side, "broker"))).orderBy(asc(contractParties.side), asc(contractParties.position)))
  .map((one) => [one.side, one.name, one.shareBasisPoints, one.districtCode ?? one.country, one.nature, one.registers, one.organisationId]);
const own = (side: "university" | "enterprise", shareBasisPoints = 10_000) => ({ organisationId: dealing[side].organisationId, shareBasisPoints });

async function problemsOf(work: Promise<unknown>): Promise<Invalid["fields"]> {
  const error = await work.then(() => null, (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Invalid);
  return (error as Invalid).fields;
}

describe("the parties of a record", () => {
  it("stay as they are where nothing, or the same, is said of them", async () => {
    const { contractId } = await signOne(dealing);
    const before = await db().select({ id: contractParties.id }).from(contractParties).where(eq(contractParties.contractId, contractId));
    await correctContract(dealing.office, { contractId, ...corrected });
    await correctContract(dealing.office, { contractId, ...corrected, sellerPlace: paper.sellerPlace, buyerPlace: paper.buyerPlace, sellers: [own("university")], buyers: [own("enterprise")] });
    expect(await db().select({ id: contractParties.id }).from(contractParties).where(eq(contractParties.contractId, contractId))).toEqual(before);
    expect(Object.keys((await listContractHistory(dealing.office, contractId))[0]!.facts).sort()).toEqual(["technicalFen", "totalFen"]);
  });

  it("are mended: place, nature, share and who stands beside; the event says who stood there before", async () => {
    const dealId = await openOne(dealing);
    const broker = await makeBrokerOf(dealing, dealId);
    await agreeOn(dealing, dealId);
    const { contractId } = await signDeal(dealing.buyer, { dealId, ...paper });
    const buyers = [own("enterprise", 4_000), { name: "深圳某公司", place: "440000", nature: "170", shareBasisPoints: 6_000 }];
    await correctContract(dealing.office, { contractId, ...corrected, sellerPlace: "230109", sellerNature: "022", buyers });
    expect(await partiesOf(contractId)).toEqual([
      ["buyer", "买方公司", 4_000, "230108", null, false, dealing.enterprise.organisationId], ["buyer", "深圳某公司", 6_000, "440000", "170", false, null],
      ["seller", "卖方大学", 10_000, "230109", "022", true, dealing.university.organisationId],
    ]);
    expect(await readDimensions(db(), contractId)).toMatchObject({ sellerDistrict: "230109", buyerDistrict: "440000", buyerNature: "170" });
    expect(await db().$count(contractParties, and(eq(contractParties.contractId, contractId), eq(contractParties.userId, broker.userId)))).toBe(1);
    const [event] = await listContractHistory(dealing.office, contractId);
    expect(event!.facts).toMatchObject({
      sellersBefore: ["卖方大学\t\t\t10000\t230103"], sellers: ["卖方大学\t\t022\t10000\t230109"], buyersBefore: ["买方公司\t\t\t10000\t230108"], buyers: ["买方公司\t\t\t4000\t230108", "深圳某公司\t\t170\t6000\t440000"],
    });
    const told = await db().transaction((tx) => recipients["contract.corrected"]!(tx, { name: "contract.corrected", subjects: [{ kind: "contract", id: contractId }], facts: event!.facts } as unknown as StoredEvent));
    expect(told.map((one) => one.userId)).toEqual(expect.arrayContaining([dealing.buyer.userId, broker.userId]));
    // Only the other side's: what stands is not told again.
    await correctContract(dealing.office, { contractId, ...corrected, buyers: [own("enterprise")] });
    const [second] = await listContractHistory(dealing.office, contractId);
    expect(Object.keys(second!.facts).filter((key) => key.startsWith("seller"))).toEqual([]);
    expect((await partiesOf(contractId)).map((one) => one[1])).toEqual(["买方公司", "卖方大学"]);
  });

  it("go through the doors of recording: shares, places, nobody twice, nobody unknown, nobody barred", async () => {
    const { contractId } = await signOne(dealing);
    const mend = (changes: object) => problemsOf(correctContract(dealing.office, { contractId, ...corrected, ...changes }));
    const other = { name: "乙公司", place: "230103", shareBasisPoints: 4_000 };
    expect(await mend({ sellers: [own("university", 5_000), other] })).toMatchObject({ sellers: { code: "shares_sum" } });
    expect(await mend({ sellers: [{ ...other, shareBasisPoints: 10_000 }] })).toEqual({ sellers: { code: "own_party_missing" } });
    expect(await mend({ buyers: [own("enterprise", 6_000), { ...other, place: "" }] })).toEqual({ "buyers.1.place": { code: "choose" } });
    expect(await mend({ buyers: [own("enterprise", 6_000), { ...other, name: "" }] })).toEqual({ "buyers.1.name": { code: "required" } });
    expect(await mend({ buyers: [own("enterprise", 6_000), { ...other, name: "卖方大学" }] })).toMatchObject({ "buyers.1.name": { code: "party_twice" } });
    expect(Object.keys((await mend({ sellerPlace: "" }))!)).toEqual(["sellerPlace"]);
    const pending = await makeOrganisation({ kind: "enterprise", name: "未认证公司" });
    await db().update(organisations).set({ verification: "pending" }).where(eq(organisations.id, pending.organisationId));
    expect(await mend({ buyers: [own("enterprise", 6_000), { organisationId: pending.organisationId, place: "230103", shareBasisPoints: 4_000 }] })).toEqual({ "buyers.1.name": { code: "party_unknown" } });
    const director = await makePerson({ organisation: await makeOrganisation({ kind: "bureau" }), roles: ["director"] });
    const barred = await makeOrganisation({ kind: "enterprise", name: "失信公司" });
    const { markId } = await markDishonest(director, { organisationId: barred.organisationId, reason: "虚构交易骗取补助", source: "某局决定书1号", listedOn: "2026-01-05" });
    expect(await mend({ buyers: [own("enterprise", 6_000), { ...other, name: "失信公司" }] })).toMatchObject({ "buyers.1.name": { code: "party_barred" } });
    await endDishonesty(director, { markId, ending: "mistaken", note: "同名单位" });
    expect((await partiesOf(contractId)).map((one) => one[1])).toEqual(["买方公司", "卖方大学"]);
  });

  it("who stays keeps name, code and link of the signing, whatever has become of them", async () => {
    const third = await makeOrganisation({ kind: "enterprise", name: "第三方公司" });
    const dealId = await openOne(dealing);
    await agreeOn(dealing, dealId);
    const { contractId } = await signDeal(dealing.buyer, { dealId, ...paper, buyers: [own("enterprise", 6_000), { organisationId: third.organisationId, place: "230103", shareBasisPoints: 4_000 }] });
    await db().update(organisations).set({ name: "改名公司", verifiedName: "改名公司", suspendedAt: new Date() }).where(eq(organisations.id, third.organisationId));
    // As the form sends it: by its name only, and on the other side, where it belonged.
    await correctContract(dealing.office, { contractId, ...corrected, sellers: [own("university", 7_000), { name: "第三方公司", place: "230104", shareBasisPoints: 3_000 }], buyers: [own("enterprise")] });
    expect((await partiesOf(contractId)).map((one) => [one[0], one[1], one[2], one[3], one[6]])).toEqual([
      ["buyer", "买方公司", 10_000, "230108", dealing.enterprise.organisationId],
      ["seller", "卖方大学", 7_000, "230103", dealing.university.organisationId], ["seller", "第三方公司", 3_000, "230104", third.organisationId],
    ]);
  });

  it("are not mended by the buyer, under the registrar's eyes, or over a colleague who was faster", async () => {
    const { dealId, contractId } = await signOne(dealing);
    const mend = (share: number) => () => correctContract(dealing.office, { contractId, ...corrected, buyers: [own("enterprise", 10_000 - share), { name: "丙公司", place: "230103", shareBasisPoints: share }] });
    await expect(correctContract(dealing.buyer, { contractId, ...corrected, buyerPlace: "230109" })).rejects.toThrow(Forbidden);
    expect(await queueBehind(sql`select 1 from deals where id = ${dealId} for update`, mend(1_000), mend(2_000))).toMatchObject([{ status: "fulfilled" }, { status: "rejected", reason: { code: "changed_meanwhile" } }]);
    expect((await partiesOf(contractId)).map((one) => one[2])).toEqual([9_000, 1_000, 10_000]);
    await handIn(dealing, contractId);
    await expect(mend(3_000)()).rejects.toThrow(Forbidden);
  });
});
