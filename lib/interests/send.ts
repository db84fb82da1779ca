import { and, count, eq, gt, ne } from "drizzle-orm";
import { interests, listings } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict, Forbidden, LimitReached, NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { sendInput } from "./input";
import { canSendInterest } from "./policy";
import { getTarget } from "./queries";
import { expiresAt } from "./expiry";

/** Every interest is mailed to all who decide there: sent and taken back in turn, it must not become a stream. */
const takenBackPerDay = 3;

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
    const [takenBack] = await tx.select({ n: count() }).from(interests).where(and(
      eq(interests.fromOrganisationId, from), eq(interests.toOrganisationId, target.organisationId), eq(interests.status, "withdrawn"), gt(interests.sentAt, new Date(event.at.getTime() - 86_400_000)),
    ));
    if ((takenBack?.n ?? 0) >= takenBackPerDay) throw new LimitReached("too_many_resent", { max: takenBackPerDay });
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
