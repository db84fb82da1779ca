import { and, eq, gt, inArray, lte } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { interests, listings } from "@/db/schema";
import { userIdOf, type Actor } from "@/lib/core/actor";
import { Conflict } from "@/lib/core/errors";
import { statesBefore } from "@/lib/core/transitions";
import type { Subject } from "@/lib/events/names";
import type { InterestRow } from "./queries";
import { interestTransitions, type DismissalReason, type InterestStatus } from "./states";

type Move = { id: string; to: Exclude<InterestStatus, "sent">; at: Date; reason?: DismissalReason; answer?: string | null };

/**
 * The only way an interest leaves `sent`. Plain, because `deals/open` accepts inside its own transaction. Once its time has passed only time itself
 * answers it, also before the job that says so has come.
 * @throws Conflict when somebody was faster, or it has lapsed
 */
export async function moveInterest(tx: Tx, actor: Actor, { id, to, at, reason, answer }: Move): Promise<InterestRow> {
  const from = inArray(interests.status, statesBefore(interestTransitions, to));
  const [moved] = await tx.update(interests).set({ status: to, answeredBy: userIdOf(actor), answeredAt: at, reason: reason ?? null, answer: answer ?? null })
    .where(and(eq(interests.id, id), from, to === "expired" ? lte(interests.expiresAt, at) : gt(interests.expiresAt, at))).returning();
  if (moved) return moved;
  const waits = await tx.$count(interests, and(eq(interests.id, id), from));
  if (waits > 0) throw new Conflict(to === "expired" ? "interest_not_due" : "interest_lapsed");
  throw new Conflict("interest_answered");
}

/** The interest and the records it joins: the event belongs to all their timelines. */
export async function subjectsOf(tx: Tx, interest: InterestRow): Promise<Subject[]> {
  const [target] = await tx.select({ kind: listings.kind }).from(listings).where(eq(listings.id, interest.targetListingId));
  const kind = target?.kind ?? "achievement";
  const subjects: Subject[] = [{ kind: "interest", id: interest.id }, { kind, id: interest.targetListingId }];
  if (interest.ownListingId) subjects.push({ kind: kind === "achievement" ? "need" : "achievement", id: interest.ownListingId });
  return subjects;
}
