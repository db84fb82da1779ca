import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { useDatabase } from "@/db/testing/database";
import { agreeOn, makeBrokerOf, makeDealing, openOne, paper, type Dealing } from "@/db/testing/dealing";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { getContractRecord, listContracts, listOwnContracts } from "@/lib/contracts/queries";
import { recipients } from "@/lib/contracts/registrations/notify";
import type { Person } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import type { StoredEvent } from "@/lib/jobs/cursors";
import { paletteHits } from "@/lib/search/palette";
import { getDealRoom, listDeals } from "./queries";
import { signDeal } from "./sign";

useDatabase();

let dealing: Dealing;
beforeAll(async () => {
  dealing = await makeDealing();
});

describe("the broker in a contract", () => {
  it("finds the deal again and reads the contract, alone or with the agency", async () => {
    const dealId = await openOne(dealing);
    const agency = await makeOrganisation({ kind: "agency", name: "某技术转移中心" });
    const [alone, employed] = [await makeBrokerOf(dealing, dealId), await makeBrokerOf(dealing, dealId, agency)];
    const colleague = await makePerson({ organisation: agency, roles: ["viewer"] });
    await agreeOn(dealing, dealId);
    const { contractId } = await signDeal(dealing.buyer, { dealId, ...paper });
    expect((await listDeals(alone, {}, { page: 1, size: 20 })).rows.map((row) => row.id)).toEqual([dealId]);
    const { deal } = await getDealRoom(alone, dealId);
    expect((await paletteHits(alone, deal.number)).map(({ id, slug }) => [id, slug])).toEqual([[dealId, null]]);
    expect((await paletteHits(dealing.buyer, deal.number)).map(({ id, slug }) => [id, slug])).toEqual([[dealId, dealing.enterprise.slug]]);
    for (const reader of [alone, employed, colleague]) expect((await getContractRecord(reader, contractId)).contract.id).toBe(contractId);
    expect((await listContracts(colleague, agency.organisationId, {}, { page: 1, size: 20 })).rows.map((row) => row.id)).toEqual([contractId]);
    const own = async (reader: Person, filter = {}) => (await listOwnContracts(reader, filter, { page: 1, size: 20 })).rows.filter((row) => row.id === contractId).map(({ side, org, next, mine }) => ({ side, org, next, mine }));
    expect(await own(alone)).toEqual([{ side: "broker", org: null, next: "submit", mine: false }]);
    expect(await own(employed, { side: "broker", q: paper.title, statuses: ["draft"] })).toEqual([{ side: "broker", org: agency.slug, next: "submit", mine: false }]);
    expect(await own(dealing.office)).toEqual([{ side: "seller", org: dealing.university.slug, next: "submit", mine: true }]);
    expect(await own(dealing.buyer)).toEqual([{ side: "buyer", org: dealing.enterprise.slug, next: "submit", mine: false }]);
    for (const [reader, filter] of [[dealing.stranger, {}], [dealing.reviewer, {}], [dealing.office, { side: "buyer" }], [dealing.office, { statuses: ["registered"] }]] as const) expect(await own(reader, filter)).toEqual([]);
    const { contract } = await getContractRecord(alone, contractId);
    expect(contract.parties.filter((one) => one.side === "broker").map((one) => one.name).sort()).toEqual([alone.name, `某技术转移中心\u3000${employed.name}`].sort());
    await expect(getContractRecord(dealing.stranger, contractId)).rejects.toThrow(NotFound);
    const told = await db().transaction((tx) => recipients["registration.registered"]!(tx, { name: "registration.registered", subjects: [{ kind: "contract", id: contractId }], facts: {} } as unknown as StoredEvent));
    expect(told.filter((notice) => notice.userId === alone.userId).map((notice) => notice.href)).toEqual([`/me/contracts/${contractId}`]);
  });
});
