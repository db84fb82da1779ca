import { and, asc, eq, ne } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { contractParties } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { agreeOn, makeDealing, openOne, paper, signOne, type Dealing } from "@/db/testing/dealing";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { getContractRecord, listContracts } from "@/lib/contracts/queries";
import { recipients as contractRecipients } from "@/lib/contracts/registrations/notify";
import { makeCreditCode } from "@/lib/core/credit-code";
import { NotFound } from "@/lib/core/errors";
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
