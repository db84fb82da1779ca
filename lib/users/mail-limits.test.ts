import { eq, like } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { mails, rateLimits } from "@/db/schema";
import { makeOrganisation, makePerson, makeUser } from "@/db/testing/factories";
import { useDatabase } from "@/db/testing/database";
import { visitor } from "@/lib/core/actor";
import { withClock } from "@/lib/core/clock";
import { wordMail } from "@/lib/notifications/word-mail";
import { inviteMember } from "@/lib/organisations/invite-member";
import { revokeInvitation } from "@/lib/organisations/revoke-invitation";
import { limits } from "./limits";
import { register } from "./register";
import { requestReset } from "./request-reset";
import { requestVerification } from "./request-verification";

useDatabase();

const often = limits["mail-request"].points;
const mailsTo = (email: string) => db().$count(mails, eq(mails.toAddress, email));

test("one mailbox gets so many mails that anybody can ask for, however its address is written", async () => {
  const { email } = await makeUser({ email: "victim@example.test" });
  const written = ["v ictim@example.test", "\uFF56ictim@example.test", "VICTIM@example.test", "vic\u200btim@example.test", "victim\u0000@example.test"];
  for (const typed of written) await requestReset(visitor, { email: typed });
  await expect(requestReset(visitor, { email })).rejects.toMatchObject({ name: "LimitReached", code: "mail_asked_often", values: { minutes: 60 } });
  // Nor by another form.
  await expect(register(visitor, { email, password: "correct horse battery", name: "Somebody", consent: "on" })).rejects.toMatchObject({ code: "mail_asked_often" });
  expect(await mailsTo(email)).toBe(often);
  await withClock(new Date(Date.now() + 61 * 60_000), () => requestReset(visitor, { email }));
  expect(await mailsTo(email)).toBe(often + 1);
});

test("the limit does not tell who has an account, and two at once are counted one after the other", async () => {
  const asked = await Promise.allSettled(Array.from({ length: often + 2 }, () => requestReset(visitor, { email: "unknown@example.test" })));
  expect(asked.filter((one) => one.status === "rejected").map((one) => (one.reason as { code: string }).code)).toEqual(["mail_asked_often", "mail_asked_often"]);
  const [counter] = await db().select().from(rateLimits).where(like(rateLimits.key, "mail-request:unknown@%"));
  expect(counter?.points).toBe(often);
});

test("a verification mail is sent again only so often", async () => {
  const person = await makePerson({ verified: false });
  for (let i = 0; i < often; i++) await requestVerification(person, {});
  await expect(requestVerification(person, {})).rejects.toMatchObject({ code: "mail_asked_often" });
});

async function house(verified = true) {
  const organisation = await makeOrganisation({ verified });
  const administrator = await makePerson({ organisation, roles: ["administrator"] });
  return (email: string) => inviteMember(administrator, { organisationId: organisation.organisationId, email, roles: ["editor"] })
    .then(({ invitationId }) => revokeInvitation(administrator, { invitationId }));
}

test("inviting and taking back in turn fills nobody's mailbox", async () => {
  const email = "stranger@example.test";
  const [invite, other] = [await house(), await house()];
  for (let i = 0; i < limits["invite-pair"].points; i++) await invite(email);
  await expect(invite(email)).rejects.toMatchObject({ fields: { email: { code: "invited_often" } } });
  await other(email);
  for (let i = 1; i < limits["invite-sender"].points - limits["invite-pair"].points + 1; i++) await invite(`one${i}@example.test`);
  await expect(invite("last@example.test")).rejects.toMatchObject({ name: "LimitReached", code: "too_many_invitations" });
});

test("from everywhere together one mailbox gets ten invitations a day", async () => {
  const email = "wanted@example.test";
  for (let i = 0; i < limits["invite-mail"].points; i++) await (await house())(email);
  await expect((await house())(email)).rejects.toMatchObject({ fields: { email: { code: "invited_often" } } });
});

test("a name that nobody has compared stands in no subject", async () => {
  const subjectFor = async (email: string, verified: boolean) => {
    await (await house(verified))(email);
    const [mail] = await db().select().from(mails).where(eq(mails.toAddress, email));
    return { subject: wordMail(mail!).subject, name: String(mail!.values.organisation) };
  };
  const [known, unknown] = [await subjectFor("known@example.test", true), await subjectFor("unknown@example.test", false)];
  expect(known.subject).toContain(known.name);
  expect(unknown.subject).not.toContain(unknown.name);
});
