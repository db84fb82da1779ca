import { and, asc, desc, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { contracts, events, holidays, ledgerEntries, notifications, registrations } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { agreeOn, handIn, makeDealing, openOne, paper, recognised, registerOne, signOne, type Dealing } from "@/db/testing/dealing";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { queueBehind } from "@/db/testing/queue";
import { correctRule } from "@/lib/codes/correct-rule";
import { withClock } from "@/lib/core/clock";
import { Conflict, Forbidden, Invalid, NotFound } from "@/lib/core/errors";
import { pageRequest } from "@/lib/core/page";
import { signDeal } from "@/lib/deals/sign";
import { balanceOf } from "@/lib/ledger/post";
import { follow } from "@/lib/worker/follow";
import { terminateContract } from "../terminate";
import { undoClosing } from "../undo-closing";
import { acceptRegistration } from "./accept";
import { askExperts } from "./ask-experts";
import { cancelRegistration } from "./cancel";
import { changeRegistration } from "./change";
import { dueAfter } from "./due-after";
import { countToRegister, listRegistrations, queueTab } from "./queries";
import { recordOpinion } from "./record-opinion";
import { registerContract } from "./register";
import { reverseRegistration } from "./reverse";
import { sendBackRegistration } from "./send-back";
import { submitRegistration } from "./submit";
import { withdrawRegistration } from "./withdraw";

useDatabase();

let dealing: Dealing;
let number = 0;
const nextOfficial = () => `20262302${String((number += 1)).padStart(8, "0")}`;
const remark = "登记编号录错";
beforeAll(async () => {
  dealing = await makeDealing();
});

const registrationOf = async (contractId: string) => (await db().select().from(registrations).where(eq(registrations.contractId, contractId)))[0];
const yearOf = async (contractId: string, year: string) => {
  const [row] = await db().select({ fen: sql<number>`coalesce(sum(${ledgerEntries.amountFen}), 0)`.mapWith(Number), n: sql<number>`coalesce(sum(${ledgerEntries.contracts}), 0)`.mapWith(Number) })
    .from(ledgerEntries).where(sql`${ledgerEntries.contractId} = ${contractId} and ${ledgerEntries.countsOn}::text like ${`${year}%`}`);
  return row;
};

describe("dates", () => {
  it("of a change or a cancellation are not before what is already counted", async () => {
    const { contractId } = await signOne(dealing);
    await registerOne(dealing, contractId, nextOfficial());
    const less = { recognisedTotalFen: 100_000_000, recognisedTechnicalFen: 90_000_000, remark: "合同变更" };
    await expect(changeRegistration(dealing.reviewer, { contractId, changedOn: "2026-03-19", ...less })).rejects.toMatchObject({ fields: { changedOn: { code: "before_entry", values: { date: "2026-03-20" } } } });
    await expect(cancelRegistration(dealing.reviewer, { contractId, cancelledOn: "2026-03-19", remark: "解除" })).rejects.toThrow(Invalid);
    await changeRegistration(dealing.reviewer, { contractId, changedOn: "2026-05-05", ...less });
    await expect(cancelRegistration(dealing.reviewer, { contractId, cancelledOn: "2026-05-04", remark: "合同解除" })).rejects.toMatchObject({ fields: { cancelledOn: { values: { date: "2026-05-05" } } } });
    await cancelRegistration(dealing.reviewer, { contractId, cancelledOn: "2026-05-05", remark: "合同解除" });
    expect(await yearOf(contractId, "2026")).toEqual({ fen: 0, n: 0 });
  });
});

describe("a contract that its parties have ended", () => {
  const end = (contractId: string) => terminateContract(dealing.buyer, { contractId, closedOn: "2026-03-21", closingNote: "对方撤回" });

  it("is registered only by who knows of it, and the bureau is told at once", async () => {
    const { contractId } = await signOne(dealing);
    await handIn(dealing, contractId);
    await end(contractId);
    await follow();
    const told = async () => (await db().select().from(notifications).where(and(eq(notifications.userId, dealing.reviewer.userId), eq(notifications.subjectId, contractId)))).map((one) => [one.kind, one.needsAction, one.doneAt === null]).sort();
    expect(await told()).toEqual([["contract.terminated", 1, true], ["registration.submitted", 1, false]]);
    expect((await listRegistrations(dealing.reviewer, { tab: "open" }, pageRequest({}))).rows.filter((row) => row.ended).map((row) => row.contractId)).toEqual([contractId]);
    const record = { contractId, officialNumber: nextOfficial(), ...recognised };
    await expect(registerContract(dealing.reviewer, record)).rejects.toMatchObject({ fields: { knowingEnded: { code: "contract_ended", values: { date: "2026-03-21" } } } });
    expect([(await registrationOf(contractId))?.status, await yearOf(contractId, "2026")]).toEqual(["accepted", { fen: 0, n: 0 }]);
    await undoClosing(dealing.buyer, { contractId });
    await follow();
    expect(await told()).toContainEqual(["contract.closing_undone", 0, true]);
    await end(contractId);
    // Of before days had a lower bound: the database would not let it stand again, so the act says it first.
    await db().update(contracts).set({ startsOn: "1984-12-31" }).where(eq(contracts.id, contractId));
    await expect(undoClosing(dealing.buyer, { contractId })).rejects.toMatchObject({ code: "closing_dates" });
    await registerContract(dealing.reviewer, { ...record, knowingEnded: "on" });
    const [event] = await db().select().from(events).where(eq(events.name, "registration.registered")).orderBy(desc(events.at)).limit(1);
    expect([event?.facts.endedOn, await yearOf(contractId, "2026")]).toEqual(["2026-03-21", { fen: 120_000_000, n: 1 }]);
  });

  it("is not registered unknowingly when it ends at that moment", async () => {
    const { contractId } = await signOne(dealing);
    await handIn(dealing, contractId);
    const outcomes = await queueBehind(sql`select 1 from contracts where id = ${contractId} for update`, () => end(contractId), () => registerContract(dealing.reviewer, { contractId, officialNumber: nextOfficial(), ...recognised }));
    expect(outcomes).toMatchObject([{ status: "fulfilled" }, { status: "rejected", reason: { fields: { knowingEnded: { code: "contract_ended" } } } }]);
  });
});

describe("a recognised amount above what is taken without a question", () => {
  it("is recorded, and changed, by who says that it was looked at again", async () => {
    const { contractId } = await signOne(dealing);
    await handIn(dealing, contractId);
    const huge = { recognisedTotalFen: 100_000_000_001, recognisedTechnicalFen: 100_000_000 };
    const record = { contractId, officialNumber: nextOfficial(), ...recognised, ...huge };
    const asked = { fields: { knowingLarge: { code: "amount_large", values: { limit: "10亿元" } } } };
    await expect(registerContract(dealing.reviewer, record)).rejects.toMatchObject(asked);
    expect(await yearOf(contractId, "2026")).toEqual({ fen: 0, n: 0 });
    await registerContract(dealing.reviewer, { ...record, knowingLarge: "on" });
    const change = { contractId, changedOn: "2026-05-05", ...huge, recognisedTotalFen: 100_000_000_002, remark: "合同变更" };
    await expect(changeRegistration(dealing.reviewer, change)).rejects.toMatchObject(asked);
    await changeRegistration(dealing.reviewer, { ...change, knowingLarge: "on" });
    expect(await yearOf(contractId, "2026")).toEqual({ fen: 100_000_000_002, n: 1 });
  });
});

describe("who belongs to a party that stands there as text", () => {
  it("registers nothing of it; others do", async () => {
    const institute = await makeOrganisation({ name: "示例研究院" });
    const bureau = await makeOrganisation({ kind: "bureau" });
    const both = await makePerson({ in: [{ organisation: bureau, roles: ["reviewer"] }, { organisation: institute, roles: ["viewer"] }] });
    const dealId = await openOne(dealing);
    await agreeOn(dealing, dealId);
    const sellers = [{ organisationId: dealing.university.organisationId, shareBasisPoints: 6_000 }, { name: "示例研究院 （哈尔滨）", place: "230103", shareBasisPoints: 4_000 }];
    const { contractId } = await signDeal(dealing.office, { dealId, ...paper, sellers });
    await submitRegistration(dealing.office, { contractId });
    await expect(acceptRegistration(both, { contractId })).rejects.toThrow(Forbidden);
    await acceptRegistration(dealing.reviewer, { contractId });
    await expect(registerContract(both, { contractId, officialNumber: nextOfficial(), ...recognised })).rejects.toThrow(Forbidden);
    const other = await signOne(dealing);
    await submitRegistration(dealing.office, { contractId: other.contractId });
    await acceptRegistration(both, { contractId: other.contractId });
  });
});

it("is counted for a registrar while it waits for one, and for nobody else", async () => {
  const before = (await countToRegister(dealing.reviewer))!;
  const { contractId } = await signOne(dealing);
  expect(await countToRegister(dealing.reviewer)).toBe(before);
  await handIn(dealing, contractId);
  expect(await countToRegister(dealing.reviewer)).toBe(before + 1);
  await registerContract(dealing.reviewer, { contractId, officialNumber: nextOfficial(), ...recognised });
  expect(await countToRegister(dealing.reviewer)).toBe(before);
  expect(await countToRegister(dealing.office)).toBeNull();
});

describe("the limit", () => {
  const at = (moment: string, act: () => Promise<unknown>) => withClock(new Date(moment), act);
  const on = async (contractId: string) => { const { acceptedOn, dueOn } = (await registrationOf(contractId))!; return [acceptedOn, dueOn]; };

  it("counts from the day of acceptance that is typed, not before the submission and not to come", async () => {
    const { contractId } = await signOne(dealing);
    // Wednesday, 11 March, late in the evening in Harbin.
    await at("2026-03-11T15:00:00Z", () => submitRegistration(dealing.office, { contractId }));
    const accept = (acceptedOn?: string) => at("2026-03-18T02:00:00Z", () => acceptRegistration(dealing.reviewer, { contractId, acceptedOn }));
    await expect(accept("2026-03-10")).rejects.toMatchObject({ fields: { acceptedOn: { code: "before_submission", values: { date: "2026-03-11" } } } });
    await expect(accept("2026-03-19")).rejects.toMatchObject({ fields: { acceptedOn: { code: "future_date" } } });
    expect(await on(contractId)).toEqual([null, null]);
    await accept("2026-03-12");
    expect(await on(contractId)).toEqual(["2026-03-12", "2026-04-02"]);
  });

  it("restarts at the corrected submission, whenever it is accepted and whoever looks at it then", async () => {
    const { contractId } = await signOne(dealing);
    await at("2026-03-02T02:00:00Z", () => handIn(dealing, contractId));
    expect(await on(contractId)).toEqual(["2026-03-02", "2026-03-23"]);
    await at("2026-03-04T02:00:00Z", () => sendBackRegistration(dealing.reviewer, { contractId, remark: "缺少附件" }));
    expect((await on(contractId))[1]).toBeNull();
    await at("2026-03-09T02:00:00Z", () => submitRegistration(dealing.office, { contractId }));
    expect((await on(contractId))[1]).toBe("2026-03-30");
    await at("2026-03-10T02:00:00Z", () => withdrawRegistration(dealing.office, { contractId }));
    expect((await on(contractId))[1]).toBeNull();
    await at("2026-03-11T02:00:00Z", () => submitRegistration(dealing.office, { contractId }));
    await at("2026-03-16T02:00:00Z", () => acceptRegistration(dealing.reviewer, { contractId }));
    expect(await on(contractId)).toEqual(["2026-03-16", "2026-04-01"]);
    const large = await dueAfter(db(), "registration.limit_large", "2026-03-11");
    await at("2026-03-17T02:00:00Z", () => askExperts(dealing.reviewer, { contractId, remark: "有争议，送审" }));
    expect((await on(contractId))[1]).toBe(large);
  });

  it("counts from the reversal of a wrong record, which was not late before", async () => {
    const { contractId } = await signOne(dealing);
    await at("2026-03-02T02:00:00Z", () => registerOneBy("2026-03-02", contractId));
    await at("2026-06-01T02:00:00Z", () => reverseRegistration(dealing.reviewer, { contractId, remark }));
    expect(await on(contractId)).toEqual(["2026-06-01", await dueAfter(db(), "registration.limit", "2026-06-01")]);
    await at("2026-06-02T02:00:00Z", () => askExperts(dealing.reviewer, { contractId, remark: "有争议，送审" }));
    expect((await on(contractId))[1]).toBe(await dueAfter(db(), "registration.limit_large", "2026-06-01"));
  });

  async function registerOneBy(registeredOn: string, contractId: string) {
    await handIn(dealing, contractId);
    await registerContract(dealing.reviewer, { contractId, officialNumber: nextOfficial(), ...recognised, registeredOn });
  }
});

describe("a wrong record", () => {
  it("is reversed on its own date, gives its number free, and is recorded again", async () => {
    const { contractId } = await signOne(dealing);
    const wrong = nextOfficial();
    await registerOne(dealing, contractId, wrong);
    await changeRegistration(dealing.reviewer, { contractId, changedOn: "2026-05-05", recognisedTotalFen: 110_000_000, recognisedTechnicalFen: 90_000_000, remark: "合同变更" });
    await expect(reverseRegistration(dealing.stranger, { contractId, remark })).rejects.toThrow(NotFound);
    await expect(reverseRegistration(dealing.office, { contractId, remark })).rejects.toThrow(Forbidden);
    const twice = await Promise.allSettled([reverseRegistration(dealing.reviewer, { contractId, remark }), reverseRegistration(dealing.reviewer, { contractId, remark })]);
    expect(twice.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const entries = await db().select().from(ledgerEntries).where(eq(ledgerEntries.contractId, contractId)).orderBy(asc(ledgerEntries.countsOn), asc(ledgerEntries.recordedAt));
    expect(entries.map((one) => [one.kind, one.countsOn, one.amountFen, one.contracts])).toEqual([
      ["registered", "2026-03-20", 120_000_000, 1], ["reversed", "2026-03-20", -120_000_000, -1], ["changed", "2026-05-05", -10_000_000, 0], ["reversed", "2026-05-05", 10_000_000, 0],
    ]);
    expect(await registrationOf(contractId)).toMatchObject({ status: "accepted", officialNumber: null, registeredOn: null, recognisedTotalFen: null, remark });
    await registerContract(dealing.reviewer, { contractId, officialNumber: nextOfficial(), ...recognised, registeredOn: "2026-03-10" });
    expect(await balanceOf(db(), contractId)).toEqual({ amountFen: 120_000_000, technicalFen: 100_000_000, contracts: 1, lastOn: "2026-03-10" });
    const other = await signOne(dealing);
    await registerOne(dealing, other.contractId, wrong);
  });

  it("may be a cancellation", async () => {
    const { contractId } = await signOne(dealing);
    const official = nextOfficial();
    await registerOne(dealing, contractId, official);
    await cancelRegistration(dealing.reviewer, { contractId, cancelledOn: "2026-06-06", remark: "合同解除" });
    await reverseRegistration(dealing.reviewer, { contractId, remark: "注销错了合同" });
    await registerContract(dealing.reviewer, { contractId, officialNumber: official, ...recognised });
    expect(await yearOf(contractId, "2026")).toEqual({ fen: 120_000_000, n: 1 });
  });

  it("must have been recorded", async () => {
    const { contractId } = await signOne(dealing);
    await handIn(dealing, contractId);
    await expect(reverseRegistration(dealing.reviewer, { contractId, remark })).rejects.toThrow(Conflict);
    await expect(acceptRegistration(dealing.reviewer, { contractId })).rejects.toThrow(Conflict);
  });
});

describe("the day on which it is due", () => {
  it("is counted by the calendar of the table and marked while nobody has checked the limit; once somebody has, no more", async () => {
    const { contractId } = await signOne(dealing);
    await handIn(dealing, contractId);
    const due = async () => (await listRegistrations(dealing.reviewer, { tab: "open" }, pageRequest({}))).rows.find((row) => row.contractId === contractId)?.due;
    const { dueOn } = (await registrationOf(contractId))!;
    expect(await due()).toMatchObject({ date: dueOn, kind: "working", unverified: true });
    const operator = { ...(await makePerson({})), operator: true };
    await correctRule(operator, { key: "registration.limit", effectiveFrom: "2026-01-23", sourceTitle: "技术合同认定登记管理办法", verified: true });
    expect(await due()).toMatchObject({ date: dueOn, unverified: false });
    await db().insert(holidays).values({ day: dueOn!, working: 0, name: "测试假日" });
    const days = (await due())!.days;
    await db().delete(holidays).where(eq(holidays.day, dueOn!));
    expect((await due())!.days, "a day off more is a working day less").toBe(days + 1);
  });
});

describe("the experts", () => {
  it("are asked by the reviewer, with the longer limit from the acceptance, and answer", async () => {
    const { contractId } = await signOne(dealing);
    await handIn(dealing, contractId);
    const before = await registrationOf(contractId);
    await expect(askExperts(dealing.office, { contractId, remark: "大额合同送审" })).rejects.toThrow(Forbidden);
    await expect(recordOpinion(dealing.reviewer, { contractId, remark: "同意登记" })).rejects.toThrow(Conflict);
    await askExperts(dealing.reviewer, { contractId, remark: "有争议，送审" });
    const asked = await registrationOf(contractId);
    expect(asked).toMatchObject({ status: "expert_review", acceptedOn: before?.acceptedOn });
    expect(asked!.dueOn! > before!.dueOn!).toBe(true);
    await expect(acceptRegistration(dealing.reviewer, { contractId })).rejects.toThrow(Conflict);
    const twice = await Promise.allSettled([recordOpinion(dealing.reviewer, { contractId, remark: "同意登记" }), recordOpinion(dealing.reviewer, { contractId, remark: "同意登记" })]);
    expect(twice.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await registrationOf(contractId)).toMatchObject({ status: "accepted", dueOn: asked!.dueOn, remark: "同意登记" });
    await registerContract(dealing.reviewer, { contractId, officialNumber: nextOfficial(), ...recognised });
  });
});

it("a tab that is none is the first, whatever it is called", () => {
  expect(["open", "constructor", undefined].map(queueTab)).toEqual(["open", "waiting", "waiting"]);
});
