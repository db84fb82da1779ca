import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { reviews } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { queueBehind } from "@/db/testing/queue";
import type { Membership, Person } from "@/lib/core/actor";
import { newId } from "@/lib/core/id";
import { changeRoles } from "@/lib/organisations/change-roles";
import { suspendUser } from "@/lib/users/suspend";
import { claim } from "./claim";
import { claimNext } from "./claim-next";
import { openReview } from "./open";

useDatabase();

let bureau: Membership, chief: Person, operator: Person;
beforeAll(async () => {
  bureau = await makeOrganisation({ kind: "bureau" });
  chief = await makePerson({ organisation: bureau, roles: ["administrator"] });
  operator = await makePerson({ operator: true });
});

async function scene() {
  const reviewer = await makePerson({ organisation: bureau, roles: ["reviewer"] });
  const { reviewId } = await db().transaction((tx) => openReview(tx, { subjectKind: "achievement", subjectId: newId(), versionId: null, title: "成果", organisationId: null, organisationName: "另一家", coOwners: [], at: new Date() }));
  const holder = async () => (await db().select({ status: reviews.status, claimedBy: reviews.claimedBy }).from(reviews).where(eq(reviews.id, reviewId)))[0];
  return {
    holder, row: sql`select 1 from users where id = ${reviewer.userId} for update`, membership: sql`select 1 from memberships where user_id = ${reviewer.userId} for update`,
    take: () => claim(reviewer, { reviewIds: [reviewId] }), takeNext: () => claimNext(reviewer, {}),
    suspend: () => suspendUser(operator, { userId: reviewer.userId, reason: "left" }),
    demote: () => changeRoles(chief, { organisationId: bureau.organisationId, userId: reviewer.userId, roles: ["administrator"] }),
  };
}

const free = { status: "open", claimedBy: null };
const refused = [{ status: "fulfilled" }, { status: "rejected", reason: { name: "Forbidden" } }];

test.each(["take", "takeNext"] as const)("a review that is claimed (%s) in the moment of suspension does not stay with who is gone", async (way) => {
  const late = await scene(), early = await scene();
  expect(await queueBehind(late.row, late.suspend, late[way])).toMatchObject(refused);
  expect(await late.holder()).toEqual(free);
  expect(await queueBehind(early.row, early[way], early.suspend)).toMatchObject([{ status: "fulfilled" }, { status: "fulfilled" }]);
  expect(await early.holder()).toEqual(free);
});

test("nor with who may review no more", async () => {
  const late = await scene();
  expect(await queueBehind(late.membership, late.demote, late.take)).toMatchObject(refused);
  expect(await late.holder()).toEqual(free);
});
