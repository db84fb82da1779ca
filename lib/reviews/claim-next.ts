import { and, eq, isNull, notInArray, or, sql } from "drizzle-orm";
import { reviews } from "@/db/schema";
import { command } from "@/lib/command";
import { organisationsOf, userIdOf } from "@/lib/core/actor";
import { Conflict, NotFound } from "@/lib/core/errors";
import { nextInput } from "./input";
import { ownNamedIn } from "./own-names";
import { mayReview } from "./policy";
import { queueOrder } from "./queries";
import { assertStillReviewer } from "./still-reviewer";

/** Takes the most pressing review that is none of the reviewer's own organisation. Two who press at once get two. */
export const claimNext = command({
  name: "review.claimed",
  input: nextInput,
  async find(tx, actor) {
    if (actor.kind !== "person" || !mayReview(actor)) throw new NotFound();
    const [review] = await tx
      .select()
      .from(reviews)
      .where(and(eq(reviews.status, "open"), or(isNull(reviews.organisationId), notInArray(reviews.organisationId, organisationsOf(actor))), sql`cardinality(${await ownNamedIn(tx, actor, sql`${reviews.coOwners}`)}) = 0`))
      .orderBy(...queueOrder)
      .limit(1)
      .for("update", { skipLocked: true });
    return { review: review ?? null };
  },
  allow: mayReview,
  async run({ tx, actor, subject: { review }, event }) {
    if (!review) throw new Conflict("nothing_to_claim");
    await assertStillReviewer(tx, actor);
    await tx.update(reviews).set({ status: "claimed", claimedBy: userIdOf(actor), claimedAt: event.at }).where(and(eq(reviews.id, review.id), eq(reviews.status, "open")));
    return { result: { reviewId: review.id }, subjects: [{ kind: "review", id: review.id }] };
  },
});
