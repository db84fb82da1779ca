import { and, asc, eq, ne } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { contractParties } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { agreeOn, makeDealing, openOne, paper, registerOne, signOne, type Dealing } from "@/db/testing/dealing";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { fulfilContract } from "@/lib/contracts/fulfil";
import { getContractRecord, listContracts, listOwnContracts } from "@/lib/contracts/queries";
import { recipients as contractRecipients } from "@/lib/contracts/registrations/notify";
import { listRegistrations } from "@/lib/contracts/registrations/queries";
import { terminateContract } from "@/lib/contracts/terminate";
import { undoClosing } from "@/lib/contracts/undo-closing";
import { makeCreditCode } from "@/lib/core/credit-code";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { contractsBehind } from "@/lib/indicators/contracts-behind";
import type { StoredEvent } from "@/lib/jobs/cursors";
import { correctContract } from "./correct-contract";
import { recipients } from "./notify";
import { signDeal } from "./sign";

useDatabase();

let dealing: Dealing;
beforeAll(async () => {
  dealing = await makeDealing();
});

const linksOf = async (contractId: string) => (await db().select().from(contractParties).where(and(eq(contractParties.contractId, contractId), ne(contractParties.position, 1))).orderBy(asc(contractParties.side), asc(contractParties.position))).map((one) => [one.name, one.organisationId]);
const share = (side: "university" | "enterprise", shareBasisPoints: number) => ({ organisationId: dealing[side].organisationId, shareBasisPoints });

async function signWith(changes: object): Promise<string> {
  const dealId = await openOne(dealing);
  await agreeOn(dealing, dealId);
  return (await signDeal(dealing.buyer, { dealId, ...paper, ...changes })).contractId;
}

describe("a further party that is typed", () => {
  it("is linked to its organisation: by the code, by a name only where nobody else bears it and no code says otherwise", async () => {
    const [codeOfA, codeOfB] = [makeCreditCode("甲"), makeCreditCode("乙")];
    const coded = await makeOrganisation({ kind: "enterprise", name: "有代码（哈尔滨）公司", creditCode: codeOfA });
    const alone = await makeOrganisation({ kind: "university", name: "独名研究所" });
    for (const creditCode of [null, codeOfB]) await makeOrganisation({ kind: "enterprise", name: "同名制造公司", creditCode });
    await makeOrganisation({ kind: "enterprise", name: "没认证公司", verified: false });
    await makeOrganisation({ kind: "bureau", name: "某市科技局" });
    const typed = [
      { name: "换了说法的公司", creditCode: codeOfA }, { name: "独名 研究所" }, { name: "同名制造公司" }, { name: "没认证公司" }, { name: "某市科技局" },
    ];
    const contractId = await signWith({ sellers: [share("university", 5_000), ...typed.map((one) => ({ ...one, place: "230103", shareBasisPoints: 1_000 }))] });
    expect(await linksOf(contractId), "as typed, but linked").toEqual([["换了说法的公司", coded.organisationId], ["独名 研究所", alone.organisationId], ["同名制造公司", null], ["没认证公司", null], ["某市科技局", null]]);
    const other = await signWith({ buyers: [share("enterprise", 6_000), { name: "有代码(哈尔滨)公司", creditCode: makeCreditCode("丙"), place: "230103", shareBasisPoints: 2_000 }, { name: "同名制造公司", creditCode: codeOfB, place: "230103", shareBasisPoints: 2_000 }] });
    expect((await linksOf(other)).map(([, id]) => id !== null)).toEqual([false, true]);
  });

  it("reads the contract and hears of it, when it is recorded and when it is put in later", async () => {
    const third = await makeOrganisation({ kind: "enterprise", name: "共同出让公司" });
    const chief = await makePerson({ organisation: third, roles: ["administrator"] });
    const sellers = [share("university", 7_000), { name: "共同出让公司", place: "230103", shareBasisPoints: 3_000 }];
    const contractId = await signWith({ sellers });
    expect((await getContractRecord(chief, contractId)).contract.id).toBe(contractId);
    expect((await listContracts(chief, third.organisationId, {}, { page: 1, size: 20 })).rows.map((row) => row.id)).toEqual([contractId]);
    const closing = { contractId, closedOn: paper.signedOn, closingNote: "履行完毕" };
    for (const act of [fulfilContract, terminateContract]) await expect(act(chief, closing), "it ends nothing between the two sides").rejects.toBeInstanceOf(Forbidden);
    await fulfilContract(dealing.buyer, closing);
    await expect(undoClosing(chief, { contractId })).rejects.toBeInstanceOf(Forbidden);
    expect((await listOwnContracts(chief, {}, { page: 1, size: 20 })).rows.map(({ id, mine }) => [id, mine])).toEqual([[contractId, false]]);
    const heard = (name: "deal.signed" | "contract.corrected", facts: object, id: string) => db().transaction(async (tx) =>
      ((await (recipients[name] ?? contractRecipients[name])!(tx, { name, subjects: [{ kind: "contract", id }], facts } as unknown as StoredEvent)) ?? []).filter((one) => one.userId === chief.userId).map((one) => [one.to, one.href]));
    expect(await heard("deal.signed", {}, contractId)).toEqual([["party", `/o/${third.slug}/contracts/${contractId}`]]);
    const later = (await signOne(dealing)).contractId;
    expect(await heard("deal.signed", {}, later)).toEqual([]);
    await expect(getContractRecord(chief, later)).rejects.toThrow(NotFound);
    await correctContract(dealing.office, { contractId: later, ...paper, sellers });
    expect((await getContractRecord(chief, later)).contract.id).toBe(later);
    expect(await heard("contract.corrected", { sellers: ["…"] }, later)).toEqual([[undefined, `/o/${third.slug}/contracts/${later}`]]);
  });
});

it("of several buyers a line names the one with the largest share, in every list alike", async () => {
  const contractId = await signWith({ buyers: [share("enterprise", 3_000), { name: "占多数的公司", place: "230103", shareBasisPoints: 7_000 }] });
  await registerOne(dealing, contractId, "2026230100555001");
  const page = { page: 1, size: 20 }, whole = { year: 2026, asOf: null, parts: {} };
  const { rows: own } = await listContracts(dealing.buyer, dealing.enterprise.organisationId, {}, page);
  const { rows: queued } = await listRegistrations(dealing.reviewer, { tab: "registered" }, page);
  const { rows: behind } = await contractsBehind(dealing.reviewer, whole, page);
  expect([own.find((row) => row.id === contractId)?.buyer, queued.find((row) => row.contractId === contractId)?.buyer, behind.find((row) => row.contractId === contractId)?.buyerName]).toEqual(Array(3).fill("占多数的公司"));
});
