import { makeCreditCode } from "@/lib/core/credit-code";
import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { invitations, joinRequests, mails, memberships, notifications, organisations, reviews, users } from "@/db/schema";
import { makeOrganisation, makePerson, reload } from "@/db/testing/factories";
import { useDatabase } from "@/db/testing/database";
import { queueBehind } from "@/db/testing/queue";
import { makePublished } from "@/db/testing/market";
import { visitor } from "@/lib/core/actor";
import { authSecret } from "@/lib/core/env";
import { deriveToken, newId } from "@/lib/core/id";
import { pageRequest } from "@/lib/core/page";
import { publicListing } from "@/lib/listings/public-document";
import { publishedBy } from "@/lib/listings/queries";
import { readPublished } from "@/lib/listings/read";
import { follow } from "@/lib/worker/follow";
import { acceptInvitation } from "./accept-invitation";
import { acceptJoin } from "./accept-join";
import { slugOf } from "./add-organisation";
import { changeProfile } from "./change-profile";
import { changeRoles } from "./change-roles";
import { createOrganisation } from "./create";
import { declineJoin } from "./decline-join";
import { inviteMember } from "./invite-member";
import { leaveOrganisation } from "./leave";
import { namesOfOrganisations } from "./names";
import { getProfile, getPublicOrganisation, listMembers, listOrganisations } from "./queries";
import { removeMember } from "./remove-member";
import { requestToJoin } from "./request-to-join";
import { requestVerification } from "./request-verification";
import { restoreOrganisation } from "./restore";
import { revokeInvitation } from "./revoke-invitation";
import { sendBackOrganisation } from "./send-back";
import { suspendUser } from "@/lib/users/suspend";
import { suspendOrganisation } from "./suspend";
import { verifyOrganisation } from "./verify";
import { withdrawJoin } from "./withdraw-join";

useDatabase();

// Made up; the check digit (GB 32100) is computed.
const codeA = "91230100MA18WA0A8N";

async function goodCode(start: string): Promise<string> {
  const { checkCreditCode } = await import("@/lib/core/credit-code");
  for (const last of "0123456789ABCDEFGHJKLMNPQRTUWXY") {
    const checked = checkCreditCode(start.slice(0, 17) + last);
    if (checked.ok) return checked.value;
  }
  throw new Error("no check digit");
}

async function house(roles: Parameters<typeof makePerson>[0] = {}) {
  const organisation = await makeOrganisation();
  const administrator = await makePerson({ organisation, roles: ["administrator"], ...roles });
  return { organisation, administrator, organisationId: organisation.organisationId };
}

async function rowOf(id: string) {
  const [row] = await db().select().from(organisations).where(eq(organisations.id, id));
  return row!;
}

test("a name becomes an address", () => {
  expect(slugOf("哈尔滨示例大学")).toBe("haerbinshilidaxue");
  expect(slugOf("ACME 装备 (集团)")).toMatch(/^acme-?zhuangbei/);
  expect(slugOf("！")).toMatch(/^org-/);
});

test("a person registers an organisation, gets it verified, and changes its name", async () => {
  const founder = await makePerson();
  const creditCode = await goodCode(codeA);
  const input = { name: "示例重工有限公司", kind: "enterprise", creditCode, districtCode: "230103" };
  await expect(createOrganisation(visitor, input)).rejects.toMatchObject({ name: "Forbidden" });
  await expect(createOrganisation(await makePerson({ verified: false }), input)).rejects.toMatchObject({ name: "Forbidden" });
  await expect(createOrganisation(founder, { ...input, creditCode: "91230100MA18WA0A80" })).rejects.toMatchObject({ name: "Invalid" });
  await expect(createOrganisation(founder, { ...input, kind: "bureau" })).rejects.toMatchObject({ fields: { kind: { code: "choose" } } });
  const made = await createOrganisation(founder, input);
  const administrator = await reload(founder.userId);
  expect(administrator.memberships).toMatchObject([{ organisationId: made.id, roles: ["administrator"], verified: false }]);
  await expect(createOrganisation(await makePerson(), input)).rejects.toMatchObject({ fields: { creditCode: { code: "credit_code_taken", values: { name: input.name } } } });

  const organisationId = made.id;
  const operator = await makePerson({ operator: true });
  await expect(requestVerification(administrator, { organisationId })).rejects.toMatchObject({ fields: { contactName: expect.anything() } });
  const profile = { organisationId, name: input.name, creditCode, districtCode: "230103", contactName: "李工", contactPhone: "0451-8600 0000" };
  await changeProfile(administrator, profile);
  await requestVerification(administrator, { organisationId });
  await expect(verifyOrganisation(administrator, { organisationId })).rejects.toMatchObject({ name: "Forbidden" });
  await expect(sendBackOrganisation(operator, { organisationId, remarks: {} })).rejects.toMatchObject({ name: "Invalid" });
  await sendBackOrganisation(operator, { organisationId, remarks: { contactName: "请填写全名" } });
  expect(await rowOf(organisationId)).toMatchObject({ verification: "sent_back", verificationRemarks: { contactName: "请填写全名" } });
  await requestVerification(administrator, { organisationId });
  const settled = await Promise.allSettled([verifyOrganisation(operator, { organisationId }), verifyOrganisation(operator, { organisationId })]);
  expect(settled.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  await changeProfile(administrator, { ...profile, introduction: "新简介" });
  expect((await rowOf(organisationId)).verification).toBe("verified");
  await changeProfile(administrator, { ...profile, name: "示例重工集团" });
  expect((await rowOf(organisationId)).verification).toBe("pending");
});

test("what is verified is the name that was compared, also when it is changed at that moment", async () => {
  const { administrator, organisationId } = await house();
  const operator = await makePerson({ operator: true });
  const { name } = await rowOf(organisationId);
  const profile = { organisationId, name, creditCode: makeCreditCode("核对之前的名称"), districtCode: "230103", contactName: "李工", contactPhone: "0451-8600 0000" };
  await changeProfile(administrator, profile);
  const seen = { organisationId, name, creditCode: profile.creditCode };
  await db().update(organisations).set({ verification: "pending" }).where(eq(organisations.id, organisationId));
  await changeProfile(administrator, { ...profile, name: "另一家有名的公司" });
  await expect(verifyOrganisation(operator, seen)).rejects.toMatchObject({ name: "Conflict", code: "organisation_changed" });
  await changeProfile(administrator, profile);

  // Neither comes between the other's look and its writing.
  const row = sql`select 1 from organisations where id = ${organisationId} for update`;
  const rename = () => changeProfile(administrator, { ...profile, name: "另一家有名的公司" });
  let outcomes = await queueBehind(row, () => verifyOrganisation(operator, seen), rename);
  expect(outcomes).toMatchObject([{ status: "fulfilled" }, { status: "rejected", reason: { name: "Conflict" } }]);
  expect(await rowOf(organisationId)).toMatchObject({ name, verification: "verified" });
  await db().update(organisations).set({ verification: "pending" }).where(eq(organisations.id, organisationId));
  outcomes = await queueBehind(row, rename, () => verifyOrganisation(operator, seen));
  expect(outcomes).toMatchObject([{ status: "fulfilled" }, { status: "rejected", reason: { name: "Conflict" } }]);
  expect(await rowOf(organisationId)).toMatchObject({ verification: "pending" });
});

test("outsiders go on reading the name that was verified until an operator verifies the new one", async () => {
  const { administrator, organisationId } = await house();
  const operator = await makePerson({ operator: true });
  const { name } = await rowOf(organisationId);
  const record = await makePublished("achievement", { organisationId });
  const profile = { organisationId, creditCode: makeCreditCode("改名前后"), districtCode: "230103", contactName: "李工", contactPhone: "0451-8600 0000" };
  const seen = async () => [
    (await getPublicOrganisation(visitor, organisationId)).name, (await namesOfOrganisations([organisationId])).get(organisationId), (await publicListing(db(), record.id))?.organisationName,
    (await readPublished(visitor, "achievement", record.id)).organisation?.name, (await publishedBy(organisationId, "achievement", visitor, pageRequest({}))).rows[0]?.organisationName,
  ];
  const all = (one: string) => [one, one, one, one, one];
  await changeProfile(administrator, { ...profile, name: "哈尔滨有名大学" });
  expect(await seen()).toEqual(all(name));
  expect(await getProfile(administrator, organisationId)).toMatchObject({ name: "哈尔滨有名大学", verifiedName: name, verification: "pending" });
  expect((await listOrganisations(operator, { q: name }, pageRequest({}))).rows).toMatchObject([{ id: organisationId, name: "哈尔滨有名大学", verifiedName: name }]);
  await sendBackOrganisation(operator, { organisationId, remarks: { name: "与登记证书不符" } });
  expect(await seen()).toEqual(all(name));
  await changeProfile(administrator, { ...profile, name: "示例大学（新）" });
  await requestVerification(administrator, { organisationId });
  await verifyOrganisation(operator, { organisationId, name: "示例大学（新）", creditCode: profile.creditCode });
  expect(await seen()).toEqual(all("示例大学（新）"));
  await expect(db().update(organisations).set({ name: "绕过认证" }).where(eq(organisations.id, organisationId))).rejects.toMatchObject({ cause: { constraint: "organisations_verified_name" } });
});

test("an organisation sits in Harbin, in another province, or abroad, where it has no credit code", async () => {
  const [shenzhen, berlin] = [await makePerson(), await makePerson()];
  const creditCode = makeCreditCode("深圳示例科技有限公司");
  const from = { name: "深圳示例科技有限公司", kind: "enterprise", creditCode, districtCode: "440000" };
  const { id } = await createOrganisation(shenzhen, from);
  expect(await rowOf(id)).toMatchObject({ districtCode: "440000" });
  await expect(createOrganisation(berlin, { ...from, creditCode: "" })).rejects.toMatchObject({ fields: { creditCode: { code: "required" } } });
  await expect(createOrganisation(berlin, { ...from, creditCode: "", districtCode: "XX" })).rejects.toMatchObject({ fields: { districtCode: { code: "choose" } } });
  const abroad = await createOrganisation(berlin, { name: "Beispiel GmbH", kind: "enterprise", creditCode: "", districtCode: "DE" });
  const administrator = await reload(berlin.userId);
  await changeProfile(administrator, { organisationId: abroad.id, name: "Beispiel GmbH", districtCode: "DE", contactName: "Schmidt", contactPhone: "+49 30 123456" });
  await requestVerification(administrator, { organisationId: abroad.id });
  expect(await rowOf(abroad.id)).toMatchObject({ verification: "pending", creditCode: null, districtCode: "DE" });
});

test("an invitation is answered by the mailbox it was sent to, once", async () => {
  const { administrator, organisationId } = await house();
  const guest = await makePerson();
  const [guestRow] = await db().select().from(users).where(eq(users.id, guest.userId));
  const input = { organisationId, email: guestRow!.email, roles: ["editor"] };
  await expect(inviteMember(administrator, { ...input, roles: ["reviewer"] })).rejects.toMatchObject({ fields: { roles: { code: "choose" } } });
  const { invitationId } = await inviteMember(administrator, input);
  await expect(inviteMember(administrator, input)).rejects.toMatchObject({ fields: { email: { code: "already_invited" } } });
  const [mail] = await db().select().from(mails).where(eq(mails.requestId, invitationId));
  expect(mail).toMatchObject({ template: "invitation", toAddress: guestRow!.email });
  const token = deriveToken(authSecret(), "invitation", invitationId);
  await expect(acceptInvitation(await makePerson(), { token })).rejects.toMatchObject({ name: "Forbidden" });
  await expect(acceptInvitation(visitor, { token })).rejects.toMatchObject({ name: "Forbidden" });
  await acceptInvitation(guest, { token });
  expect((await reload(guest.userId)).memberships).toMatchObject([{ organisationId, roles: ["editor"] }]);
  await expect(acceptInvitation(guest, { token })).rejects.toMatchObject({ code: "wrong_token" });
  await expect(inviteMember(administrator, input)).rejects.toMatchObject({ fields: { email: { code: "already_member" } } });
});

test("a revoked invitation opens nothing", async () => {
  const { administrator, organisationId } = await house();
  const { invitationId } = await inviteMember(administrator, { organisationId, email: "later@example.test", roles: "viewer" });
  await expect(revokeInvitation(await makePerson(), { invitationId })).rejects.toMatchObject({ name: "NotFound" });
  await revokeInvitation(administrator, { invitationId });
  await expect(revokeInvitation(administrator, { invitationId })).rejects.toMatchObject({ name: "Conflict" });
  const [row] = await db().select().from(invitations).where(eq(invitations.id, invitationId));
  expect(row?.status).toBe("revoked");
});

test("who asks to join waits for an administrator", async () => {
  const { administrator, organisationId } = await house();
  const [joiner, second] = [await makePerson(), await makePerson()];
  const { requestId } = await requestToJoin(joiner, { organisationId, message: "成果办" });
  await expect(requestToJoin(joiner, { organisationId })).rejects.toMatchObject({ code: "already_requested" });
  await expect(acceptJoin(joiner, { requestId, roles: ["viewer"] })).rejects.toMatchObject({ name: "NotFound" });
  const settled = await Promise.allSettled([acceptJoin(administrator, { requestId, roles: ["editor"] }), declineJoin(administrator, { requestId })]);
  expect(settled.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  const other = await requestToJoin(second, { organisationId });
  await declineJoin(administrator, { requestId: other.requestId });
  const [row] = await db().select().from(joinRequests).where(eq(joinRequests.id, other.requestId));
  expect(row).toMatchObject({ status: "declined", decidedBy: administrator.userId });
});

test("the last administrator can neither leave nor step down; of two at once one stays", async () => {
  const { organisation, administrator, organisationId } = await house();
  await expect(leaveOrganisation(administrator, { organisationId })).rejects.toMatchObject({ code: "last_administrator" });
  await expect(changeRoles(administrator, { organisationId, userId: administrator.userId, roles: ["viewer"] })).rejects.toMatchObject({ code: "last_administrator" });
  const second = await makePerson({ organisation, roles: ["administrator"] });
  const settled = await Promise.allSettled([leaveOrganisation(administrator, { organisationId }), leaveOrganisation(second, { organisationId })]);
  expect(settled.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db().select().from(memberships).where(eq(memberships.organisationId, organisationId))).toHaveLength(1);
});

test("members are managed by administrators only", async () => {
  const { organisation, administrator, organisationId } = await house();
  const [editor, viewer, stranger] = [await makePerson({ organisation, roles: ["editor"] }), await makePerson({ organisation, roles: ["viewer"] }), await makePerson()];
  const input = { organisationId, userId: viewer.userId, roles: ["editor"] };
  await expect(changeRoles(editor, input)).rejects.toMatchObject({ name: "Forbidden" });
  await expect(changeRoles(stranger, input)).rejects.toMatchObject({ name: "NotFound" });
  await expect(removeMember(viewer, { organisationId, userId: editor.userId })).rejects.toMatchObject({ name: "Forbidden" });
  await expect(listMembers(stranger, organisationId)).rejects.toMatchObject({ name: "NotFound" });
  expect(await listMembers(viewer, organisationId)).toHaveLength(3);
  await changeRoles(administrator, input);
  expect((await reload(viewer.userId)).memberships[0]?.roles).toEqual(["editor"]);
  await removeMember(administrator, { organisationId, userId: viewer.userId });
  await expect(removeMember(administrator, { organisationId, userId: viewer.userId })).rejects.toMatchObject({ name: "NotFound" });
  expect(await db().select().from(memberships).where(and(eq(memberships.organisationId, organisationId), eq(memberships.userId, viewer.userId)))).toHaveLength(0);
});

test("a suspended organisation gives no rights until it is restored", async () => {
  const { administrator, organisationId } = await house();
  const operator = await makePerson({ operator: true });
  await expect(suspendOrganisation(administrator, { organisationId, reason: "why" })).rejects.toMatchObject({ name: "Forbidden" });
  await suspendOrganisation(operator, { organisationId, reason: "forged papers" });
  expect((await reload(administrator.userId)).memberships).toEqual([]);
  await restoreOrganisation(operator, { organisationId });
  expect((await reload(administrator.userId)).memberships).toHaveLength(1);
});

test("where no administrator can sign in, an operator appoints one", async () => {
  const { organisation, administrator, organisationId } = await house();
  const member = await makePerson({ organisation, roles: ["editor"] });
  const operator = await makePerson({ operator: true });
  await suspendUser(operator, { userId: administrator.userId, reason: "left the country" });
  const input = { organisationId, userId: member.userId, roles: ["editor", "administrator"] };
  await expect(changeRoles(member, input)).rejects.toMatchObject({ name: "Forbidden" });
  await changeRoles(operator, input);
  expect((await reload(member.userId)).memberships[0]?.roles).toContain("administrator");
  await inviteMember(operator, { organisationId, email: "next@example.test", roles: ["administrator"] });
});

test("reviewers are told once of all reviews that went back when a colleague goes, loses the role or is suspended", async () => {
  const bureau = await makeOrganisation({ kind: "bureau" });
  const director = await makePerson({ organisation: bureau, roles: ["administrator", "director"] });
  const colleague = await makePerson({ organisation: bureau, roles: ["reviewer"] });
  const operator = await makePerson({ operator: true });
  const leaver = async () => {
    const person = await makePerson({ organisation: bureau, roles: ["reviewer"] });
    for (let n = 0; n < 2; n += 1) {
      await db().insert(reviews).values({ id: newId(), subjectKind: "achievement", subjectId: newId(), title: "成果", organisationName: "某大学", round: 1, status: "claimed", claimedBy: person.userId, claimedAt: new Date(), openedAt: new Date(), dueOn: "2026-12-01" });
    }
    return person;
  };
  const [removed, demoted, suspended, left] = [await leaver(), await leaver(), await leaver(), await leaver()];
  await removeMember(director, { organisationId: bureau.organisationId, userId: removed.userId });
  await changeRoles(director, { organisationId: bureau.organisationId, userId: demoted.userId, roles: ["administrator"] });
  await suspendUser(operator, { userId: suspended.userId, reason: "why" });
  await leaveOrganisation(left, { organisationId: bureau.organisationId });
  await follow();
  expect(await db().select().from(reviews).where(eq(reviews.status, "claimed"))).toEqual([]);
  const told = await db().select().from(notifications).where(eq(notifications.userId, colleague.userId));
  expect(told.map((row) => [row.kind, row.values.count]).sort()).toEqual([["member.left.reviewer", 2], ["member.removed.reviewer", 2], ["member.roles_changed.reviewer", 2], ["user.suspended.reviewer", 2]]);
  const toldDirector = await db().select().from(notifications).where(eq(notifications.userId, director.userId));
  expect(toldDirector.map((row) => row.kind).sort()).toEqual(["member.left.reviewer", "user.suspended.reviewer"]);
});

test("who asked to join takes it back before it is answered, and may ask again", async () => {
  const organisation = await makeOrganisation();
  const [chief, person, other] = [await makePerson({ organisation }), await makePerson(), await makePerson()];
  const { organisationId } = organisation;
  await requestToJoin(person, { organisationId });
  await expect(withdrawJoin(other, { organisationId })).rejects.toMatchObject({ name: "NotFound" });
  await withdrawJoin(person, { organisationId });
  await expect(withdrawJoin(person, { organisationId })).rejects.toMatchObject({ name: "NotFound" });
  const { requestId } = await requestToJoin(person, { organisationId });
  await acceptJoin(chief, { requestId, roles: ["viewer"] });
});

test("an operator mends a verification either way: what was verified goes back, what was sent back is verified", async () => {
  const [operator, organisation] = [await makePerson({ operator: true }), await makeOrganisation({ kind: "enterprise" })];
  const chief = await makePerson({ organisation });
  const { organisationId } = organisation;
  const state = async () => (await getProfile(chief, organisationId)).verification;
  await expect(sendBackOrganisation(chief, { organisationId, remarks: { name: "请核对名称" } })).rejects.toMatchObject({ name: "Forbidden" });
  await sendBackOrganisation(operator, { organisationId, remarks: { name: "请核对名称" } });
  expect(await state()).toBe("sent_back");
  const outcomes = await Promise.allSettled([verifyOrganisation(operator, { organisationId }), verifyOrganisation(operator, { organisationId })]);
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await state()).toBe("verified");
});
