import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { notifications } from "@/db/schema";
import { makePerson } from "@/db/testing/factories";
import { useDatabase } from "@/db/testing/database";
import { newId } from "@/lib/core/id";
import type { EventName, SubjectKind } from "@/lib/events/names";
import { notify } from "./notify";

useDatabase();

const subjectOf: Record<string, SubjectKind> = { interest: "interest", deal: "deal", registration: "contract", contract: "contract", organisation: "organisation", member: "user", broker: "broker" };

/** Somebody waits to act on a record since a while; then this happens to it. */
async function stillWaits(waiting: EventName, then: EventName): Promise<boolean> {
  const person = await makePerson();
  const [id, subjectId] = [newId(), newId()];
  const past = new Date(Date.now() - 60_000), kind = subjectOf[waiting.split(".")[0]!] ?? "achievement";
  await db().insert(notifications).values({ id, userId: person.userId, eventId: newId(), eventAt: past, kind: waiting, needsAction: 1, subjectKind: kind, subjectId, href: "/", createdAt: past });
  const event = { position: 1, at: new Date(), id: newId(), name: then, actorId: person.userId, organisationId: null, subjects: [{ kind, id: subjectId }], facts: {} };
  await db().transaction((tx) => notify(tx, [event]));
  const [row] = await db().select().from(notifications).where(eq(notifications.id, id));
  return row?.doneAt === null;
}

test.each([
  ["achievement.sent_back", "achievement.edited", true],
  ["achievement.sent_back", "achievement.file_attached", true],
  ["achievement.sent_back", "achievement.remark_answered", true],
  ["achievement.sent_back", "achievement.submitted", false],
  ["achievement.sent_back", "achievement.return_undone", false],
  ["member.join_requested", "user.operator_granted", true],
  ["member.join_requested", "user.operator_revoked", true],
  ["achievement.suspended", "achievement.file_attached", true],
  ["achievement.suspended", "achievement.restored", false],
  ["achievement.sent_back", "interest.sent", true],
  ["achievement.sent_back", "deal.signed", true],
  ["interest.sent", "deal.opened", false],
  ["deal.broker_invited", "deal.terms_proposed", true],
  ["deal.broker_invited", "deal.next_step_set", true],
  ["deal.broker_invited", "deal.broker_joined", false],
  ["deal.broker_invited", "deal.ended", false],
  ["deal.terms_proposed", "deal.next_step_set", true],
  ["deal.terms_proposed", "registration.accepted", true],
  ["deal.terms_proposed", "deal.terms_agreed", false],
  ["deal.signed", "contract.corrected", true],
  ["deal.signed", "registration.submitted", false],
  ["registration.sent_back", "contract.corrected", true],
  ["registration.sent_back", "registration.submitted", false],
  ["contract.terminated", "registration.changed", true],
  ["contract.terminated", "registration.cancelled", false],
  ["organisation.verification_requested", "organisation.dishonesty_marked", true],
  ["organisation.verification_requested", "organisation.verified", false],
  ["organisation.verification_sent_back", "broker.agency_left", true],
  ["broker.applied", "broker.profile_changed", true],
  ["broker.applied", "broker.approved", false],
] as const)("what waits since %s, after %s: still waiting %s", async (waiting, then, expected) => {
  expect(await stillWaits(waiting, then)).toBe(expected);
});
