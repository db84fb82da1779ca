import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { joinRequests } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { Conflict, NotFound } from "@/lib/core/errors";
import { findForMember, type OrganisationRow } from "./find-organisation";

export type JoinRequestRow = OrganisationRow & { requestId: string; userId: string };

/** @throws NotFound for everybody outside the organisation */
export async function findJoinRequest(tx: Tx, actor: Actor, requestId: string): Promise<JoinRequestRow> {
  const [request] = await tx.select({ organisationId: joinRequests.organisationId, userId: joinRequests.userId }).from(joinRequests).where(eq(joinRequests.id, requestId));
  if (!request) throw new NotFound();
  const organisation = await findForMember(tx, actor, request.organisationId);
  return { ...organisation, requestId, userId: request.userId };
}

/** @throws Conflict when somebody has decided it before */
export async function settleJoinRequest(tx: Tx, actor: Actor, requestId: string, status: "accepted" | "declined"): Promise<void> {
  const [done] = await tx.update(joinRequests).set({ status, decidedAt: clock.now(), decidedBy: actor.kind === "person" ? actor.userId : null })
    .where(and(eq(joinRequests.id, requestId), eq(joinRequests.status, "pending"))).returning({ id: joinRequests.id });
  if (!done) throw new Conflict();
}
