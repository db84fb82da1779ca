import { and, desc, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { contractParties, contracts, deals, events, ledgerEntries, listings, registrations } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { agreeOn, handIn, makeBrokerOf, makeDealing, openOne, paper, registerOne, signOne, terms, type Dealing } from "@/db/testing/dealing";
import { queueBehind } from "@/db/testing/queue";
import { fulfilContract } from "@/lib/contracts/fulfil";
import { canTakeBackContract } from "@/lib/contracts/policy";
import { getContractFor, listContractHistory, listContracts, type ContractFilter } from "@/lib/contracts/queries";
import { recipients } from "@/lib/contracts/registrations/notify";
import { countRegistrations, listRegistrations } from "@/lib/contracts/registrations/queries";
import { refuseRegistration } from "@/lib/contracts/registrations/refuse";
import { reverseRegistration } from "@/lib/contracts/registrations/reverse";
import { sendBackRegistration } from "@/lib/contracts/registrations/send-back";
import { submitRegistration } from "@/lib/contracts/registrations/submit";
import { withdrawRegistration } from "@/lib/contracts/registrations/withdraw";
import { Conflict, Forbidden, Invalid, NotFound } from "@/lib/core/errors";
import { pageRequest } from "@/lib/core/page";
import type { StoredEvent } from "@/lib/jobs/cursors";
import { deskFigures } from "@/lib/organisations/desk";
import { completeDeals } from "./complete";
import { dropTerms } from "./drop-terms";
import { proposeTerms } from "./propose-terms";
import { getDealRoom, listDealHistory, listDeals } from "./queries";
import { signDeal } from "./sign";
import { takeBackContract } from "./take-back-contract";

useDatabase();

let dealing: Dealing;
let number = 0;
const nextOfficial = () => `20262304${String((number += 1)).padStart(8, "0")}`;
beforeAll(async () => {
  dealing = await makeDealing();
});

const closingNote = "合同没有签成，记录有误";
const stageOf = async (dealId: string) => (await db().select({ stage: deals.stage, status: deals.status }).from(deals).where(eq(deals.id, dealId)))[0];
const statusOf = async (contractId: string) => (await db().select({ contract: contracts.status, registration: registrations.status }).from(contracts).innerJoin(registrations, eq(registrations.contractId, contracts.id)).where(eq(contracts.id, contractId)))[0];
const mayTakeBack = async (contractId: string) => Promise.all([dealing.office, dealing.buyer, dealing.reviewer].map(async (actor) => canTakeBackContract(actor, await getContractFor(db(), actor, contractId))));

async function lastEvent(contractId: string): Promise<StoredEvent> {
  const [event] = await db().select().from(events).where(and(eq(events.name, "contract.taken_back"), sql`exists (select 1 from event_subjects s where s.event_id = ${events.id} and s.subject_id = ${contractId})`)).orderBy(desc(events.at)).limit(1);
  return { ...event!, subjects: [{ kind: "contract", id: contractId }] } as unknown as StoredEvent;
}
const told = async (contractId: string) => {
  const event = await lastEvent(contractId);
  return (await db().transaction((tx) => recipients["contract.taken_back"]!(tx, event))).map(({ userId, mail }) => [userId, mail]);
};

describe("a record that is taken back", () => {
  it("is void with its reason, counts nowhere, and can be recorded again from the same terms", async () => {
    const { dealId, contractId } = await signOne(dealing);
    expect(await mayTakeBack(contractId)).toEqual([true, true, false]);
    await takeBackContract(dealing.buyer, { contractId, closingNote });
    expect(await statusOf(contractId)).toEqual({ contract: "undone", registration: "undone" });
    expect(await stageOf(dealId)).toEqual({ stage: "signing", status: "open" });
    const [row] = await db().select().from(contracts).where(eq(contracts.id, contractId));
    expect(row).toMatchObject({ closingNote, closedBy: dealing.buyer.userId, closedOn: null });
    expect(await db().select().from(ledgerEntries).where(eq(ledgerEntries.contractId, contractId))).toEqual([]);
    const room = await getDealRoom(dealing.office, dealId);
    expect([room.contracts, room.leadingContract, room.turn]).toEqual([[], null, { who: "both", task: "sign" }]);
    expect((await listDeals(dealing.office, { organisationId: dealing.university.organisationId }, pageRequest({}))).rows.find((one) => one.id === dealId)?.turn).toEqual({ who: "both", task: "sign" });
    const again = await signDeal(dealing.office, { dealId, ...paper });
    expect(again.number).not.toBe(row!.number);
    expect((await getDealRoom(dealing.office, dealId)).contracts.map((one) => one.id)).toEqual([again.contractId]);
    await registerOne(dealing, again.contractId, nextOfficial());
    const sum = await db().select({ n: sql<number>`sum(${ledgerEntries.contracts})::int` }).from(ledgerEntries).innerJoin(contracts, eq(contracts.id, ledgerEntries.contractId)).where(eq(contracts.dealId, dealId));
    expect(sum).toEqual([{ n: 1 }]);
  });

  it("is listed only where one asks for it, as the desk counts", async () => {
    const { organisationId } = dealing.enterprise, [kept, wrong] = [await signOne(dealing), await signOne(dealing)];
    await takeBackContract(dealing.buyer, { contractId: wrong.contractId, closingNote });
    const listed = async (filter: ContractFilter) => (await listContracts(dealing.buyer, organisationId, filter, pageRequest({}))).rows.map(({ id }) => id);
    expect(await listed({})).toContain(kept.contractId);
    expect(await listed({})).not.toContain(wrong.contractId);
    expect(await listed({ statuses: ["undone"] })).toContain(wrong.contractId);
    const { total } = await listContracts(dealing.buyer, organisationId, {}, pageRequest({}));
    expect(Number((await deskFigures(dealing.buyer, organisationId)).contracts)).toBe(total);
  });

  it("is told to everybody in it by mail, and stands with its doer in the timelines of contract, deal and records", async () => {
    const dealId = await openOne(dealing);
    const broker = await makeBrokerOf(dealing, dealId);
    await agreeOn(dealing, dealId);
    const { contractId, number: recorded } = await signDeal(dealing.buyer, { dealId, ...paper });
    await takeBackContract(dealing.office, { contractId, closingNote });
    expect(await told(contractId)).toEqual(expect.arrayContaining([[dealing.office.userId, true], [dealing.buyer.userId, true], [broker.userId, true]]));
    expect((await told(contractId)).some(([userId]) => userId === dealing.reviewer.userId)).toBe(false);
    const [achievement] = await db().select({ id: listings.id }).from(listings).innerJoin(deals, eq(deals.achievementId, listings.id)).where(eq(deals.id, dealId));
    for (const history of [await listDealHistory(broker, dealId), await listContractHistory(dealing.buyer, contractId)]) {
      expect(history[0]).toMatchObject({ name: "contract.taken_back", who: dealing.office.name, facts: { number: recorded } });
    }
    const { rows } = await db().execute<{ n: number }>(sql`select count(*)::int as n from event_subjects s join events e on e.id = s.event_id and e.at = s.event_at where s.subject_id = ${achievement!.id} and e.name = 'contract.taken_back'`);
    expect(rows).toEqual([{ n: 1 }]);
  });

  it("goes also after its submission was withdrawn, or sent back: then the bureau hears of it and finds it among the closed", async () => {
    const drafted = await signOne(dealing);
    await submitRegistration(dealing.office, { contractId: drafted.contractId });
    await withdrawRegistration(dealing.office, { contractId: drafted.contractId });
    const before = await countRegistrations(dealing.reviewer);
    await takeBackContract(dealing.office, { contractId: drafted.contractId, closingNote });
    expect((await countRegistrations(dealing.reviewer)).closed).toBe(before.closed);
    const returned = await signOne(dealing);
    await handIn(dealing, returned.contractId);
    await sendBackRegistration(dealing.reviewer, { contractId: returned.contractId, remark: "标的不明确" });
    await takeBackContract(dealing.office, { contractId: returned.contractId, closingNote });
    expect((await told(returned.contractId)).map(([userId]) => userId)).toContain(dealing.reviewer.userId);
    expect((await countRegistrations(dealing.reviewer)).closed).toBe(before.closed + 1);
    const closed = (await listRegistrations(dealing.reviewer, { tab: "closed" }, pageRequest({}))).rows.map((one) => one.contractId);
    expect([closed.includes(drafted.contractId), closed.includes(returned.contractId)]).toEqual([false, true]);
  });

  it("is not freed of what the registrar said by handing in once more and withdrawing", async () => {
    const refused = await signOne(dealing);
    await handIn(dealing, refused.contractId);
    await refuseRegistration(dealing.reviewer, { contractId: refused.contractId, remark: "不是技术合同" });
    const closed = (await countRegistrations(dealing.reviewer)).closed;
    await submitRegistration(dealing.office, { contractId: refused.contractId });
    await withdrawRegistration(dealing.office, { contractId: refused.contractId });
    expect((await countRegistrations(dealing.reviewer)).closed).toBe(closed);
    await expect(takeBackContract(dealing.office, { contractId: refused.contractId, closingNote })).rejects.toThrow(Conflict);
    const returned = await signOne(dealing);
    await handIn(dealing, returned.contractId);
    await sendBackRegistration(dealing.reviewer, { contractId: returned.contractId, remark: "标的不明确" });
    await submitRegistration(dealing.office, { contractId: returned.contractId });
    await withdrawRegistration(dealing.office, { contractId: returned.contractId });
    await takeBackContract(dealing.office, { contractId: returned.contractId, closingNote });
    expect((await told(returned.contractId)).map(([userId]) => userId)).toContain(dealing.reviewer.userId);
    expect((await countRegistrations(dealing.reviewer)).closed).toBe(closed + 1);
  });

  it("leaves talks about new terms where they are, and those that were dropped or used to themselves", async () => {
    const talking = await signOne(dealing);
    await proposeTerms(dealing.buyer, { dealId: talking.dealId, ...terms });
    await takeBackContract(dealing.office, { contractId: talking.contractId, closingNote });
    expect(await stageOf(talking.dealId)).toMatchObject({ stage: "terms" });
    await expect(dropTerms(dealing.office, { dealId: talking.dealId })).rejects.toThrow(Conflict);

    const dropped = await signOne(dealing);
    await proposeTerms(dealing.buyer, { dealId: dropped.dealId, ...terms, totalFen: 150_000_000 });
    await dropTerms(dealing.office, { dealId: dropped.dealId });
    await takeBackContract(dealing.office, { contractId: dropped.contractId, closingNote });
    expect(await stageOf(dropped.dealId)).toMatchObject({ stage: "negotiation" });
    await agreeOn(dealing, dropped.dealId);
    await signDeal(dealing.buyer, { dealId: dropped.dealId, ...paper });

    const two = await signOne(dealing);
    await agreeOn(dealing, two.dealId, { totalFen: 150_000_000 });
    const further = await signDeal(dealing.buyer, { dealId: two.dealId, ...paper, totalFen: 150_000_000 });
    await registerOne(dealing, further.contractId, nextOfficial());
    await takeBackContract(dealing.buyer, { contractId: two.contractId, closingNote });
    expect(await stageOf(two.dealId)).toEqual({ stage: "signed", status: "open" });
    const event = await lastEvent(two.contractId);
    await db().transaction((tx) => completeDeals(tx, [event]));
    expect(await stageOf(two.dealId)).toEqual({ stage: "signed", status: "completed" });
  });
});

describe("is not taken back", () => {
  it("by a stranger, the bureau, or who only reads", async () => {
    const { contractId } = await signOne(dealing);
    await expect(takeBackContract(dealing.stranger, { contractId, closingNote })).rejects.toThrow(NotFound);
    await expect(takeBackContract(dealing.reviewer, { contractId, closingNote })).rejects.toThrow(Forbidden);
    await expect(takeBackContract(dealing.buyer, { contractId, closingNote: " " })).rejects.toThrow(Invalid);
    expect(await statusOf(contractId)).toEqual({ contract: "signed", registration: "draft" });
  });

  it("by a further party, who did not record it either", async () => {
    const third = dealing.stranger.memberships[0]!;
    const dealId = await openOne(dealing);
    await agreeOn(dealing, dealId);
    const buyers = [{ organisationId: dealing.enterprise.organisationId, shareBasisPoints: 6_000 }, { organisationId: third.organisationId, shareBasisPoints: 4_000 }];
    const { contractId } = await signDeal(dealing.buyer, { dealId, ...paper, buyers });
    await expect(takeBackContract(dealing.stranger, { contractId, closingNote })).rejects.toThrow(Forbidden);
  });

  it("once it is handed in, refused or fulfilled, or has ever counted, or a second time", async () => {
    const handed = await signOne(dealing);
    await submitRegistration(dealing.office, { contractId: handed.contractId });
    const refused = await signOne(dealing);
    await handIn(dealing, refused.contractId);
    await refuseRegistration(dealing.reviewer, { contractId: refused.contractId, remark: "标的不明确" });
    const over = await signOne(dealing);
    await fulfilContract(dealing.office, { contractId: over.contractId, closedOn: paper.signedOn, closingNote: "已交付" });
    const counted = await signOne(dealing);
    await registerOne(dealing, counted.contractId, nextOfficial());
    await reverseRegistration(dealing.reviewer, { contractId: counted.contractId, remark: "登记编号有误" });
    await sendBackRegistration(dealing.reviewer, { contractId: counted.contractId, remark: "请补正合同文本" });
    const gone = await signOne(dealing);
    await takeBackContract(dealing.office, { contractId: gone.contractId, closingNote });
    for (const [{ contractId }, code] of [[handed, "registration_moved"], [refused, "registration_moved"], [over, "contract_closed"], [counted, "contract_counted"], [gone, "registration_moved"]] as const) {
      expect(await mayTakeBack(contractId)).toEqual([false, false, false]);
      await expect(takeBackContract(dealing.office, { contractId, closingNote })).rejects.toMatchObject({ name: "Conflict", code });
    }
  });

  it("when it is handed in at the same moment: whoever comes first", async () => {
    const both = async (first: "back" | "submit") => {
      const { contractId } = await signOne(dealing);
      const acts = { back: () => takeBackContract(dealing.buyer, { contractId, closingNote }), submit: () => submitRegistration(dealing.office, { contractId }) };
      return queueBehind(sql`select 1 from registrations where contract_id = ${contractId} for update`, acts[first], acts[first === "back" ? "submit" : "back"]);
    };
    expect(await both("back")).toMatchObject([{ status: "fulfilled" }, { status: "rejected", reason: { code: "registration_moved" } }]);
    expect(await both("submit")).toMatchObject([{ status: "fulfilled" }, { status: "rejected", reason: { code: "registration_moved" } }]);
  });
});

describe("what the form leaves empty", () => {
  it("is empty in the record: right and nature are taken from elsewhere only where nothing was said", async () => {
    const recorded = async (said: object) => {
      const dealId = await openOne(dealing);
      await agreeOn(dealing, dealId);
      const { contractId } = await signDeal(dealing.buyer, { dealId, ...paper, ...said });
      const [contract] = await db().select({ ipKind: contracts.ipKind }).from(contracts).where(eq(contracts.id, contractId));
      const [seller] = await db().select({ nature: contractParties.nature }).from(contractParties).where(and(eq(contractParties.contractId, contractId), eq(contractParties.side, "seller")));
      return [contract!.ipKind, seller!.nature];
    };
    await db().execute(sql`update organisations set nature = '022' where id = ${dealing.university.organisationId}`);
    expect(await recorded({})).toEqual(["invention_patent", "022"]);
    expect(await recorded({ ipKind: "", sellerNature: "" })).toEqual([null, null]);
    expect(await recorded({ ipKind: "technical_secret", sellerNature: "150" })).toEqual(["technical_secret", "150"]);
  });
});
