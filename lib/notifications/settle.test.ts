import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { notifications } from "@/db/schema";
import { makePerson } from "@/db/testing/factories";
import { useDatabase } from "@/db/testing/database";
import { newId } from "@/lib/core/id";
import type { EventName } from "@/lib/events/names";
import { notify } from "./notify";

useDatabase();

/** Somebody waits to act on a record since a while; then this happens to it. */
async function stillWaits(waiting: EventName, then: EventName): Promise<boolean> {
  const person = await makePerson();
  const [id, subjectId] = [newId(), newId()];
  const past = new Date(Date.now() - 60_000);
  await db().insert(notifications).values({ id, userId: person.userId, eventId: newId(), eventAt: past, kind: waiting, needsAction: 1, subjectKind: "achievement", subjectId, href: "/", createdAt: past });
  const event = { position: 1, at: new Date(), id: newId(), name: then, actorId: person.userId, organisationId: null, subjects: [{ kind: "achievement" as const, id: subjectId }], facts: {} };
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
] as const)("what waits since %s, after %s: still waiting %s", async (waiting, then, expected) => {
  expect(await stillWaits(waiting, then)).toBe(expected);
});
