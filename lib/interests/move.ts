import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { interests, listings } from "@/db/schema";
import { userIdOf, type Actor } from "@/lib/core/actor";
import { Conflict } from "@/lib/core/errors";
import type { Subject } from "@/lib/events/names";
import type { InterestRow } from "./queries";
import type { DismissalReason, InterestStatus } from "./states";

/** The only way an interest leaves `sent`. Plain, because `deals/open` accepts inside its own transaction. @throws Conflict when somebody was faster */
export async function moveInterest(
  tx: Tx, id: string, to: Exclude<InterestStatus, "sent">, actor: Actor, at: Date, words: { reason?: DismissalReason; answer?: string | null } = {},
): Promise<InterestRow> {
  const [moved] = await tx.update(interests)
    .set({ status: to, answeredBy: userIdOf(actor), answeredAt: at, reason: words.reason ?? null, answer: words.answer ?? null })
    .where(and(eq(interests.id, id), eq(interests.status, "sent"))).returning();
  if (!moved) throw new Conflict("interest_answered");
  return moved;
}

/** The interest and the records it joins: the event belongs to all their timelines. */
export async function subjectsOf(tx: Tx, interest: InterestRow): Promise<Subject[]> {
  const [target] = await tx.select({ kind: listings.kind }).from(listings).where(eq(listings.id, interest.targetListingId));
  const kind = target?.kind ?? "achievement";
  const subjects: Subject[] = [{ kind: "interest", id: interest.id }, { kind, id: interest.targetListingId }];
  if (interest.ownListingId) subjects.push({ kind: kind === "achievement" ? "need" : "achievement", id: interest.ownListingId });
  return subjects;
}
