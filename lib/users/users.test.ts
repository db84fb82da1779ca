import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { credentialRequests, events, eventInbox, mails, notifications, operators, rateLimits, sessions, users } from "@/db/schema";
import { makeOrganisation, makePerson, makeUser, reload } from "@/db/testing/factories";
import { useDatabase } from "@/db/testing/database";
import { system, visitor } from "@/lib/core/actor";
import { withClock } from "@/lib/core/clock";
import { authSecret } from "@/lib/core/env";
import { deriveToken, newId } from "@/lib/core/id";
import { addMember } from "@/lib/organisations/add-organisation";
import { wordMail } from "@/lib/notifications/word-mail";
import { follow } from "@/lib/worker/follow";
import { agreeToTerms } from "./agree-to-terms";
import { changeProfile } from "./change-profile";
import { findByMail } from "./find-user";
import { hasAgreed, listOperators } from "./queries";
import { grantOperator } from "./grant-operator";
import { networkOf } from "./limits";
import { revokeOperator } from "./revoke-operator";
import { hashPassword } from "./passwords";
import { register } from "./register";
import { requestReset } from "./request-reset";
import { requestVerification } from "./request-verification";
import { resetPassword } from "./reset-password";
import { restoreUser } from "./restore";
import { revokeSessions } from "./revoke-sessions";
import { personOfSession, startSession } from "./sessions";
import { suspendUser } from "./suspend";
import { verifyEmail } from "./verify-email";
import { verifyPassword } from "./verify-password";

useDatabase();

const password = "correct horse battery";

async function newcomer(email: string) {
  await register(visitor, { email, password, name: "New Comer", consent: "on" });
  const user = await findByMail(db(), email);
  const [request] = await db().select().from(credentialRequests).where(eq(credentialRequests.userId, user!.userId));
  return { user: user!, request: request!, token: deriveToken(authSecret(), "verify_email", request!.id) };
}

test("a visitor registers, verifies the mailbox, and signs in", async () => {
  const { user, request, token } = await newcomer("first@example.test");
  expect(user.emailVerified).toBe(false);
  const [mail] = await db().select().from(mails).where(eq(mails.requestId, request.id));
  expect(mail).toMatchObject({ toAddress: "first@example.test", template: "verify_email" });
  expect(JSON.stringify(mail)).not.toContain(token);
  const [event] = await db().select().from(events).where(eq(events.id, request.eventId));
  expect(event).toMatchObject({ name: "user.registered", actorKind: "visitor" });
  expect(await db().select().from(eventInbox).where(eq(eventInbox.eventId, request.eventId))).toHaveLength(1);

  await verifyEmail(visitor, { token });
  expect((await findByMail(db(), "FIRST@example.test"))?.emailVerified).toBe(true);
  expect(await verifyPassword(" First@Example.test ", password)).toEqual({ status: "ok", userId: user.userId });
  // What no keyboard writes and no database takes is left out, as it was when the address was registered.
  expect(await verifyPassword("first\u0000@example\u200b.test", password)).toEqual({ status: "ok", userId: user.userId });
  await expect(verifyEmail(visitor, { token })).rejects.toMatchObject({ code: "wrong_token" });
});

test("nobody learns from the form who is registered", async () => {
  const { token } = await newcomer("known@example.test");
  await verifyEmail(visitor, { token });
  const again = await register(visitor, { email: "known@example.test", password: "another long password", name: "Somebody", consent: "on" });
  expect(again).toEqual({ email: "known@example.test" });
  const sent = await db().select({ template: mails.template }).from(mails).where(eq(mails.toAddress, "known@example.test"));
  expect(sent.map((mail) => mail.template).sort()).toEqual(["already_registered", "verify_email"]);
  expect((await verifyPassword("known@example.test", "another long password")).status).toBe("wrong");
});

test("who never verified and registers again gets a link to set a password of their own, which ends whatever a stranger set before", async () => {
  await newcomer("twice@example.test");
  expect(await register(visitor, { email: "Twice@example.test", password: "another long password", name: "Somebody", consent: "on" })).toEqual({ email: "twice@example.test" });
  const sent = await db().select().from(mails).where(eq(mails.toAddress, "twice@example.test"));
  expect(sent.map((mail) => mail.template).sort()).toEqual(["reset_password", "verify_email"]);
  const worded = wordMail(sent.find((mail) => mail.values.again)!);
  const token = /reset-password\/(\S+)/u.exec(worded.text)?.[1];
  expect(worded.text).toContain("/forgot-password");
  expect((await verifyPassword("twice@example.test", "another long password")).status).toBe("wrong");
  await resetPassword(visitor, { token, password: "my very own password" });
  expect((await findByMail(db(), "twice@example.test"))?.emailVerified).toBe(true);
  expect((await verifyPassword("twice@example.test", password)).status).toBe("wrong");
  expect((await verifyPassword("twice@example.test", "my very own password")).status).toBe("ok");
});

test.each([
  [{ email: "x", password, name: "Ab", consent: "on" }, "email"],
  [{ email: "a@b.test", password: "short", name: "Ab", consent: "on" }, "password"],
  [{ email: "a@b.test", password: "1234567890", name: "Ab", consent: "on" }, "password"],
  [{ email: "wei.zhang@b.test", password: "wei.zhang@b.test", name: "Ab", consent: "on" }, "password"],
  [{ email: "wei.zhang@b.test", password: "weizhang2026", name: "Ab", consent: "on" }, "password"],
  [{ email: "a@b.test", password: "Zhang Meiling", name: "Zhang Meiling", consent: "on" }, "password"],
  [{ email: "a@b.test", password, name: "", consent: "on" }, "name"],
  [{ email: "a@b.test", password, name: "Ab" }, "consent"],
])("registration refuses %o", async (input, field) => {
  await expect(register(visitor, input)).rejects.toMatchObject({ fields: { [field]: expect.anything() } });
});

test("a link works for 24 hours", async () => {
  const { token } = await newcomer("late@example.test");
  const tomorrow = new Date(Date.now() + 25 * 3_600_000);
  await expect(withClock(tomorrow, () => verifyEmail(visitor, { token }))).rejects.toMatchObject({ code: "wrong_token" });
});

test("of two uses of one token one wins", async () => {
  const { token } = await newcomer("race@example.test");
  const settled = await Promise.allSettled([verifyEmail(visitor, { token }), verifyEmail(visitor, { token })]);
  expect(settled.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a forgotten password is replaced, and every session ends", async () => {
  const user = await makeUser({ passwordHash: await hashPassword(password) });
  const sid = await startSession(user.id, "test");
  expect(await personOfSession(sid)).toMatchObject({ userId: user.id });
  await requestReset(visitor, { email: user.email });
  const [request] = await db().select().from(credentialRequests).where(eq(credentialRequests.userId, user.id));
  const token = deriveToken(authSecret(), "reset_password", request!.id);
  await expect(verifyEmail(visitor, { token })).rejects.toMatchObject({ code: "wrong_token" });
  // Refused, and the link is still good.
  await expect(resetPassword(visitor, { token, password: user.email })).rejects.toMatchObject({ fields: { password: { code: "password_personal" } } });
  await resetPassword(visitor, { token, password: "a whole new password" });
  expect(await personOfSession(sid)).toBeNull();
  expect((await verifyPassword(user.email, password)).status).toBe("wrong");
  expect((await verifyPassword(user.email, "a whole new password")).status).toBe("ok");
});

test("an unknown address gets no mail and the same answer", async () => {
  expect(await requestReset(visitor, { email: "nobody@example.test" })).toEqual({ email: "nobody@example.test" });
  expect(await db().select().from(mails).where(eq(mails.toAddress, "nobody@example.test"))).toHaveLength(0);
});

test("the sixth wrong password in a row has to wait, and keeps nobody else out", async () => {
  const { email, id: userId } = await makeUser({ passwordHash: await hashPassword(password) });
  const guess = async (address: string | null, of = email) => (await verifyPassword(of, "wrong", address)).status;
  for (let i = 0; i < 5; i++) expect(await guess("203.0.113.7")).toBe("wrong");
  expect(await verifyPassword(email, password, "203.0.113.7")).toEqual({ status: "wait", minutes: 5 });
  expect(await verifyPassword(email, password, "198.51.100.1")).toEqual({ status: "ok", userId });
  for (let i = 0; i < 5; i++) expect(await guess(null)).toBe("wrong");
  expect(await guess(null)).toBe("wait");
  // One subscriber has more of these addresses than there are attempts.
  for (let i = 0; i < 5; i++) expect(await guess(`2001:db8:0:1::${i}`)).toBe("wrong");
  expect([await guess("2001:0db8:0000:0001:ffff:ffff:ffff:ffff"), await guess("2001:db8:0:2::1")]).toEqual(["wait", "wrong"]);
});

test("guesses from everywhere together are limited, those that had to wait not counted among them", async () => {
  const count = async (key: string) => (await db().select().from(rateLimits).where(eq(rateLimits.key, key)))[0]?.points;
  const [everywhere, mail] = ["many@example.test", "one@example.test"];
  for (let i = 0; i < 7; i++) await verifyPassword(mail, "wrong", "203.0.113.8");
  expect(await count(`sign-in-mail:${mail}`)).toBe(5);
  await verifyPassword(everywhere, "wrong", "203.0.113.9");
  await db().update(rateLimits).set({ points: 100 }).where(eq(rateLimits.key, `sign-in-mail:${everywhere}`));
  expect(await verifyPassword(everywhere, "wrong", "203.0.113.10")).toMatchObject({ status: "wait" });
});

test.each([["::ffff:203.0.113.7", "203.0.113.7"], ["::1", "0:0:0:0::/64"], ["2001:db8::", "2001:db8:0:0::/64"], ["fe80::1%eth0", "fe80:0:0:0::/64"], ["not an address", "not an address"]])("%s counts as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test("a session ends idle, too old, or revoked", async () => {
  const person = await makePerson();
  const sid = await startSession(person.userId, null);
  const after = (hours: number) => withClock(new Date(Date.now() + hours * 3_600_000), () => personOfSession(sid));
  expect(await after(11)).not.toBeNull();
  expect(await after(24)).toBeNull();
  await db().update(sessions).set({ lastSeenAt: new Date(Date.now() + 8 * 86_400_000) }).where(eq(sessions.id, sid));
  expect(await after(7 * 24 + 1)).toBeNull();
  await revokeSessions(person, {});
  expect(await personOfSession(sid)).toBeNull();
  expect(await personOfSession("not-an-id")).toBeNull();
});

test("one ends one's other sessions, not those of others", async () => {
  const [person, other] = [await makePerson(), await makePerson()];
  const [kept, gone, foreign] = [await startSession(person.userId, null), await startSession(person.userId, null), await startSession(other.userId, null)];
  await expect(revokeSessions(person, { sessionId: foreign })).rejects.toMatchObject({ name: "Conflict" });
  expect(await revokeSessions(person, { keep: kept })).toEqual({ ended: 1 });
  expect(await personOfSession(gone)).toBeNull();
  expect(await personOfSession(kept)).not.toBeNull();
  expect(await personOfSession(foreign)).not.toBeNull();
  await expect(revokeSessions(visitor, {})).rejects.toMatchObject({ name: "NotFound" });
});

test("an operator closes an account; nobody else, and not their own", async () => {
  const [operator, victim, stranger] = [await makePerson({ operator: true }), await makePerson(), await makePerson()];
  const sid = await startSession(victim.userId, null);
  const input = { userId: victim.userId, reason: "asked for it" };
  await expect(suspendUser(stranger, input)).rejects.toMatchObject({ name: "Forbidden" });
  await expect(suspendUser(visitor, input)).rejects.toMatchObject({ name: "Forbidden" });
  await expect(suspendUser(operator, { ...input, userId: operator.userId })).rejects.toMatchObject({ name: "Forbidden" });
  const settled = await Promise.allSettled([suspendUser(operator, input), suspendUser(operator, input)]);
  expect(settled.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  expect(await personOfSession(sid)).toBeNull();
  await restoreUser(operator, { userId: victim.userId });
  expect(await reload(victim.userId)).toMatchObject({ userId: victim.userId });
  await expect(restoreUser(operator, { userId: newId() })).rejects.toMatchObject({ name: "NotFound" });
});

test("profile and verification are one's own", async () => {
  const person = await makePerson({ verified: false });
  await changeProfile(person, { name: " New  Name " });
  const [row] = await db().select().from(users).where(eq(users.id, person.userId));
  expect(row?.name).toMatch(/^New\s+Name$/);
  await requestVerification(person, {});
  expect(await db().select().from(credentialRequests).where(and(eq(credentialRequests.userId, person.userId)))).toHaveLength(1);
  await expect(requestVerification(await makePerson(), {})).rejects.toMatchObject({ name: "Forbidden" });
  await expect(grantOperator(person, { userId: person.userId })).rejects.toMatchObject({ name: "Forbidden" });
});

test("when the terms change, one agrees anew, and only for oneself", async () => {
  const person = await makePerson();
  await db().update(users).set({ consentVersion: "2020-01-01" }).where(eq(users.id, person.userId));
  expect(hasAgreed(await reload(person.userId))).toBe(false);
  await expect(agreeToTerms(visitor, {})).rejects.toMatchObject({ name: "NotFound" });
  await agreeToTerms(person, {});
  expect(hasAgreed(await reload(person.userId))).toBe(true);
  expect(await db().select().from(events).where(eq(events.name, "user.agreed_to_terms"))).toHaveLength(1);
});

test("operators make and unmake one another: both are told, the last one stays, and nobody goes unknowingly", async () => {
  await db().delete(operators);
  const [first, other, outsider] = [await makePerson({ operator: true }), await makePerson(), await makePerson()];
  const userId = other.userId;
  await expect(grantOperator(outsider, { userId })).rejects.toMatchObject({ name: "Forbidden" });
  const unverified = await makePerson({ verified: false });
  await expect(grantOperator(first, { userId: unverified.userId })).rejects.toMatchObject({ code: "operator_no_account" });
  const reviewer = await makePerson({ organisation: await makeOrganisation({ kind: "bureau" }), roles: ["reviewer"] });
  await expect(grantOperator(first, { userId: reviewer.userId })).rejects.toMatchObject({ code: "operator_no_reviewer" });
  await expect(revokeOperator(first, { userId: first.userId, oneself: "on" })).rejects.toMatchObject({ code: "last_operator" });

  await grantOperator(first, { userId });
  await expect(grantOperator(first, { userId })).rejects.toMatchObject({ code: "operator_already" });
  await grantOperator(system("operator:create"), { userId });
  const second = await reload(userId);
  expect(second.operator).toBe(true);
  expect((await listOperators(second)).map((row) => [row.userId, row.grantedBy])).toEqual([[first.userId, null], [userId, first.name]]);
  await expect(listOperators(outsider)).rejects.toMatchObject({ name: "NotFound" });

  await expect(revokeOperator(outsider, { userId })).rejects.toMatchObject({ name: "Forbidden" });
  await expect(revokeOperator(second, { userId })).rejects.toMatchObject({ fields: { oneself: { code: "must_accept" } } });
  await expect(revokeOperator(first, { userId: outsider.userId })).rejects.toMatchObject({ code: "operator_gone" });
  await follow();
  const toldTo = async (to: string) => (await db().select({ kind: notifications.kind }).from(notifications).where(eq(notifications.userId, to))).map((row) => row.kind);
  expect(await toldTo(userId)).toContain("user.operator_granted.person");
  expect(await toldTo(outsider.userId)).toEqual([]);

  // Both go at once: one of them has to stay.
  const outcomes = await Promise.allSettled([revokeOperator(first, { userId: first.userId, oneself: "on" }), revokeOperator(second, { userId: second.userId, oneself: "on" })]);
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
  const [left] = await db().select().from(operators);
  const gone = left!.userId === first.userId ? second : first;
  expect((await reload(gone.userId)).operator).toBe(false);
  // Who is suspended is no other one.
  await grantOperator(await reload(left!.userId), { userId: gone.userId });
  await suspendUser(await reload(left!.userId), { userId: gone.userId, reason: "asked for it" });
  await expect(revokeOperator(await reload(left!.userId), { userId: left!.userId, oneself: "on" })).rejects.toMatchObject({ code: "last_operator" });
  await revokeOperator(await reload(left!.userId), { userId: gone.userId });
  await follow();
  expect(await toldTo(gone.userId)).toContain("user.operator_revoked.person");
  expect(await toldTo(left!.userId)).toContain("user.operator_revoked");
});

test("of two operators who close each other's account one remains, and none becomes a member of the bureau", async () => {
  await db().delete(operators);
  const [one, two] = [await makePerson({ operator: true }), await makePerson({ operator: true })];
  const outcomes = await Promise.allSettled([suspendUser(one, { userId: two.userId, reason: "quarrel" }), suspendUser(two, { userId: one.userId, reason: "quarrel" })]);
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
  const bureau = await makeOrganisation({ kind: "bureau" });
  await expect(db().transaction((tx) => addMember(tx, bureau.organisationId, one.userId, ["reviewer"]))).rejects.toMatchObject({ code: "operator_no_reviewer" });
});
