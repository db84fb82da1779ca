import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { organisations, reviews } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson, reload } from "@/db/testing/factories";
import type { Membership, Person } from "@/lib/core/actor";
import { newId } from "@/lib/core/id";
import { pageRequest } from "@/lib/core/page";
import { claim } from "./claim";
import { claimNext } from "./claim-next";
import { openReview } from "./open";
import { canDecide, mustStandAside } from "./policy";
import { getReview, listQueue } from "./queries";

useDatabase();

let bureau: Membership, university: Membership;
let reviewer: Person, both: Person;

beforeAll(async () => {
  bureau = await makeOrganisation({ kind: "bureau", name: "哈尔滨市科学技术局" });
  university = await makeOrganisation({ name: "哈尔滨工业大学" });
  reviewer = await makePerson({ organisation: bureau, roles: ["reviewer"] });
  both = await makePerson({ in: [{ organisation: bureau, roles: ["reviewer"] }, { organisation: university, roles: ["viewer"] }] });
});

async function open(coOwners: string[]): Promise<string> {
  const { reviewId } = await db().transaction((tx) => openReview(tx, { subjectKind: "achievement", subjectId: newId(), versionId: null, title: "成果", organisationId: null, organisationName: "另一家", coOwners, at: new Date() }));
  return reviewId;
}

describe("who belongs to a co-owner that is named as text", () => {
  test.each(["哈尔滨工业大学", " 哈尔滨 工业大学（机电工程学院）", "哈工大", "Ｈａｒｂｉｎ，哈尔滨工业大学"])("stands aside for %s", async (named) => {
    const reviewId = await open(["某某公司", named]);
    await expect(claim(both, { reviewIds: [reviewId] })).rejects.toMatchObject({ name: "Forbidden" });
    expect(mustStandAside(both, await getReview(db(), both, reviewId))).toBe(true);
    await claim(reviewer, { reviewIds: [reviewId] });
    expect(canDecide(reviewer, await getReview(db(), reviewer, reviewId))).toBe(true);
  });

  test.each(["哈尔滨工程大学", "工业大学", "哈尔滨市科学技术局", ""])("does not for %s", async (named) => {
    const reviewId = await open([named]);
    await claim(both, { reviewIds: [reviewId] });
    expect(canDecide(both, await getReview(db(), both, reviewId))).toBe(true);
  });

  test("is not given it as the next one, and reads in the queue why not", async () => {
    await db().update(reviews).set({ status: "withdrawn" });
    const reviewId = await open(["哈尔滨工业大学"]);
    await expect(claimNext(both, {})).rejects.toMatchObject({ code: "nothing_to_claim" });
    const seen = async (person: Person) => (await listQueue(person, { tab: "open" }, pageRequest({}))).rows.map((row) => [row.id, row.standAside, row.claimable]);
    expect([await seen(both), await seen(reviewer)]).toEqual([[[reviewId, true, false]], [[reviewId, false, true]]]);
    // The name that was verified counts also while another one waits.
    await db().update(organisations).set({ name: "别的名字", verification: "pending" }).where(eq(organisations.id, university.organisationId));
    expect(mustStandAside(both, await getReview(db(), both, reviewId))).toBe(true);
    expect(await claimNext(reviewer, {})).toEqual({ reviewId });
  });

  test("is not given what its own organisation has handed in, also while that is suspended", async () => {
    await db().update(reviews).set({ status: "withdrawn" });
    const { reviewId } = await db().transaction((tx) => openReview(tx, { subjectKind: "achievement", subjectId: newId(), versionId: null, title: "成果", organisationId: university.organisationId, organisationName: "大学", coOwners: [], at: new Date() }));
    await db().update(organisations).set({ suspendedAt: new Date() }).where(eq(organisations.id, university.organisationId));
    await expect(claimNext(await reload(both.userId), {})).rejects.toMatchObject({ code: "nothing_to_claim" });
    await db().update(organisations).set({ suspendedAt: null }).where(eq(organisations.id, university.organisationId));
    await expect(claimNext(both, {})).rejects.toMatchObject({ code: "nothing_to_claim" });
    expect(await claimNext(reviewer, {})).toEqual({ reviewId });
  });
});
