import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { mails, notifications } from "@/db/schema";
import { useDatabase } from "@/db/testing/database";
import { makeOrganisation, makePerson } from "@/db/testing/factories";
import { removeMember } from "@/lib/organisations/remove-member";
import { follow } from "@/lib/worker/follow";

useDatabase();

test("an address that nobody has confirmed is told here, and gets no mail", async () => {
  const organisation = await makeOrganisation();
  const administrator = await makePerson({ organisation });
  const [known, unconfirmed] = [await makePerson({ organisation, roles: ["viewer"] }), await makePerson({ organisation, roles: ["viewer"], verified: false })];
  for (const { userId } of [known, unconfirmed]) await removeMember(administrator, { organisationId: organisation.organisationId, userId });
  await follow();
  const told = async (userId: string) => {
    const notices = await db().select({ id: notifications.id, mail: mails.id }).from(notifications).leftJoin(mails, eq(mails.id, notifications.id)).where(eq(notifications.userId, userId));
    return notices.map((notice) => notice.mail !== null);
  };
  expect([await told(known.userId), await told(unconfirmed.userId)]).toEqual([[true], [false]]);
});
