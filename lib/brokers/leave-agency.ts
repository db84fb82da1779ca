import { and, eq, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { brokers, memberships } from "@/db/schema";
import { command } from "@/lib/command";
import { system, type Actor } from "@/lib/core/actor";
import { Conflict, isKnownError, NotFound } from "@/lib/core/errors";
import { recordId } from "@/lib/core/fields";
import type { StoredEvent } from "@/lib/jobs/cursors";
import { brokerSubjects } from "./find-broker";

const leaveAgencyInput = z.object({ brokerId: recordId() });

/** Is this broker no member (any more) of the agency that the profile names? */
const isGone = and(isNotNull(brokers.organisationId), sql`not exists (select 1 from ${memberships} m where m.user_id = ${brokers.userId} and m.organisation_id = ${brokers.organisationId})`);

/** Who left an agency is a broker alone from then on: contracts signed later must not name it. */
export const leaveAgency = command({
  name: "broker.agency_left",
  input: leaveAgencyInput,
  async find(tx, actor: Actor, input) {
    const [row] = actor.kind === "system" ? await tx.select({ id: brokers.id, userId: brokers.userId, organisationId: brokers.organisationId }).from(brokers).where(eq(brokers.id, input.brokerId)) : [];
    if (!row) throw new NotFound();
    return row;
  },
  allow: (actor) => actor.kind === "system",
  async run({ tx, subject: broker }) {
    const [left] = await tx.update(brokers).set({ organisationId: null }).where(and(eq(brokers.id, broker.id), isGone)).returning({ id: brokers.id });
    if (!left || !broker.organisationId) throw new Conflict();
    return { result: null, subjects: [...brokerSubjects(broker), { kind: "organisation" as const, id: broker.organisationId }] };
  },
});

/** Reader of events: after somebody left an organisation their profile names it no longer. Who came back meanwhile keeps it. */
export async function leaveAgencies(tx: Tx, batch: StoredEvent[]): Promise<void> {
  for (const event of batch) {
    const userId = event.name === "member.left" || event.name === "member.removed" ? event.subjects.find((subject) => subject.kind === "user")?.id : undefined;
    if (!userId) continue;
    for (const { id } of await tx.select({ id: brokers.id }).from(brokers).where(and(eq(brokers.userId, userId), isGone))) {
      try {
        await leaveAgency(system("leave-agencies"), { brokerId: id });
      } catch (error) {
        if (!isKnownError(error)) throw error;
      }
    }
  }
}
