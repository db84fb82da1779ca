import { belongsTo, mayAtBureau, userIdOf, type Actor } from "@/lib/core/actor";
import type { ReviewStatus } from "./states";

/** `coOwnerIds`: those of the actor's organisations that the record names as co-owners. */
export type ReviewFacts = { organisationId: string | null; coOwnerIds: readonly string[]; status: ReviewStatus; claimedBy: string | null };

/** What a reviewer needs for any review at all. */
export function mayReview(actor: Actor): boolean {
  return mayAtBureau(actor, "review");
}

/** Nobody judges the records of an own organisation, alone or with others. */
export function mustStandAside(actor: Actor, review: Pick<ReviewFacts, "organisationId" | "coOwnerIds">): boolean {
  return [review.organisationId, ...review.coOwnerIds].some((id) => belongsTo(actor, id));
}

/** A right, not a state: whether somebody else was faster is a conflict. */
export function canClaim(actor: Actor, review: Pick<ReviewFacts, "organisationId" | "coOwnerIds">): boolean {
  return mayReview(actor) && !mustStandAside(actor, review);
}

/** A right, too: that somebody else has claimed it meanwhile is a conflict, which says who. */
export function canReview(actor: Actor, review: ReviewFacts): boolean {
  return canClaim(actor, review);
}

/** May decide right now: the button. */
export function canDecide(actor: Actor, review: ReviewFacts): boolean {
  return canReview(actor, review) && review.status === "claimed" && review.claimedBy === userIdOf(actor);
}

/** Is it an approval or a sending back of the last `undoMinutes` (look 5.6)? */
export function isUndoable(review: { status: ReviewStatus; decidedAt: Date | null }, now: Date, undoMinutes: number): boolean {
  return (review.status === "approved" || review.status === "sent_back") && review.decidedAt !== null && now.getTime() - review.decidedAt.getTime() < undoMinutes * 60_000;
}

/** Only who approved or sent back takes it back; whether there is still time is a question of the clock, not of the right. */
export function canUndoDecision(actor: Actor, review: ReviewFacts & { decidedBy: string | null }): boolean {
  return canClaim(actor, review) && review.decidedBy !== null && review.decidedBy === userIdOf(actor);
}

/** A claim may be given back by its holder, and taken off by a director when somebody is away. */
export function canRelease(actor: Actor, review: ReviewFacts): boolean {
  const held = review.status === "claimed" && review.claimedBy !== userIdOf(actor);
  return (canClaim(actor, review) && !held) || (mayAtBureau(actor, "oversee") && !mustStandAside(actor, review));
}
