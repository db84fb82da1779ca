import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { dealParticipants } from "@/db/schema";
import { userIdOf, type Actor } from "@/lib/core/actor";
import { Conflict } from "@/lib/core/errors";
import type { ParticipantStatus } from "./states";

/** The broker's own standing in the room. @throws Conflict when it is not (any more) `from` */
export async function moveMandate(tx: Tx, actor: Actor, { dealId, from, to, at }: { dealId: string; from: ParticipantStatus; to: ParticipantStatus; at: Date }): Promise<void> {
  const [moved] = await tx.update(dealParticipants).set({ status: to, since: at })
    .where(and(eq(dealParticipants.dealId, dealId), eq(dealParticipants.userId, userIdOf(actor) ?? ""), eq(dealParticipants.role, "broker"), eq(dealParticipants.status, from)))
    .returning({ userId: dealParticipants.userId });
  if (!moved) throw new Conflict();
}
