import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { contracts, registrations } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { agreeOn, makeBrokerOf, makeDealing, openOne, paper, registerOne, signOne, type Dealing } from "@/db/testing/dealing";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { visitor, type Actor, type Person } from "@/lib/core/actor";
import { signDeal } from "@/lib/deals/sign";
import { creationsOf } from "./creations";
import { paletteHits } from "./palette";

useDatabase();

let dealing: Dealing, contractId: string, brokered: string, broker: Person;
const found = async (actor: Actor, typed: string) => (await paletteHits(actor, typed)).filter(({ kind }) => kind === "contract").map(({ id, slug, registrar }) => ({ id, slug: slug ?? null, ...(registrar ? { registrar } : {}) }));

beforeAll(async () => {
  dealing = await makeDealing();
  ({ contractId } = await signOne(dealing, { title: "低温轴承试验台许可" }));
  await registerOne(dealing, contractId, "2026230100004711");
  const dealId = await openOne(dealing);
  broker = await makeBrokerOf(dealing, dealId);
  await agreeOn(dealing, dealId);
  brokered = (await signDeal(dealing.buyer, { dealId, ...paper, title: "居间的许可" })).contractId;
});

describe("contracts in the palette", () => {
  it.each(["低温轴承", "dwzc", "2026230100004711", "买方公司"])("are found by %s, each side in its own name", async (typed) => {
    expect(await found(dealing.office, typed)).toContainEqual({ id: contractId, slug: dealing.university.slug });
  });

  it("are the bureau's, all of them by name and number, where it registers them", async () => {
    for (const typed of ["低温轴承", "20262301000047"]) expect(await found(dealing.reviewer, typed)).toEqual([{ id: contractId, slug: null, registrar: true }]);
    const [row] = await db().select({ number: contracts.number }).from(contracts).where(eq(contracts.id, contractId));
    expect(await found(dealing.reviewer, row!.number)).toEqual([{ id: contractId, slug: null, registrar: true }]);
  });

  it("are the broker's who stands in them, in the broker's own name, and no others", async () => {
    expect(await found(broker, "居间的许可")).toEqual([{ id: brokered, slug: null }]);
    expect(await found(broker, "低温轴承")).toEqual([]);
  });

  it("are nobody else's", async () => {
    const viewerElsewhere = await makePerson({ organisation: await makeOrganisation(), roles: ["viewer"] });
    for (const actor of [visitor, dealing.stranger, viewerElsewhere, await makePerson()]) {
      for (const typed of ["低温轴承", "dwzc", "2026230100004711", "许可"]) expect(await found(actor, typed)).toEqual([]);
    }
  });

  it("leaves out what an undone import left", async () => {
    await db().update(registrations).set({ status: "undone" }).where(eq(registrations.contractId, contractId));
    await db().update(contracts).set({ status: "undone" }).where(eq(contracts.id, contractId));
    for (const actor of [dealing.office, dealing.reviewer]) for (const typed of ["低温轴承", "2026230100004711"]) expect(await found(actor, typed)).toEqual([]);
  });
});

describe("deals in the palette", () => {
  it("are found by the other side's name", async () => {
    const deals = async (actor: Actor, typed: string) => (await paletteHits(actor, typed)).filter(({ kind }) => kind === "deal").length;
    expect([await deals(dealing.office, "买方公司"), await deals(dealing.buyer, "卖方大学"), await deals(broker, "卖方大学")]).toEqual([2, 2, 1]);
    expect([await deals(dealing.office, "卖方大学"), await deals(dealing.stranger, "买方公司"), await deals(dealing.reviewer, "买方公司"), await deals(visitor, "买方公司")], "of one's own name are all, of others none").toEqual([0, 0, 0, 0]);
  });
});

describe("what can be begun", () => {
  const acts = async (actor: Actor) => (await creationsOf(actor)).map(({ act, slug }) => (slug ? `${act} ${slug}` : act));

  it("is what the buttons offer", async () => {
    expect(await acts(visitor)).toEqual([]);
    const { university, enterprise } = dealing;
    expect(await acts(dealing.office)).toEqual([`achievement ${university.slug}`, `need ${university.slug}`, "broker"]);
    expect(await acts(dealing.buyer)).toEqual([`achievement ${enterprise.slug}`, `need ${enterprise.slug}`, `member ${enterprise.slug}`, "broker"]);
    expect(await acts(dealing.reviewer)).toEqual(["ledger", "value", "broker"]);
    expect(await acts(await makePerson({ organisation: university, roles: ["viewer"] }))).toEqual(["broker"]);
    expect(await acts(await makePerson())).toEqual(["organisation", "broker"]);
    expect(await acts(await makePerson({ verified: false }))).toEqual([]);
    expect(await acts(broker), "who is a broker already").toEqual(["organisation"]);
    const bureau = await makeOrganisation({ kind: "bureau" });
    expect(await acts(await makePerson({ organisation: bureau, roles: ["director"] }))).toEqual(["ledger", "target", "value", "dishonesty", "broker"]);
  });

  it("names the organisation of whoever has several, that which they act for first", async () => {
    const person = await makePerson({ in: [{ organisation: dealing.university, roles: ["editor"] }, { organisation: dealing.enterprise, roles: ["editor"] }] });
    const acting = person.memberships.find((one) => one.organisationId === dealing.enterprise.organisationId)!;
    expect((await creationsOf({ ...person, acting })).filter(({ act }) => act === "need").map(({ of }) => of)).toEqual(["买方公司", "卖方大学"]);
  });

  it("is the record of a contract once its terms are agreed, for whoever may sign", async () => {
    const dealId = await openOne(dealing);
    await agreeOn(dealing, dealId);
    const viewer = await makePerson({ organisation: dealing.university, roles: ["viewer"] });
    const toRecord = async (actor: Actor) => (await creationsOf(actor)).filter(({ act }) => act === "contract").map(({ id, slug }) => [id, slug]);
    expect(await toRecord(dealing.office)).toEqual([[dealId, dealing.university.slug]]);
    expect([await toRecord(viewer), await toRecord(dealing.stranger), await toRecord(dealing.reviewer)]).toEqual([[], [], []]);
    await signDeal(dealing.buyer, { dealId, ...paper });
    expect(await toRecord(dealing.office)).toEqual([]);
  });
});
