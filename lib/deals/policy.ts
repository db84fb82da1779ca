import { isMember, may, userIdOf, type Actor } from "@/lib/core/actor";
import { isClosed, otherSide, type ContractState } from "./rules";
import type { DealSide, DealStage, DealStatus, ParticipantRole, ParticipantStatus } from "./states";

export type DealSubject = {
  id: string;
  sellerId: string;
  buyerId: string;
  stage: DealStage;
  status: DealStatus;
  participants: { userId: string; role: ParticipantRole; status: ParticipantStatus }[];
  terms: { ordinal: number; proposedSide: DealSide; agreedAt: Date | null } | null;
  contracts: (ContractState & { id: string; termsOrdinal: number | null })[];
};

/** The side in whose name a person acts here; the acting organisation goes first when both are theirs. */
export function sideOf(actor: Actor, deal: Pick<DealSubject, "sellerId" | "buyerId">): DealSide | null {
  if (actor.kind !== "person") return null;
  if (actor.acting?.organisationId === deal.sellerId) return "seller";
  if (actor.acting?.organisationId === deal.buyerId) return "buyer";
  if (isMember(actor, deal.sellerId)) return "seller";
  return isMember(actor, deal.buyerId) ? "buyer" : null;
}

function brokerStatus(actor: Actor, deal: DealSubject): ParticipantStatus | null {
  if (actor.kind !== "person") return null;
  return deal.participants.find((one) => one.userId === actor.userId && one.role === "broker")?.status ?? null;
}

export function isActiveBroker(actor: Actor, deal: DealSubject): boolean {
  return brokerStatus(actor, deal) === "active";
}

function isInvitedBroker(actor: Actor, deal: DealSubject): boolean {
  return brokerStatus(actor, deal) === "invited";
}

/** The two organisations, and a broker who was asked. Nobody else knows that the deal exists, not even the bureau. */
export function canSeeDeal(actor: Actor, deal: DealSubject): boolean {
  return sideOf(actor, deal) !== null || isActiveBroker(actor, deal) || isInvitedBroker(actor, deal);
}

/** All deals of one organisation are laid out for its members. */
export function canSeeDealsOf(actor: Actor, organisationId: string): boolean {
  return isMember(actor, organisationId);
}

/** Who was only asked sees what it is about; papers are for those who take part. */
export function canReadPapers(actor: Actor, deal: DealSubject): boolean {
  return sideOf(actor, deal) !== null || isActiveBroker(actor, deal);
}

function writes(actor: Actor, deal: DealSubject): boolean {
  const side = sideOf(actor, deal);
  return side !== null && may(actor, "write", side === "seller" ? deal.sellerId : deal.buyerId);
}

function decides(actor: Actor, deal: Pick<DealSubject, "sellerId" | "buyerId">): boolean {
  const side = sideOf(actor, deal);
  return side !== null && may(actor, "decide", side === "seller" ? deal.sellerId : deal.buyerId);
}

/** Messages and files: both sides and an active broker, until the deal has ended. */
export function canTalk(actor: Actor, deal: DealSubject): boolean {
  return deal.status !== "ended" && (writes(actor, deal) || isActiveBroker(actor, deal));
}

/** For which side somebody puts a paper into the room; null for its broker. */
export function paperSideOf(actor: Actor, deal: DealSubject): DealSide | null {
  return writes(actor, deal) ? sideOf(actor, deal) : null;
}

/** Whose a paper is: a side's that was put there for it, or the broker's own. */
export type PaperSubject = { organisationId: string | null; uploaderId: string | null };

/** Who put it there takes it away, or back; the act finds out whether that is still possible (Conflict). */
export function mayRemovePaper(actor: Actor, deal: DealSubject, paper: PaperSubject): boolean {
  const side = sideOf(actor, deal);
  if (paper.organisationId !== null) return side !== null && deal[`${side}Id`] === paper.organisationId && writes(actor, deal);
  return isActiveBroker(actor, deal) && paper.uploaderId !== null && paper.uploaderId === userIdOf(actor);
}

/** After the deal is done its papers are evidence. */
export function canRemovePaper(actor: Actor, deal: DealSubject, paper: PaperSubject): boolean {
  return deal.status === "open" && mayRemovePaper(actor, deal, paper);
}

/** How long a removal can be taken back; shorter than the bytes are kept. */
export const restorePaperDays = 7;

export function restorableSince(now: Date): Date {
  return new Date(now.getTime() - restorePaperDays * 86_400_000);
}

export function canRestorePaper(actor: Actor, deal: DealSubject, paper: PaperSubject): boolean {
  return deal.status !== "ended" && mayRemovePaper(actor, deal, paper);
}

export function canSetNextStep(actor: Actor, deal: DealSubject): boolean {
  return deal.status === "open" && (writes(actor, deal) || isActiveBroker(actor, deal));
}

export function canInviteBroker(actor: Actor, deal: DealSubject): boolean {
  return deal.status === "open" && writes(actor, deal);
}

/** A mandate is ended by who decides for a side. */
export function canDismissBroker(actor: Actor, deal: DealSubject): boolean {
  return deal.status === "open" && decides(actor, deal);
}

export function canAnswerInvitation(actor: Actor, deal: DealSubject): boolean {
  return deal.status === "open" && isInvitedBroker(actor, deal);
}

export function canLeave(actor: Actor, deal: DealSubject): boolean {
  return isActiveBroker(actor, deal);
}

/** Also after it is complete: a deal may lead to further contracts (domain A4). The act finds out whether both sides are free to begin again. */
export function canProposeTerms(actor: Actor, deal: DealSubject): boolean {
  return deal.status !== "ended" && writes(actor, deal);
}

/** Who may decide for a side here; the act finds out whether it is still to be decided (Conflict). */
export function mayDecideInDeal(actor: Actor, deal: DealSubject): boolean {
  return decides(actor, deal);
}

export function mayAgreeTerms(actor: Actor, deal: DealSubject): boolean {
  return decides(actor, deal) && !!deal.terms && sideOf(actor, deal) === otherSide(deal.terms.proposedSide);
}

/** Agreeing is the other side's: who proposed has agreed by proposing. */
export function canAgreeTerms(actor: Actor, deal: DealSubject): boolean {
  if (deal.status !== "open" || deal.stage !== "terms" || !deal.terms || deal.terms.agreedAt) return false;
  return mayAgreeTerms(actor, deal);
}

export function canSign(actor: Actor, deal: Pick<DealSubject, "sellerId" | "buyerId" | "status" | "stage">): boolean {
  return deal.status === "open" && deal.stage === "signing" && decides(actor, deal);
}

/** Not while a contract of it stands or is on its way to the registrar. */
export function canEndDeal(actor: Actor, deal: DealSubject): boolean {
  return deal.status === "open" && deal.contracts.every(isClosed) && decides(actor, deal);
}

/** How long an ending can be taken back. */
export const resumeDays = 7;

/** The side that ended the talks may take them up again for some days; not where a contract was given up with them. */
export function canResumeDeal(actor: Actor, deal: DealSubject & { endedAt: Date | null; endedSide: DealSide | null }, now: Date): boolean {
  const inTime = deal.endedAt !== null && now.getTime() - deal.endedAt.getTime() < resumeDays * 86_400_000;
  return deal.status === "ended" && inTime && deal.contracts.length === 0 && decides(actor, deal) && deal.endedSide === sideOf(actor, deal);
}

/** Terms that were to be agreed anew after a signature may be let go: then what was signed stands as it is. */
export function canDropTerms(actor: Actor, deal: DealSubject): boolean {
  return deal.status === "open" && (deal.stage === "terms" || deal.stage === "signing") && deal.contracts.length > 0 && decides(actor, deal);
}
