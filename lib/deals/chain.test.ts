import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { achievementVersions, brokers, disclosures, events, eventSubjects, ledgerEntries, listings, listingVersions, organisations } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson, reload } from "@/db/testing/factories";
import { loadCodes } from "@/lib/codes/load";
import type { Membership, Person } from "@/lib/core/actor";
import { withClock } from "@/lib/core/clock";
import { Conflict, Forbidden, Invalid, NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { listContracts } from "@/lib/contracts/queries";
import { acceptRegistration } from "@/lib/contracts/registrations/accept";
import { cancelRegistration } from "@/lib/contracts/registrations/cancel";
import { changeRegistration } from "@/lib/contracts/registrations/change";
import { registerContract } from "@/lib/contracts/registrations/register";
import { sendBackRegistration } from "@/lib/contracts/registrations/send-back";
import { submitRegistration } from "@/lib/contracts/registrations/submit";
import { declineInterest } from "@/lib/interests/decline";
import { expireInterests } from "@/lib/interests/expire";
import { listInterests } from "@/lib/interests/queries";
import { sendInterest } from "@/lib/interests/send";
import { withdrawInterest } from "@/lib/interests/withdraw";
import type { StoredEvent } from "@/lib/jobs/cursors";
import { agreeTerms } from "./agree-terms";
import { completeDeals } from "./complete";
import { endDeal } from "./end";
import { inviteBroker } from "./invite-broker";
import { joinAsBroker } from "./join-as-broker";
import { openDeal } from "./open";
import { proposeTerms } from "./propose-terms";
import { getDealRoom, listDeals } from "./queries";
import { sendMessage } from "./send-message";
import { signDeal } from "./sign";

useDatabase();

let university: Membership, enterprise: Membership, bureau: Membership;
let office: Person, buyer: Person, viewer: Person, stranger: Person, reviewer: Person;

beforeAll(async () => {
  await db().transaction((tx) => loadCodes(tx));
  university = await makeOrganisation({ kind: "university", name: "卖方大学" });
  enterprise = await makeOrganisation({ kind: "enterprise", name: "买方公司", districtCode: "230108" });
  bureau = await makeOrganisation({ kind: "bureau" });
  office = await makePerson({ organisation: university, roles: ["editor"] });
  buyer = await makePerson({ organisation: enterprise, roles: ["administrator"] });
  viewer = await makePerson({ organisation: university, roles: ["viewer"] });
  stranger = await makePerson({ organisation: await makeOrganisation({ kind: "enterprise" }), roles: ["administrator"] });
  reviewer = await makePerson({ organisation: bureau, roles: ["reviewer"] });
});

let made = 0;
async function publishedAchievement(organisationId = university.organisationId): Promise<string> {
  const [id, versionId, at] = [newId(), newId(), new Date()];
  await db().transaction(async (tx) => {
    await tx.insert(listings).values({ id, kind: "achievement", number: `C-2026-${(made += 1)}`, organisationId, status: "published", publishedVersionId: versionId, publishedAt: at, createdAt: at, updatedAt: at });
    await tx.insert(listingVersions).values({ id: versionId, listingId: id, ordinal: 1, status: "published", createdAt: at, savedAt: at });
    await tx.insert(achievementVersions).values({ versionId, title: "叶片成型工艺", techArea: "03", fieldCode: "EQ02", ip: [{ kind: "invention_patent", status: "granted" }] });
  });
  return id;
}

const terms = { mode: "license", totalFen: 128_000_000, technicalFen: 104_000_000, payment: "一次支付", ownership: "归卖方", delivery: "六个月内交付", startsOn: "2026-04-01", endsOn: "2026-10-01" };
const contract = { title: "叶片成型工艺许可", type: "license", totalFen: 128_000_000, technicalFen: 104_000_000, signedOn: "2026-03-02", sellerPlace: "230103", buyerPlace: "230108" };

async function openOne() {
  const targetListingId = await publishedAchievement();
  const interest = await sendInterest(buyer, { targetListingId, message: "我们想谈谈许可。" });
  return { ...(await openDeal(office, { interestId: interest.id })), interestId: interest.id, targetListingId };
}

async function signOne() {
  const { id: dealId } = await openOne();
  await proposeTerms(buyer, { dealId, ...terms });
  await agreeTerms(office, { dealId, ordinal: 1 });
  return { dealId, ...(await signDeal(buyer, { dealId, ...contract })) };
}

describe("interest", () => {
  it("is sent once, answered once, and hidden from others", async () => {
    const targetListingId = await publishedAchievement();
    const { id } = await sendInterest(buyer, { targetListingId, message: "我们想谈谈。" });
    await expect(sendInterest(buyer, { targetListingId, message: "我们想谈谈。" })).rejects.toThrow(Conflict);
    await expect(sendInterest(office, { targetListingId, message: "自己的成果" })).rejects.toThrow(Forbidden);
    await expect(declineInterest(stranger, { interestId: id, reason: "price" })).rejects.toThrow(NotFound);
    await expect(declineInterest(viewer, { interestId: id, reason: "price" })).rejects.toThrow(Forbidden);
    await declineInterest(office, { interestId: id, reason: "price", answer: "暂不考虑" });
    await expect(withdrawInterest(buyer, { interestId: id })).rejects.toThrow(Conflict);
    expect((await listInterests(office, { organisationId: university.organisationId, box: "in", status: "declined" }, { page: 1, size: 20 })).rows[0]).toMatchObject({ id, reason: "price" });
  });

  it("lapses at the end of its last day, not before", async () => {
    const at = new Date("2026-03-02T02:00:00Z");
    const targetListingId = await publishedAchievement();
    await withClock(at, () => sendInterest(buyer, { targetListingId, message: "我们想谈谈。" }));
    // Sent on Monday, 2 March; the fifteenth working day after it is 23 March.
    const expired = (moment: string) => withClock(new Date(moment), () => expireInterests(new Date(moment)));
    expect(await expired("2026-03-23T15:59:59Z")).toBe(0);
    expect(await expired("2026-03-23T16:00:01Z")).toBe(1);
  });
});

describe("deal", () => {
  it("opens with one event in the timelines of deal, interest and record, and discloses", async () => {
    const { id, interestId, targetListingId } = await openOne();
    const subjects = await db().select({ kind: eventSubjects.kind, id: eventSubjects.subjectId }).from(eventSubjects).innerJoin(events, eq(events.id, eventSubjects.eventId)).where(eq(events.name, "deal.opened"));
    expect(subjects).toEqual(expect.arrayContaining([{ kind: "deal", id }, { kind: "interest", id: interestId }, { kind: "achievement", id: targetListingId }]));
    expect(await db().select().from(disclosures).where(eq(disclosures.dealId, id))).toMatchObject([{ listingId: targetListingId, organisationId: enterprise.organisationId }]);
    await expect(openDeal(office, { interestId })).rejects.toThrow(Conflict);
    await expect(getDealRoom(stranger, id)).rejects.toThrow(NotFound);
    await expect(getDealRoom(reviewer, id)).rejects.toThrow(NotFound);
    expect((await getDealRoom(office, id)).side).toBe("seller");
    expect((await listDeals(buyer, { organisationId: enterprise.organisationId, status: "open" }, { page: 1, size: 20 })).rows.map((row) => row.id)).toContain(id);
    await endDeal(buyer, { dealId: id, reason: "price" });
    await expect(sendMessage(office, { dealId: id, text: "还能谈吗" })).rejects.toThrow(Forbidden);
  });

  it("lets the other side agree to the version it has read, and only that", async () => {
    const { id: dealId } = await openOne();
    await proposeTerms(buyer, { dealId, ...terms });
    await expect(agreeTerms(buyer, { dealId, ordinal: 1 })).rejects.toThrow(Forbidden);
    // A version that changes nothing would only ask the other side again; after an agreement, too.
    await expect(proposeTerms(office, { dealId, ...terms })).rejects.toMatchObject({ name: "Conflict", code: "terms_unchanged", values: { n: 1 } });
    await proposeTerms(office, { dealId, ...terms, totalFen: 130_000_000 });
    await expect(agreeTerms(buyer, { dealId, ordinal: 1 })).rejects.toThrow(Conflict);
    await agreeTerms(buyer, { dealId, ordinal: 2 });
    await expect(proposeTerms(buyer, { dealId, ...terms, totalFen: 130_000_000 })).rejects.toThrow(Conflict);
    expect((await getDealRoom(buyer, dealId)).turn).toEqual({ who: "both", task: "sign" });
    const paper = { dealId, ...contract, totalFen: 130_000_000 };
    const twice = await Promise.allSettled([signDeal(buyer, paper), signDeal(office, paper)]);
    expect(twice.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(signDeal(viewer, paper)).rejects.toThrow(Forbidden);
  });

  it("lets an approved broker in when asked", async () => {
    const { id: dealId } = await openOne();
    const person = await makePerson();
    const brokerId = newId();
    await db().insert(brokers).values({ id: brokerId, userId: person.userId, introduction: "经理人", status: "approved", appliedAt: new Date() });
    const broker = await reload(person.userId);
    await expect(sendMessage(broker, { dealId, text: "您好" })).rejects.toThrow(NotFound);
    await inviteBroker(office, { dealId, brokerId });
    await expect(sendMessage(broker, { dealId, text: "您好" })).rejects.toThrow(Forbidden);
    await joinAsBroker(broker, { dealId });
    await sendMessage(broker, { dealId, text: "您好" });
    await expect(proposeTerms(broker, { dealId, ...terms })).rejects.toThrow(Forbidden);
  });

  it("refuses shares that do not add up", async () => {
    const { id: dealId } = await openOne();
    await proposeTerms(buyer, { dealId, ...terms });
    await agreeTerms(office, { dealId, ordinal: 1 });
    const sellers = [{ organisationId: university.organisationId, shareBasisPoints: 6_000 }, { name: "合作研究所", place: "110000", shareBasisPoints: 3_000 }];
    await expect(signDeal(office, { dealId, ...contract, sellers })).rejects.toThrow(Invalid);
    await signDeal(office, { dealId, ...contract, sellers: [sellers[0], { ...sellers[1], shareBasisPoints: 4_000 }] });
  });
});

describe("registration", () => {
  const number = "2026230100000001";
  it("moves the ledger by what was recognised, changed and cancelled", async () => {
    const { contractId, dealId } = await signOne();
    await expect(submitRegistration(buyer, { contractId })).rejects.toThrow(Forbidden);
    await submitRegistration(office, { contractId });
    await expect(acceptRegistration(office, { contractId })).rejects.toThrow(Forbidden);
    await expect(acceptRegistration(stranger, { contractId })).rejects.toThrow(NotFound);
    await acceptRegistration(reviewer, { contractId });
    await sendBackRegistration(reviewer, { contractId, remark: "请补充知识产权条款" });
    await submitRegistration(office, { contractId });
    const accepted = await acceptRegistration(reviewer, { contractId });
    expect(accepted.dueOn).toMatch(/^20\d\d-/);
    const recognised = { recognisedTotalFen: 120_000_000, recognisedTechnicalFen: 100_000_000 };
    await expect(registerContract(reviewer, { contractId, officialNumber: "123", registeredOn: "2026-03-20", ...recognised })).rejects.toThrow(Invalid);
    await registerContract(reviewer, { contractId, officialNumber: number, registeredOn: "2026-03-20", ...recognised });
    await changeRegistration(reviewer, { contractId, changedOn: "2026-05-05", recognisedTotalFen: 100_000_000, recognisedTechnicalFen: 90_000_000, remark: "合同变更" });
    // While it counts, lists say what was recognised and not what was declared.
    const listed = async () => (await listContracts(office, office.memberships[0]!.organisationId, {}, { page: 1, size: 100 })).rows.find((row) => row.id === contractId);
    expect(await listed()).toMatchObject({ totalFen: 100_000_000, technicalFen: 90_000_000 });
    const ofDeal = (await listDeals(office, { organisationId: office.memberships[0]!.organisationId }, { page: 1, size: 100 })).rows.find((row) => row.id === dealId);
    expect(ofDeal?.totalFen).toBe(100_000_000);
    await cancelRegistration(reviewer, { contractId, cancelledOn: "2026-06-06", remark: "合同解除" });
    expect(await listed()).toMatchObject({ totalFen: contract.totalFen, technicalFen: contract.technicalFen });
    const entries = await db().select().from(ledgerEntries).where(eq(ledgerEntries.contractId, contractId)).orderBy(ledgerEntries.recordedAt);
    expect(entries.map((one) => [one.kind, one.amountFen, one.contracts, one.countsOn])).toEqual([
      ["registered", 120_000_000, 1, "2026-03-20"], ["changed", -20_000_000, 0, "2026-05-05"], ["cancelled", -100_000_000, -1, "2026-06-06"],
    ]);
    expect(entries[0]).toMatchObject({ fieldCode: "EQ02", techArea: "03", ipKind: "invention_patent", sellerInHarbin: true, buyerInHarbin: true, institutionId: university.organisationId });
    expect((await getDealRoom(office, dealId)).deal.status).toBe("open");
  });

  it("counts an official number once and completes the deal", async () => {
    const [first, second] = [await signOne(), await signOne()];
    for (const { contractId } of [first, second]) {
      await submitRegistration(office, { contractId });
      await acceptRegistration(reviewer, { contractId });
    }
    const values = { officialNumber: "2026230100000002", registeredOn: "2026-03-20", recognisedTotalFen: 1_000_000, recognisedTechnicalFen: 1_000_000 };
    await registerContract(reviewer, { contractId: first.contractId, ...values });
    await expect(registerContract(reviewer, { contractId: second.contractId, ...values })).rejects.toThrow(Invalid);
    const event = { name: "registration.registered", subjects: [{ kind: "contract", id: first.contractId }], facts: {} } as unknown as StoredEvent;
    await db().transaction((tx) => completeDeals(tx, [event, event]));
    expect((await getDealRoom(office, first.dealId)).deal.status).toBe("completed");
  });
});

describe("an interest that was sent before", () => {
  it("opens no deal about what the bureau has taken off the pages or no longer approves, or with a side that is off the platform or no longer verified", async () => {
    const targetListingId = await publishedAchievement();
    const { id: interestId } = await sendInterest(buyer, { targetListingId, message: "我们想谈谈许可。" });
    const open = () => openDeal(office, { interestId });
    const side = (change: Partial<typeof organisations.$inferInsert>) => db().update(organisations).set(change).where(eq(organisations.id, enterprise.organisationId));

    await db().update(listings).set({ status: "suspended", statusReason: "内容有争议" }).where(eq(listings.id, targetListingId));
    await expect(open()).rejects.toMatchObject({ name: "Conflict", code: "record_suspended" });
    const approved = (await db().select({ publishedVersionId: listings.publishedVersionId }).from(listings).where(eq(listings.id, targetListingId)))[0]!;
    for (const status of ["pending", "refused", "sent_back", "discarded"] as const) {
      await db().update(listings).set({ status, publishedVersionId: null }).where(eq(listings.id, targetListingId));
      await expect(open(), `its approval was taken back, and it is ${status}`).rejects.toMatchObject({ name: "Conflict", code: "record_unapproved" });
    }
    await db().update(listings).set({ status: "published", statusReason: null, ...approved }).where(eq(listings.id, targetListingId));
    await side({ suspendedAt: new Date() });
    await expect(open()).rejects.toMatchObject({ code: "side_suspended" });
    await side({ suspendedAt: null, verification: "sent_back" });
    await expect(open()).rejects.toMatchObject({ code: "side_unverified" });
    await side({ verification: "verified" });
    expect(await db().select().from(disclosures).where(eq(disclosures.listingId, targetListingId)), "nothing was opened on the way").toEqual([]);
    await open();
    expect(await db().select().from(disclosures).where(eq(disclosures.listingId, targetListingId))).toHaveLength(1);
  });
});
