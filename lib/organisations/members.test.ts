import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { invitations, joinRequests, mails, memberships, notifications, reviews, users } from "@/db/schema";
import { makeOrganisation, makePerson, reload } from "@/db/testing/factories";
import { useDatabase } from "@/db/testing/database";
import { visitor } from "@/lib/core/actor";
import { authSecret } from "@/lib/core/env";
import { deriveToken, newId } from "@/lib/core/id";
import { mustStandAside } from "@/lib/reviews/policy";
import { follow } from "@/lib/worker/follow";
import { acceptInvitation } from "./accept-invitation";
import { acceptJoin } from "./accept-join";
import { addMember } from "./add-organisation";
import { changeRoles } from "./change-roles";
import { declineJoin } from "./decline-join";
import { inviteMember } from "./invite-member";
import { leaveOrganisation } from "./leave";
import { listInvitations, listMembers } from "./queries";
import { removeMember } from "./remove-member";
import { requestToJoin } from "./request-to-join";
import { revokeInvitation } from "./revoke-invitation";
import { suspendUser } from "@/lib/users/suspend";
import { withdrawJoin } from "./withdraw-join";

useDatabase();

async function house(roles: Parameters<typeof makePerson>[0] = {}) {
  const organisation = await makeOrganisation();
  const administrator = await makePerson({ organisation, roles: ["administrator"], ...roles });
  return { organisation, administrator, organisationId: organisation.organisationId };
}

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

test("where no administrator can sign in, an operator appoints one", async () => {
  const { organisation, administrator, organisationId } = await house();
  const member = await makePerson({ organisation, roles: ["editor"] });
  const operator = await makePerson({ operator: true });
  await suspendUser(operator, { userId: administrator.userId, reason: "left the country" });
  const input = { organisationId, userId: member.userId, roles: ["editor", "administrator"] };
  await expect(changeRoles(member, input)).rejects.toMatchObject({ name: "Forbidden" });
  await changeRoles(operator, input);
  expect((await reload(member.userId)).memberships[0]?.roles).toContain("administrator");
  // Sent to the wrong address it is taken back; other invitations are the administrators' own to see.
  const { invitationId } = await inviteMember(operator, { organisationId, email: "wrong@example.test", roles: ["administrator"] });
  await inviteMember(await reload(member.userId), { organisationId, email: "colleague@example.test", roles: ["editor"] });
  expect((await listInvitations(operator, organisationId)).map((one) => one.id)).toEqual([invitationId]);
  expect(await listInvitations(await reload(member.userId), organisationId)).toHaveLength(2);
  expect(await listInvitations(await makePerson(), organisationId)).toEqual([]);
  await revokeInvitation(operator, { invitationId });
  expect(await listInvitations(operator, organisationId)).toEqual([]);
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

test("roles come on top of those somebody has, and an invitation that is accepted answers what they asked", async () => {
  const { administrator, organisationId } = await house();
  const joiner = await makePerson();
  const { requestId } = await requestToJoin(joiner, { organisationId });
  await db().transaction((tx) => addMember(tx, organisationId, joiner.userId, ["administrator"]));
  await acceptJoin(administrator, { requestId, roles: ["viewer"] });
  const [row] = await db().select({ roles: memberships.roles }).from(memberships).where(and(eq(memberships.organisationId, organisationId), eq(memberships.userId, joiner.userId)));
  expect(row?.roles.toSorted()).toEqual(["administrator", "viewer"]);

  const guest = await makePerson();
  const [asked, mailbox] = [await requestToJoin(guest, { organisationId }), (await db().select({ email: users.email }).from(users).where(eq(users.id, guest.userId)))[0]!.email];
  const { invitationId } = await inviteMember(administrator, { organisationId, email: mailbox, roles: ["editor"] });
  await acceptInvitation(guest, { token: deriveToken(authSecret(), "invitation", invitationId) });
  expect((await db().select().from(joinRequests).where(eq(joinRequests.id, asked.requestId)))[0]).toMatchObject({ status: "accepted", decidedBy: administrator.userId });
});

test("what belongs to a suspended organisation is still no stranger's to judge", async () => {
  const { administrator, organisationId } = await house();
  await db().execute(sql`update organisations set suspended_at = now() where id = ${organisationId}`);
  const person = await reload(administrator.userId);
  expect(person.memberships).toEqual([]);
  expect(mustStandAside(person, { organisationId, coOwnerIds: [] })).toBe(true);
  expect(mustStandAside(await makePerson(), { organisationId, coOwnerIds: [] })).toBe(false);
});
