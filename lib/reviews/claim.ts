import { and, eq, inArray } from "drizzle-orm";
import { reviews, users } from "@/db/schema";
import type { Tx } from "@/db/client";
import { command } from "@/lib/command";
import { isBureau, userIdOf } from "@/lib/core/actor";
import { Conflict, NotFound } from "@/lib/core/errors";
import { formatTime } from "@/lib/core/dates";
import { statesBefore } from "@/lib/core/transitions";
import { claimInput } from "./input";
import { canClaim } from "./policy";
import { reviewColumns } from "./queries";
import { reviewTransitions } from "./states";
import { assertStillReviewer } from "./still-reviewer";

/** A reviewer takes reviews out of the queue. Of several, those that somebody else was faster with are left out. */
export const claim = command({
  name: "review.claimed",
  input: claimInput,
  async find(tx, actor, { reviewIds }) {
    const rows = isBureau(actor) ? await tx.select(await reviewColumns(tx, actor)).from(reviews).where(inArray(reviews.id, reviewIds)) : [];
    if (rows.length < new Set(reviewIds).size) throw new NotFound();
    return rows;
  },
  allow: (actor, rows) => rows.every((review) => canClaim(actor, review)),
  async run({ tx, actor, subject, event }) {
    await assertStillReviewer(tx, actor);
    const ids = subject.map((review) => review.id);
    const claimed = await tx
      .update(reviews)
      .set({ status: "claimed", claimedBy: userIdOf(actor), claimedAt: event.at })
      .where(and(inArray(reviews.id, ids), inArray(reviews.status, statesBefore(reviewTransitions, "claimed"))))
      .returning({ id: reviews.id });
    if (claimed.length === 0) throw await alreadyClaimed(tx, ids[0]);
    return { result: { claimed: claimed.map((review) => review.id) }, subjects: claimed.map(({ id }) => ({ kind: "review" as const, id })) };
  },
});

async function alreadyClaimed(tx: Tx, id: string | undefined): Promise<Conflict> {
  const [review] = id ? await tx.select({ status: reviews.status, at: reviews.claimedAt, who: users.name }).from(reviews).leftJoin(users, eq(users.id, reviews.claimedBy)).where(eq(reviews.id, id)) : [];
  if (review?.status === "withdrawn") return new Conflict("review_withdrawn");
  if (review?.status !== "claimed") return new Conflict("review_decided");
  return new Conflict("review_claimed", { who: review.who ?? "", at: review.at ? formatTime(review.at) : "" });
}
