import { and, eq, ne } from "drizzle-orm";
import { interests, listings } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict, Forbidden, NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { sendInput } from "./input";
import { canSendInterest } from "./policy";
import { getTarget } from "./queries";
import { expiresAt } from "./expiry";

/** Somebody's organisation tells the owner of a published record that it wants to talk. */
export const sendInterest = command({
  name: "interest.sent",
  input: sendInput,
  find: (tx, actor, input) => getTarget(tx, actor, input.targetListingId),
  allow: canSendInterest,
  async run({ tx, actor, subject: target, input, event }) {
    if (actor.kind !== "person" || !actor.acting) throw new Forbidden();
    const from = actor.acting.organisationId;
    if (input.ownListingId) {
      const [own] = await tx.select({ id: listings.id }).from(listings)
        .where(and(eq(listings.id, input.ownListingId), eq(listings.organisationId, from), eq(listings.status, "published"), ne(listings.kind, target.kind)));
      if (!own) throw new NotFound();
    }
    // The partial unique index decides between two people of one organisation who press at once.
    const [sent] = await tx.insert(interests).values({
      id: newId(event.at), targetListingId: target.id, ownListingId: input.ownListingId, fromOrganisationId: from, toOrganisationId: target.organisationId,
      message: input.message, sentBy: actor.userId, sentAt: event.at, expiresAt: await expiresAt(tx, event.at),
    }).onConflictDoNothing().returning({ id: interests.id });
    if (!sent) throw new Conflict("interest_already_sent");
    const subjects = [{ kind: "interest" as const, id: sent.id }, { kind: target.kind, id: target.id }];
    if (input.ownListingId) subjects.push({ kind: target.kind === "achievement" ? "need" : "achievement", id: input.ownListingId });
    return { result: { id: sent.id }, subjects, facts: { number: target.number } };
  },
});
