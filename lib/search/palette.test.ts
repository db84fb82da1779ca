import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { deals, interests, nameInitials, organisations } from "@/db/schema";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { makePublished } from "@/db/testing/market";
import { useDatabase } from "@/db/testing/database";
import { visitor } from "@/lib/core/actor";
import { newId } from "@/lib/core/id";
import { initialsOf, organisationInitials, typedInitials } from "./initials";
import { keepInitials } from "./keep-initials";
import { paletteHits } from "./palette";

describe("initials", () => {
  test.each([["哈尔滨工业大学", "hebgydx"], ["重庆长春", "cqcc"], ["SiC衬底660MW机组", "siccd660mwjz"], ["（示例）大学", "sldx"], ["🚀", ""]])("of %s are %s", (name, initials) => expect(initialsOf(name)).toBe(initials));
  test("of an organisation, with the short names people use", () => expect(organisationInitials("哈尔滨工业大学", "哈工大").split(" ")).toEqual(expect.arrayContaining(["hebgydx", "hgd"])));
  test.each([["hgd", "hgd"], ["ＨＧＤ", "hgd"], ["哈工大", null], ["h", null], ["123", null], ["h g", null]])("typed %s is %s", (typed, letters) => expect(typedInitials(typed)).toBe(letters));
});

describe("the palette", () => {
  useDatabase();
  let id: string;
  beforeAll(async () => {
    ({ organisationId: id } = await makeOrganisation({ name: "哈尔滨工业大学" }));
    await makeOrganisation({ name: "黑龙江工程学院" });
    await makeOrganisation({ name: "黑龙江大学", verified: false });
    expect(await keepInitials()).toBe(2);
    expect(await keepInitials()).toBe(0);
  });
  const titles = async (typed: string) => (await paletteHits(visitor, typed)).map(({ title }) => title);

  test.each([["hgd", ["哈尔滨工业大学"]], ["hebgydx", ["哈尔滨工业大学"]], ["gydx", ["哈尔滨工业大学"]], ["HLJ", ["黑龙江工程学院"]], ["zzz", []], ["工程", ["黑龙江工程学院"]], ["%", []], ["黑龍江", ["黑龙江工程学院"]], ["ｈｇｄ", ["哈尔滨工业大学"]], ["工\u0000程", []]])("%s finds %j", async (typed, found) => expect(await titles(typed)).toEqual(found));

  test("a deal opens in the organisation by which the person is a side of it", async () => {
    const [mine, both, others] = [await makeOrganisation(), await makeOrganisation(), await makeOrganisation()];
    const person = await makePerson({ in: [{ organisation: both, roles: ["viewer"] }, { organisation: mine, roles: ["viewer"] }] });
    const open = async (title: string, sellerId: string, buyerId: string) => {
      const { id: listingId } = await makePublished("achievement", { organisationId: sellerId });
      const at = new Date(), interestId = newId(), dealId = newId();
      await db().insert(interests).values({ id: interestId, targetListingId: listingId, fromOrganisationId: buyerId, toOrganisationId: sellerId, message: "", sentBy: person.userId, sentAt: at, expiresAt: at });
      await db().insert(deals).values({ id: dealId, number: `D-${dealId.slice(-8)}`, title, interestId, achievementId: listingId, sellerId, buyerId, stageSince: at, openedAt: at });
    };
    await open("激光熔覆合作（卖方）", mine.organisationId, others.organisationId);
    await open("激光熔覆合作（买方）", others.organisationId, mine.organisationId);
    await open("激光熔覆与旁人无关", others.organisationId, (await makeOrganisation()).organisationId);
    for (const typed of ["激光熔覆", "jgrf", "激光熔覆合作（", "激光熔覆合作("]) {
      const hits = await paletteHits(person, typed);
      expect(hits.filter(({ kind }) => kind === "deal").map(({ title, slug }) => [title, slug]).sort()).toEqual([["激光熔覆合作（买方）", mine.slug], ["激光熔覆合作（卖方）", mine.slug]]);
    }
  });

  test("follows a new name and forgets what is gone", async () => {
    await db().update(organisations).set({ name: "深圳技术大学", verifiedName: "深圳技术大学", shortName: null }).where(eq(organisations.id, id));
    expect(await keepInitials([id])).toBe(1);
    expect([await titles("hgd"), await titles("szjsdx")]).toEqual([[], ["深圳技术大学"]]);
    await db().update(organisations).set({ suspendedAt: new Date() }).where(eq(organisations.id, id));
    expect(await keepInitials([id])).toBe(1);
    expect(await db().select().from(nameInitials).where(eq(nameInitials.id, id))).toEqual([]);
  });
});
