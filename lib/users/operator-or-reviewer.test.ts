import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { queueBehind } from "@/db/testing/queue";
import { authSecret } from "@/lib/core/env";
import { deriveToken } from "@/lib/core/id";
import { acceptInvitation } from "@/lib/organisations/accept-invitation";
import { inviteMember } from "@/lib/organisations/invite-member";
import { grantOperator } from "./grant-operator";

useDatabase();

test("nobody becomes operator and reviewer in one moment, whichever comes first", async () => {
  const bureau = await makeOrganisation({ kind: "bureau" });
  const [chief, operator] = [await makePerson({ organisation: bureau, roles: ["administrator", "director"] }), await makePerson({ operator: true })];
  const meeting = async () => {
    const person = await makePerson();
    const [account] = await db().select({ email: users.email }).from(users).where(eq(users.id, person.userId));
    const { invitationId } = await inviteMember(chief, { organisationId: bureau.organisationId, email: account!.email, roles: ["reviewer"] });
    const token = deriveToken(authSecret(), "invitation", invitationId);
    const [grant, join] = [() => grantOperator(operator, { userId: person.userId }), () => acceptInvitation(person, { token })];
    return { grant, join, row: sql`select 1 from users where id = ${person.userId} for update` };
  };
  const first = await meeting(), second = await meeting();
  const refused = [{ status: "fulfilled" }, { status: "rejected", reason: { name: "Conflict", code: "operator_no_reviewer" } }];
  expect(await queueBehind(first.row, first.grant, first.join)).toMatchObject(refused);
  expect(await queueBehind(second.row, second.join, second.grant)).toMatchObject(refused);
});
