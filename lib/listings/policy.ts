import { isBureau, isMember, may, mayAtBureau, type Actor } from "@/lib/core/actor";
import { mustStandAside } from "@/lib/reviews/policy";
import { isEditable, type ListingKind, type ListingStatus, type RevisionStatus } from "./states";

/** What the rules need to know of a listing. `coOwnerIds`: those of the actor's organisations that its public text names as co-owners, for whoever judges it. */
export type ListingFacts = { kind: ListingKind; organisationId: string; coOwnerIds: readonly string[]; status: ListingStatus; revision: RevisionStatus };

/** Members and the bureau know of a listing that is not public. */
export function canSeeUnpublished(actor: Actor, listing: Pick<ListingFacts, "organisationId">): boolean {
  return isMember(actor, listing.organisationId) || isBureau(actor);
}

export function canWrite(actor: Actor, listing: Pick<ListingFacts, "organisationId">): boolean {
  return may(actor, "write", listing.organisationId);
}

/** Suspending and restoring are the bureau's, and nobody judges the records of an own organisation, as in a review. */
export function canSuspend(actor: Actor, listing: Pick<ListingFacts, "organisationId" | "coOwnerIds">): boolean {
  return mayAtBureau(actor, "review") && !mustStandAside(actor, listing);
}

/** Any verified organisation except the bureau itself may publish; drafting does not wait for the verification. */
export function canDraft(actor: Actor, owner: { id: string; kind: string } | null): boolean {
  return owner !== null && owner.kind !== "bureau" && may(actor, "write", owner.id);
}

const memberActs = [
  "edit", "submit", "withdrawSubmission", "revise", "discardRevision", "withdraw", "relist", "close", "reopen", "discard", "recover",
] as const;
export const bureauActs = ["suspend", "restore"] as const;
export type ListingAct = (typeof memberActs)[number] | (typeof bureauActs)[number];

type State = Pick<ListingFacts, "kind" | "status" | "revision">;
const possible: Record<ListingAct, (listing: State) => boolean> = {
  edit: isEditable,
  submit: isEditable,
  withdrawSubmission: (l) => l.status === "pending" || l.revision === "pending",
  revise: (l) => l.revision === "none" && ["published", "withdrawn", "suspended", "closed"].includes(l.status),
  discardRevision: (l) => l.revision === "draft" || l.revision === "sent_back",
  withdraw: (l) => l.status === "published",
  relist: (l) => l.status === "withdrawn",
  close: (l) => l.kind === "need" && l.status === "published",
  reopen: (l) => l.kind === "need" && l.status === "closed",
  discard: (l) => l.status === "draft" || l.status === "sent_back",
  recover: (l) => l.status === "discarded",
  suspend: (l) => l.status === "published",
  restore: (l) => l.status === "suspended",
};

/** Is the listing in a state in which this act makes sense? */
export function isPossible(act: ListingAct, listing: State): boolean {
  return possible[act](listing);
}

/** The buttons this actor sees: right and state together. */
export function offers(actor: Actor, listing: ListingFacts): ListingAct[] {
  const writer = canWrite(actor, listing);
  const suspender = canSuspend(actor, listing);
  const mine: ListingAct[] = [...(writer ? memberActs : []), ...(suspender ? bureauActs : [])];
  return mine.filter((act) => isPossible(act, listing));
}
