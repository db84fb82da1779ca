import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { contracts, deals, dishonestyMarks, organisations } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { agreeOn, handIn, makeDealing, paper, recognised, registerOne, signOne, terms, type Dealing } from "@/db/testing/dealing";
import { queueBehind } from "@/db/testing/queue";
import { fulfilContract } from "@/lib/contracts/fulfil";
import { nextStepOf } from "@/lib/contracts/policy";
import { getContractFor } from "@/lib/contracts/queries";
import { cancelRegistration } from "@/lib/contracts/registrations/cancel";
import { refuseRegistration } from "@/lib/contracts/registrations/refuse";
import { registerContract } from "@/lib/contracts/registrations/register";
import { reverseRegistration } from "@/lib/contracts/registrations/reverse";
import { sendBackRegistration } from "@/lib/contracts/registrations/send-back";
import { submitRegistration } from "@/lib/contracts/registrations/submit";
import { terminateContract } from "@/lib/contracts/terminate";
import { Conflict, Forbidden, Invalid, NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { pageRequest } from "@/lib/core/page";
import type { EventName } from "@/lib/events/names";
import type { StoredEvent } from "@/lib/jobs/cursors";
import { completeDeals } from "./complete";
import { agreeTerms } from "./agree-terms";
import { correctContract } from "./correct-contract";
import { dropTerms } from "./drop-terms";
import { endDeal } from "./end";
import { proposeTerms } from "./propose-terms";
import { getDealRoom, listDealHistory, listDeals } from "./queries";
import { signDeal } from "./sign";

useDatabase();

let dealing: Dealing;
let number = 0;
const nextOfficial = () => `20262301${String((number += 1)).padStart(8, "0")}`;
beforeAll(async () => {
  dealing = await makeDealing();
});

async function after(name: EventName, contractId: string): Promise<void> {
  await db().transaction((tx) => completeDeals(tx, [{ name, subjects: [{ kind: "contract", id: contractId }], facts: {} } as unknown as StoredEvent]));
}
const statusOf = async (dealId: string) => (await db().select({ status: deals.status, stage: deals.stage }).from(deals).where(eq(deals.id, dealId)))[0];

async function refused() {
  const signed = await signOne(dealing);
  await handIn(dealing, signed.contractId);
  await refuseRegistration(dealing.reviewer, { contractId: signed.contractId, remark: "标的不明确" });
  return signed;
}

describe("after a refusal", () => {
  it("the seller corrects the contract and submits it again", async () => {
    const { dealId, contractId } = await refused();
    expect((await getDealRoom(dealing.buyer, dealId)).turn).toEqual({ who: "both", task: "refused" });
    await expect(submitRegistration(dealing.buyer, { contractId })).rejects.toThrow(Forbidden);
    await correctContract(dealing.office, { contractId, title: "叶片成型工艺专利实施许可", type: "license", techArea: "03", totalFen: paper.totalFen, technicalFen: paper.technicalFen, signedOn: paper.signedOn });
    await handIn(dealing, contractId);
    await expect(correctContract(dealing.office, { contractId, title: "改一改", type: "license", techArea: "03", totalFen: paper.totalFen, technicalFen: paper.technicalFen, signedOn: paper.signedOn })).rejects.toThrow(Forbidden);
    await registerContract(dealing.reviewer, { contractId, officialNumber: nextOfficial(), ...recognised });
    await after("registration.registered", contractId);
    expect(await statusOf(dealId)).toEqual({ status: "completed", stage: "signed" });
  });

  it("the deal ends, or the contract is handed in again; not both, whoever comes first", async () => {
    const both = async (first: "end" | "submit") => {
      const { dealId, contractId } = await refused();
      const acts = { end: () => endDeal(dealing.buyer, { dealId, reason: "registration_refused", note: "不再继续" }), submit: () => submitRegistration(dealing.office, { contractId }) };
      const second = first === "end" ? "submit" : "end";
      return queueBehind(sql`select 1 from registrations where contract_id = ${contractId} for update`, acts[first], acts[second]);
    };
    expect(await both("end")).toMatchObject([{ status: "fulfilled" }, { status: "rejected", reason: { code: "contract_closed" } }]);
    expect(await both("submit")).toMatchObject([{ status: "fulfilled" }, { status: "rejected", reason: { code: "contract_stands" } }]);
  });

  it("the parties end the deal with a reason, and its contract with it", async () => {
    const { dealId, contractId } = await refused();
    await expect(endDeal(dealing.stranger, { dealId, reason: "registration_refused" })).rejects.toThrow(NotFound);
    await endDeal(dealing.buyer, { dealId, reason: "registration_refused", note: "不再继续" });
    expect(await statusOf(dealId)).toMatchObject({ status: "ended" });
    const [contract] = await db().select().from(contracts).where(eq(contracts.id, contractId));
    expect(contract).toMatchObject({ status: "terminated", closingNote: "不再继续" });
    await expect(submitRegistration(dealing.office, { contractId })).rejects.toThrow(Conflict);
  });

  it("not while a contract is on its way or registered", async () => {
    const { dealId, contractId } = await signOne(dealing);
    await expect(endDeal(dealing.buyer, { dealId, reason: "other" })).rejects.toThrow(Conflict);
    await registerOne(dealing, contractId, nextOfficial());
    await expect(endDeal(dealing.buyer, { dealId, reason: "other" })).rejects.toThrow(Conflict);
  });

  it("a new contract of new terms may take its place", async () => {
    const { dealId } = await refused();
    await expect(signDeal(dealing.office, { dealId, ...paper })).rejects.toThrow(Conflict);
    await agreeOn(dealing, dealId, { totalFen: 100_000_000, technicalFen: 100_000_000 });
    const second = await signDeal(dealing.office, { dealId, ...paper, totalFen: 100_000_000, technicalFen: 100_000_000 });
    expect((await getDealRoom(dealing.office, dealId)).turn).toEqual({ who: "seller", task: "submit_registration" });
    await registerOne(dealing, second.contractId, nextOfficial());
    await after("registration.registered", second.contractId);
    expect(await statusOf(dealId)).toMatchObject({ status: "completed" });
  });
});

describe("a further contract", () => {
  it("keeps the deal open until both are registered", async () => {
    const { dealId, contractId } = await signOne(dealing);
    await agreeOn(dealing, dealId, { totalFen: 50_000_000, technicalFen: 50_000_000 });
    const second = await signDeal(dealing.buyer, { dealId, ...paper, title: "补充服务", totalFen: 50_000_000, technicalFen: 50_000_000 });
    await registerOne(dealing, contractId, nextOfficial());
    await after("registration.registered", contractId);
    expect(await statusOf(dealId)).toMatchObject({ status: "open" });
    await registerOne(dealing, second.contractId, nextOfficial());
    await after("registration.registered", second.contractId);
    expect(await statusOf(dealId)).toMatchObject({ status: "completed" });
  });

  it("comes to nothing when its terms are dropped; then what was signed completes the deal", async () => {
    const { dealId, contractId } = await signOne(dealing);
    await expect(dropTerms(dealing.office, { dealId })).rejects.toThrow(Conflict);
    await proposeTerms(dealing.buyer, { dealId, ...terms, totalFen: 200_000_000 });
    await registerOne(dealing, contractId, nextOfficial());
    await after("registration.registered", contractId);
    expect(await statusOf(dealId)).toEqual({ status: "open", stage: "terms" });
    await expect(dropTerms(dealing.stranger, { dealId })).rejects.toThrow(NotFound);
    const twice = await Promise.allSettled([dropTerms(dealing.office, { dealId }), dropTerms(dealing.buyer, { dealId })]);
    expect(twice.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    await db().transaction((tx) => completeDeals(tx, [{ name: "deal.terms_dropped", subjects: [{ kind: "deal", id: dealId }], facts: {} } as unknown as StoredEvent]));
    expect(await statusOf(dealId)).toEqual({ status: "completed", stage: "signed" });
  });

  it("or its terms mend the amounts of the contract there is", async () => {
    const { dealId, contractId } = await signOne(dealing);
    const corrected = { contractId, title: paper.title, type: "license", techArea: "03", signedOn: paper.signedOn, totalFen: 128_000_000, technicalFen: 90_000_000 };
    const { ordinal } = await proposeTerms(dealing.buyer, { dealId, ...terms, technicalFen: 90_000_000 });
    await expect(correctContract(dealing.office, corrected)).rejects.toThrow(Invalid);
    await agreeTerms(dealing.office, { dealId, ordinal });
    await correctContract(dealing.office, corrected);
    expect(await statusOf(dealId)).toEqual({ status: "open", stage: "signed" });
    const [row] = await db().select().from(contracts).where(eq(contracts.id, contractId));
    expect(row).toMatchObject({ technicalFen: 90_000_000, termsOrdinal: ordinal });
  });
});

describe("a completed deal", () => {
  async function completed() {
    const signed = await signOne(dealing);
    await registerOne(dealing, signed.contractId, nextOfficial());
    await after("registration.registered", signed.contractId);
    expect(await statusOf(signed.dealId)).toEqual({ status: "completed", stage: "signed" });
    return signed;
  }

  it("is open again when further terms are proposed, and complete when their contract is registered", async () => {
    const { dealId, contractId } = await completed();
    await expect(proposeTerms(dealing.stranger, { dealId, ...terms })).rejects.toThrow(NotFound);
    expect((await getDealRoom(dealing.buyer, dealId)).mayPropose).toBe(true);
    await agreeOn(dealing, dealId, { totalFen: 50_000_000, technicalFen: 50_000_000 });
    expect(await statusOf(dealId)).toEqual({ status: "open", stage: "signing" });
    expect((await listDealHistory(dealing.buyer, dealId)).filter((entry) => entry.facts.reopened === true)).toMatchObject([{ name: "deal.terms_proposed", facts: { ordinal: 2 } }]);
    await after("registration.registered", contractId);
    expect(await statusOf(dealId), "an event read twice does not close it").toEqual({ status: "open", stage: "signing" });
    const second = await signDeal(dealing.office, { dealId, ...paper, title: "补充服务", totalFen: 50_000_000, technicalFen: 50_000_000 });
    await registerOne(dealing, second.contractId, nextOfficial());
    await after("registration.registered", second.contractId);
    expect(await statusOf(dealId)).toEqual({ status: "completed", stage: "signed" });
  });

  it("is complete again when the further terms are dropped", async () => {
    const { dealId } = await completed();
    await proposeTerms(dealing.buyer, { dealId, ...terms });
    await dropTerms(dealing.office, { dealId });
    await db().transaction((tx) => completeDeals(tx, [{ name: "deal.terms_dropped", subjects: [{ kind: "deal", id: dealId }], facts: {} } as unknown as StoredEvent]));
    expect(await statusOf(dealId)).toEqual({ status: "completed", stage: "signed" });
  });

  it("stays complete where nothing new may begin between the two", async () => {
    const { dealId } = await completed();
    await db().update(organisations).set({ suspendedAt: new Date() }).where(eq(organisations.id, dealing.enterprise.organisationId));
    await expect(proposeTerms(dealing.office, { dealId, ...terms })).rejects.toMatchObject({ code: "side_suspended" });
    expect((await getDealRoom(dealing.office, dealId)).mayPropose).toBe(false);
    await db().update(organisations).set({ suspendedAt: null }).where(eq(organisations.id, dealing.enterprise.organisationId));
    await db().insert(dishonestyMarks).values({ id: newId(), organisationId: dealing.enterprise.organisationId, reason: "失信", source: "名单", listedOn: "2026-01-01", markedBy: dealing.reviewer.userId, markedAt: new Date() });
    await expect(proposeTerms(dealing.office, { dealId, ...terms })).rejects.toMatchObject({ code: "side_barred" });
    await db().delete(dishonestyMarks).where(eq(dishonestyMarks.organisationId, dealing.enterprise.organisationId));
    expect(await statusOf(dealId)).toMatchObject({ status: "completed" });
  });

  it("is open again when its only registration is cancelled, and then can be ended; not where another counts", async () => {
    const { dealId, contractId } = await completed();
    const cancel = async (id: string) => {
      await cancelRegistration(dealing.reviewer, { contractId: id, cancelledOn: "2026-06-06", remark: "合同解除" });
      await after("registration.cancelled", id);
    };
    await cancel(contractId);
    expect(await statusOf(dealId)).toEqual({ status: "open", stage: "signed" });
    expect((await getDealRoom(dealing.buyer, dealId)).turn).toEqual({ who: "both", task: "void" });
    await agreeOn(dealing, dealId);
    const second = await signDeal(dealing.office, { dealId, ...paper });
    await registerOne(dealing, second.contractId, nextOfficial());
    await after("registration.registered", second.contractId);
    await agreeOn(dealing, dealId);
    const third = await signDeal(dealing.office, { dealId, ...paper });
    await registerOne(dealing, third.contractId, nextOfficial());
    await after("registration.registered", third.contractId);
    await cancel(second.contractId);
    expect(await statusOf(dealId)).toMatchObject({ status: "completed" });
    await cancel(third.contractId);
    await endDeal(dealing.buyer, { dealId, reason: "other" });
    expect(await statusOf(dealId)).toMatchObject({ status: "ended" });
  });
});

describe("a reversed record", () => {
  it("opens the completed deal again until the right number is recorded", async () => {
    const { dealId, contractId } = await signOne(dealing);
    await registerOne(dealing, contractId, nextOfficial());
    await after("registration.registered", contractId);
    await reverseRegistration(dealing.reviewer, { contractId, remark: "登记编号录错" });
    await after("registration.reversed", contractId);
    expect(await statusOf(dealId)).toMatchObject({ status: "open" });
    await registerContract(dealing.reviewer, { contractId, officialNumber: nextOfficial(), ...recognised });
    await after("registration.registered", contractId);
    expect(await statusOf(dealId)).toMatchObject({ status: "completed" });
  });
});

describe("a refused contract beside a registered one", () => {
  it("opens the completed deal again when it is handed in anew", async () => {
    const { dealId, contractId } = await refused();
    await agreeOn(dealing, dealId);
    const { contractId: second } = await signDeal(dealing.buyer, { dealId, ...paper });
    await registerOne(dealing, second, nextOfficial());
    await after("registration.registered", second);
    expect(await statusOf(dealId)).toMatchObject({ status: "completed" });
    await submitRegistration(dealing.office, { contractId });
    await after("registration.submitted", contractId);
    expect(await statusOf(dealId)).toMatchObject({ status: "open" });
  });
});

describe("the end of a contract", () => {
  const closing = { closedOn: "2026-09-01", closingNote: "已全部交付" };
  it("is said once by a party, with its day and its words", async () => {
    const { contractId } = await signOne(dealing);
    await expect(fulfilContract(dealing.stranger, { contractId, ...closing })).rejects.toThrow(NotFound);
    await expect(fulfilContract(dealing.reviewer, { contractId, ...closing })).rejects.toThrow(Forbidden);
    await expect(fulfilContract(dealing.buyer, { contractId, ...closing, closedOn: "2026-03-01" })).rejects.toThrow(Invalid);
    await expect(fulfilContract(dealing.buyer, { contractId, ...closing, closedOn: "2999-01-01" })).rejects.toThrow(Invalid);
    const twice = await Promise.allSettled([fulfilContract(dealing.buyer, { contractId, ...closing }), terminateContract(dealing.office, { contractId, ...closing })]);
    expect(twice.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const [row] = await db().select().from(contracts).where(eq(contracts.id, contractId));
    expect(row).toMatchObject(closing);
  });

  it("that was done before it was registered leaves its registration to go on", async () => {
    const { dealId, contractId } = await signOne(dealing);
    await fulfilContract(dealing.buyer, { contractId, ...closing });
    const next = async () => nextStepOf(dealing.office, await getContractFor(db(), dealing.office, contractId));
    expect(await next()).toEqual({ next: "submit", mine: true });
    await handIn(dealing, contractId);
    await sendBackRegistration(dealing.reviewer, { contractId, remark: "名称与内容不一致" });
    expect(await next()).toEqual({ next: "correct", mine: true });
    await correctContract(dealing.office, { contractId, title: "叶片成型工艺专利实施许可", type: "license", techArea: "03", totalFen: paper.totalFen, technicalFen: paper.technicalFen, signedOn: paper.signedOn });
    await registerOne(dealing, contractId, nextOfficial());
    await after("registration.registered", contractId);
    expect(await statusOf(dealId)).toMatchObject({ status: "completed" });
  });

  it("that was done and refused is handed in again, or its deal ends; not both, whoever comes first", async () => {
    const both = async (first: "end" | "submit") => {
      const { dealId, contractId } = await refused();
      await fulfilContract(dealing.buyer, { contractId, ...closing });
      const acts = { end: () => endDeal(dealing.buyer, { dealId, reason: "registration_refused" }), submit: () => submitRegistration(dealing.office, { contractId }) };
      return queueBehind(sql`select 1 from registrations where contract_id = ${contractId} for update`, acts[first], acts[first === "end" ? "submit" : "end"]);
    };
    expect(await both("end")).toMatchObject([{ status: "fulfilled" }, { status: "rejected", reason: { code: "contract_closed" } }]);
    expect(await both("submit")).toMatchObject([{ status: "fulfilled" }, { status: "rejected", reason: { code: "contract_stands" } }]);
  });

  it("lets a deal without it be ended or completed", async () => {
    const { dealId, contractId } = await signOne(dealing);
    await terminateContract(dealing.buyer, { contractId, ...closing, closingNote: "双方协商解除" });
    expect((await getDealRoom(dealing.office, dealId)).turn).toEqual({ who: "both", task: "void" });
    await expect(submitRegistration(dealing.office, { contractId })).rejects.toThrow(Conflict);
    const listed = async () => (await listDeals(dealing.office, { organisationId: dealing.university.organisationId }, pageRequest({ size: "100" }))).rows.find((row) => row.id === dealId)?.totalFen;
    expect(await listed(), "what was given up is no amount of the deal").toBeNull();
    await endDeal(dealing.office, { dealId, reason: "other" });
    expect(await statusOf(dealId)).toMatchObject({ status: "ended" });
  });
});
