import { asc, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { contractParties, contracts, organisations, registrations } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { agreeOn, makeDealing, openOne, paper, signOne, type Dealing } from "@/db/testing/dealing";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { queueBehind } from "@/db/testing/queue";
import { subTypes } from "@/lib/codes/lists";
import { getContractRecord } from "@/lib/contracts/queries";
import { withClock } from "@/lib/core/clock";
import { makeCreditCode } from "@/lib/core/credit-code";
import { addDays, earliestDate } from "@/lib/core/dates";
import { Conflict, Invalid } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { changeProfile } from "@/lib/organisations/change-profile";
import { endDishonesty } from "@/lib/organisations/end-dishonesty";
import { markDishonest } from "@/lib/organisations/mark-dishonest";
import { correctContract } from "./correct-contract";
import { getDealRoom } from "./queries";
import { signDeal } from "./sign";

useDatabase();

let dealing: Dealing;
beforeAll(async () => {
  dealing = await makeDealing();
});

async function ready(): Promise<string> {
  const dealId = await openOne(dealing);
  await agreeOn(dealing, dealId);
  return dealId;
}

async function problemsOf(work: Promise<unknown>): Promise<Invalid["fields"]> {
  const error = await work.then(() => null, (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Invalid);
  return (error as Invalid).fields;
}

describe("a side that is off the platform or no longer verified", () => {
  const side = (change: Partial<typeof organisations.$inferInsert>) => db().update(organisations).set(change).where(eq(organisations.id, dealing.enterprise.organisationId));

  it("signs nothing, nor is anything signed with it, until that is mended; the room says so", async () => {
    const dealId = await ready();
    for (const [change, code, halted] of [[{ verification: "sent_back" }, "side_unverified", "unverified"], [{ verification: "pending" }, "side_unverified", "unverified"], [{ suspendedAt: new Date() }, "side_suspended", "suspended"]] as const) {
      await side(change);
      for (const person of [dealing.buyer, dealing.office]) await expect(signDeal(person, { dealId, ...paper })).rejects.toMatchObject({ name: "Conflict", code });
      expect((await getDealRoom(dealing.office, dealId)).buyer.halted).toBe(halted);
    }
    await side({ verification: "verified", suspendedAt: null });
    await signDeal(dealing.buyer, { dealId, ...paper });
  });

  it("is held while one signs: a new name comes before or after, never into the snapshot unverified", async () => {
    const dealId = await ready();
    const chief = await makePerson({ organisation: dealing.enterprise });
    const creditCode = makeCreditCode("签约时改名");
    await side({ creditCode });
    const rename = () => changeProfile(chief, { organisationId: dealing.enterprise.organisationId, name: "有名集团", creditCode, districtCode: "230108" });
    const outcomes = await queueBehind(sql`select 1 from organisations where id = ${dealing.enterprise.organisationId} for update`, rename, () => signDeal(dealing.office, { dealId, ...paper }));
    expect(outcomes).toMatchObject([{ status: "fulfilled" }, { status: "rejected", reason: { code: "side_unverified" } }]);
    await side({ name: dealing.enterprise.name, verification: "verified" });
  });
});

describe("the agreed amounts", () => {
  it("bind what one side records: another amount is refused beside its field, with both amounts", async () => {
    const dealId = await ready();
    const fields = await problemsOf(signDeal(dealing.office, { dealId, ...paper, totalFen: 129_000_000, technicalFen: 104_000_001 }));
    expect(fields.totalFen).toEqual({ code: "differs_from_terms", values: { typed: "1,290,000.00元", agreed: "1,280,000.00元", n: 1 } });
    expect(fields.technicalFen?.code).toBe("differs_from_terms");
    expect((await getDealRoom(dealing.office, dealId)).deal.stage).toBe("signing");
    await agreeOn(dealing, dealId, { totalFen: 129_000_000 });
    const { contractId } = await signDeal(dealing.office, { dealId, ...paper, totalFen: 129_000_000 });
    const [row] = await db().select().from(contracts).where(eq(contracts.id, contractId));
    expect(row).toMatchObject({ totalFen: 129_000_000, termsOrdinal: 2 });
  });

  it("are not turned back by a colleague's correction that read the ones before", async () => {
    const { dealId, contractId } = await signOne(dealing);
    await agreeOn(dealing, dealId, { totalFen: 150_000_000 });
    const correct = (totalFen: number, title: string) => () => correctContract(dealing.office, { contractId, title, type: "license", signedOn: "2026-03-02", techArea: "05", totalFen, technicalFen: 104_000_000 });
    const outcomes = await queueBehind(sql`select 1 from deals where id = ${dealId} for update`, correct(150_000_000, "按新条款"), correct(128_000_000, "改个名称"));
    expect(outcomes).toMatchObject([{ status: "fulfilled" }, { status: "rejected", reason: { code: "changed_meanwhile" } }]);
    const [row] = await db().select().from(contracts).where(eq(contracts.id, contractId));
    expect(row).toMatchObject({ title: "按新条款", totalFen: 150_000_000, termsOrdinal: 2 });
  });

  it("bind the correction too", async () => {
    const { contractId } = await signOne(dealing);
    const corrected = { contractId, title: "叶片成型工艺实施许可", type: "license", signedOn: "2026-03-02", techArea: "05" };
    const fields = await problemsOf(correctContract(dealing.office, { ...corrected, totalFen: 128_000_000, technicalFen: 90_000_000 }));
    expect(fields).toEqual({ technicalFen: { code: "differs_from_terms", values: { typed: "900,000.00元", agreed: "1,040,000.00元", n: 1 } } });
    await correctContract(dealing.office, { ...corrected, totalFen: 128_000_000, technicalFen: 104_000_000 });
    const [row] = await db().select().from(contracts).where(eq(contracts.id, contractId));
    expect(row).toMatchObject({ title: "叶片成型工艺实施许可", techArea: "05", totalFen: 128_000_000 });
  });
});

describe("an amount above what is taken without a question (rule contract.unquestioned_amount)", () => {
  it("is recorded by who says that it was looked at again", async () => {
    const dealId = await openOne(dealing);
    const huge = { totalFen: 100_000_000_001, technicalFen: 104_000_000 };
    await agreeOn(dealing, dealId, huge);
    expect(await problemsOf(signDeal(dealing.office, { dealId, ...paper, ...huge }))).toEqual({ knowingLarge: { code: "amount_large", values: { limit: "10亿元" } } });
    const { contractId } = await signDeal(dealing.office, { dealId, ...paper, ...huge, knowingLarge: "on" });
    const { contract } = await getContractRecord(dealing.office, contractId);
    expect(contract.totalFen).toBe(huge.totalFen);
    // What stands is not asked about again when something else is mended.
    await correctContract(dealing.office, { contractId, ...paper, ...huge, title: "更正后的名称" });
    await agreeOn(dealing, dealId, { ...huge, totalFen: 200_000_000_000 });
    const more = { contractId, ...paper, ...huge, totalFen: 200_000_000_000 };
    expect(Object.keys(await problemsOf(correctContract(dealing.office, more)))).toEqual(["knowingLarge"]);
    await correctContract(dealing.office, { ...more, knowingLarge: "on" });
  });

  it("just as much as that is", async () => {
    const dealId = await openOne(dealing);
    await agreeOn(dealing, dealId, { totalFen: 100_000_000_000 });
    await signDeal(dealing.office, { dealId, ...paper, totalFen: 100_000_000_000 });
  });
});

describe("a correction", () => {
  it("does not slip in under a registrar who got the contract meanwhile", async () => {
    const { contractId } = await signOne(dealing);
    let handedIn = () => {};
    const reading = new Promise<void>((resolve) => (handedIn = resolve));
    let settle = () => {};
    const held = new Promise<void>((resolve) => (settle = resolve));
    // The seller's other window has handed it in, and is about to commit.
    const other = db().transaction(async (tx) => {
      await tx.update(registrations).set({ status: "submitted" }).where(eq(registrations.contractId, contractId));
      handedIn();
      await held;
    });
    await reading;
    const correcting = correctContract(dealing.office, { contractId, title: "悄悄改一改", type: "license", totalFen: paper.totalFen, technicalFen: paper.technicalFen, signedOn: paper.signedOn, techArea: "03" });
    const refusal = expect(correcting).rejects.toThrow(Conflict);
    await expect.poll(async () => (await db().execute(sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).rows.length).toBe(1);
    settle();
    await other;
    await refusal;
    const [row] = await db().select().from(contracts).where(eq(contracts.id, contractId));
    expect(row?.title).toBe(paper.title);
  });
});

describe("the paper", () => {
  it("carries only codes of the lists, and a sub-type of its own type", async () => {
    const dealId = await ready();
    const problems = (changes: object) => problemsOf(signDeal(dealing.office, { dealId, ...paper, ...changes }));
    expect(await problems({ subType: "transfer.patent_right" })).toMatchObject({ subType: { code: "sub_type_of_other" } });
    expect(Object.keys((await problems({ subType: "license.<b>", ipKind: "everything", planSource: "x", sellerNature: "999" }))!).sort()).toEqual(["ipKind", "planSource", "sellerNature", "subType"]);
    const { contractId } = await signDeal(dealing.office, { dealId, ...paper, subType: subTypes("license")[0]!.code, ipKind: "invention_patent", planSource: "none", sellerNature: "022", buyerNature: "" });
    const again = { contractId, title: paper.title, type: "license", totalFen: paper.totalFen, technicalFen: paper.technicalFen, techArea: "03", signedOn: paper.signedOn };
    expect(await problemsOf(correctContract(dealing.office, { ...again, subType: "service.general" }))).toMatchObject({ subType: { code: expect.stringMatching(/sub_type_of_other|choose/) } });
  });

  it("is not signed in the future", async () => {
    const dealId = await ready();
    const at = new Date("2026-11-28T04:00:00Z");
    await expect(withClock(at, () => problemsOf(signDeal(dealing.office, { dealId, ...paper, signedOn: "2026-11-29" })))).resolves.toEqual({ signedOn: { code: "future_date" } });
    const { contractId } = await withClock(at, () => signDeal(dealing.office, { dealId, ...paper, signedOn: "2026-11-28" }));
    const again = { contractId, title: paper.title, type: "license", totalFen: paper.totalFen, technicalFen: paper.technicalFen, techArea: "03", signedOn: "2026-11-29" };
    expect(await withClock(at, () => problemsOf(correctContract(dealing.office, again)))).toEqual({ signedOn: { code: "future_date" } });
  });

  it("has no day before the earliest, whoever writes it; what is over is not kept from its end", async () => {
    const { contractId } = await signDeal(dealing.office, { dealId: await ready(), ...paper });
    const write = (values: Partial<typeof contracts.$inferInsert>) => db().update(contracts).set(values).where(eq(contracts.id, contractId));
    const early = addDays(earliestDate, -1);
    for (const days of [{ signedOn: early }, { startsOn: early, endsOn: null }, { startsOn: null, endsOn: early }]) await expect(write(days)).rejects.toMatchObject({ cause: { constraint: "contracts_earliest" } });
    await write({ signedOn: earliestDate, startsOn: earliestDate, endsOn: earliestDate });
    await write({ signedOn: "0202-05-06", status: "undone" });
  });

  it("names its technology area: as chosen, or where nothing is said as the record does; emptied it is asked for", async () => {
    const areas = [];
    for (const techArea of ["07", undefined]) {
      const { contractId } = await signDeal(dealing.office, { dealId: await ready(), ...paper, techArea });
      areas.push((await getContractRecord(dealing.office, contractId)).contract.techArea);
    }
    expect(areas).toEqual(["07", "03"]);
    await expect(signDeal(dealing.office, { dealId: await ready(), ...paper, techArea: "" })).rejects.toMatchObject({ fields: { techArea: { code: "choose" } } });
  });

  it("has parties from everywhere, with their nature", async () => {
    const dealId = await ready();
    await db().update(organisations).set({ nature: "150" }).where(eq(organisations.id, dealing.enterprise.organisationId));
    const buyers = [
      { organisationId: dealing.enterprise.organisationId, shareBasisPoints: 5_000 },
      { name: "深圳某公司", place: "440000", nature: "170", shareBasisPoints: 3_000 },
      { name: "Beispiel GmbH", place: "de", shareBasisPoints: 2_000 },
    ];
    const { contractId } = await signDeal(dealing.office, { dealId, ...paper, buyers, sellerNature: "022" });
    const parties = await db().select().from(contractParties).where(eq(contractParties.contractId, contractId)).orderBy(asc(contractParties.side), asc(contractParties.position));
    expect(parties.map((one) => [one.side, one.districtCode, one.country, one.nature])).toEqual([
      ["buyer", "230108", "CN", "150"], ["buyer", "440000", "CN", "170"], ["buyer", null, "DE", null], ["seller", "230103", "CN", "022"],
    ]);
  });

  it("names nobody twice, on one side or on both", async () => {
    const dealId = await ready();
    const own = { organisationId: dealing.university.organisationId, shareBasisPoints: 6_000 };
    for (const twice of [{ name: ` ${dealing.enterprise.name}` }, { name: dealing.university.name }, { organisationId: dealing.enterprise.organisationId }]) {
      expect(await problemsOf(signDeal(dealing.office, { dealId, ...paper, sellers: [own, { ...twice, place: "230103", shareBasisPoints: 4_000 }] }))).toMatchObject({ "sellers.1.name": { code: "party_twice" } });
    }
    const code = makeCreditCode("重复的一方");
    const sellers = [own, { name: "甲公司", creditCode: code, place: "230103", shareBasisPoints: 2_000 }, { name: "乙公司", creditCode: code, place: "230103", shareBasisPoints: 2_000 }];
    expect(await problemsOf(signDeal(dealing.office, { dealId, ...paper, sellers }))).toMatchObject({ "sellers.2.name": { code: "party_twice", values: { name: "乙公司" } } });
    expect((await getDealRoom(dealing.office, dealId)).deal.stage).toBe("signing");
  });

  it("names by its id only an organisation that is verified and on the platform; what is wrong with another is not said", async () => {
    const dealId = await ready();
    const third = await makeOrganisation({ kind: "enterprise", name: "第三方公司" });
    const with3 = (organisationId: string) => ({ dealId, ...paper, buyers: [{ organisationId: dealing.enterprise.organisationId, shareBasisPoints: 6_000 }, { organisationId, name: "随便写的名称", place: "230103", shareBasisPoints: 4_000 }] });
    const state = (change: Partial<typeof organisations.$inferInsert>) => db().update(organisations).set(change).where(eq(organisations.id, third.organisationId));
    expect(await problemsOf(signDeal(dealing.office, with3(newId())))).toEqual({ "buyers.1.name": { code: "party_unknown" } });
    for (const change of [{ verification: "pending" }, { verification: "sent_back" }, { verification: "verified", suspendedAt: new Date() }] as const) {
      await state(change);
      expect(await problemsOf(signDeal(dealing.office, with3(third.organisationId)))).toEqual({ "buyers.1.name": { code: "party_unknown" } });
    }
    await state({ suspendedAt: null });
    const { contractId } = await signDeal(dealing.office, with3(third.organisationId));
    const parties = await db().select({ name: contractParties.name }).from(contractParties).where(eq(contractParties.organisationId, third.organisationId));
    expect(parties).toEqual([{ name: "第三方公司" }]);
    expect((await getContractRecord(dealing.office, contractId)).contract.id).toBe(contractId);
  });

  it("takes in nobody further who is on the list of serious dishonesty; a side that has come on it goes on with its deal", async () => {
    const director = await makePerson({ organisation: await makeOrganisation({ kind: "bureau" }), roles: ["director"] });
    const barred = await makeOrganisation({ kind: "enterprise", name: "失信设备（集团）公司" });
    const creditCode = makeCreditCode("失信设备（集团）公司");
    await db().update(organisations).set({ creditCode }).where(eq(organisations.id, barred.organisationId));
    const finding = { reason: "虚构交易骗取补助", source: "某局决定书1号", listedOn: "2026-01-05" };
    const dealId = await ready();
    const marks: string[] = [];
    for (const { organisationId } of [barred, dealing.university]) marks.push((await markDishonest(director, { ...finding, organisationId })).markId);
    const own = { organisationId: dealing.university.organisationId, shareBasisPoints: 6_000 };
    const sign = (other: object) => signDeal(dealing.office, { dealId, ...paper, sellers: [own, { place: "230103", shareBasisPoints: 4_000, ...other }] });
    for (const other of [{ organisationId: barred.organisationId }, { name: "失信设备 (集团)公司" }, { name: "换了说法", creditCode }]) {
      expect(await problemsOf(sign(other))).toMatchObject({ "sellers.1.name": { code: "party_barred" } });
    }
    // Of the same name, but another one by its code.
    await sign({ name: "失信设备（集团）公司", creditCode: makeCreditCode("同名的另一家") });
    for (const markId of marks) await endDishonesty(director, { markId, ending: "mistaken", note: "同名单位" });
  });

  it("is told everything at once: what is wrong by itself and what is wrong beside the deal; nothing to whom it is closed", async () => {
    const dealId = await ready();
    const wrong = {
      dealId, ...paper, title: "", signedOn: "2999-01-01", totalFen: 129_000_000, buyerPlace: "999999",
      sellers: [{ organisationId: dealing.university.organisationId, shareBasisPoints: 0 }, { name: dealing.enterprise.name, place: "230103", shareBasisPoints: 4_000 }, { name: dealing.enterprise.name, shareBasisPoints: 6_000 }],
    };
    const codes = Object.fromEntries(Object.entries(await problemsOf(signDeal(dealing.office, wrong))).map(([field, { code }]) => [field, code]));
    expect(codes).toEqual({
      title: "required", signedOn: "future_date", totalFen: "differs_from_terms", buyerPlace: "choose", "sellers.0.shareBasisPoints": "share_range",
      "sellers.1.name": "party_twice", "sellers.2.name": "party_twice", "sellers.2.place": "choose",
    });
    expect(Object.keys(await problemsOf(signDeal(dealing.stranger, wrong)))).toEqual(["title", "sellers.0.shareBasisPoints"]);
    const { contractId } = await signOne(dealing);
    const again = { contractId, title: "", type: "license", signedOn: "2999-01-01", techArea: "05", totalFen: 128_000_000, technicalFen: 90_000_000 };
    expect(Object.keys(await problemsOf(correctContract(dealing.office, again))).sort()).toEqual(["signedOn", "technicalFen", "title"]);
  });

  it("refuses a place that does not exist", async () => {
    const dealId = await ready();
    expect(await problemsOf(signDeal(dealing.office, { dealId, ...paper, buyerPlace: "999999" }))).toEqual({ buyerPlace: { code: "choose" } });
    expect(Object.keys(await problemsOf(signDeal(dealing.office, { dealId, ...paper, sellerPlace: "CN" })))).toEqual(["sellerPlace"]);
  });
});
