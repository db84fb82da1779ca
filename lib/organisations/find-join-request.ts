import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { joinRequests } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
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

/** The actor's own question to that organisation, as long as it waits. @throws NotFound */
export async function findOwnJoinRequest(tx: Tx, actor: Actor, organisationId: string): Promise<{ requestId: string; userId: string; organisationId: string }> {
  const [request] = actor.kind === "person"
    ? await tx.select({ requestId: joinRequests.id, userId: joinRequests.userId, organisationId: joinRequests.organisationId }).from(joinRequests)
      .where(and(eq(joinRequests.organisationId, organisationId), eq(joinRequests.userId, actor.userId), eq(joinRequests.status, "pending")))
    : [];
  if (!request) throw new NotFound();
  return request;
}

/** @throws Conflict when somebody has decided it before */
export async function settleJoinRequest(tx: Tx, actor: Actor, requestId: string, status: "accepted" | "declined" | "withdrawn", at: Date): Promise<void> {
  const [done] = await tx.update(joinRequests).set({ status, decidedAt: at, decidedBy: actor.kind === "person" ? actor.userId : null })
    .where(and(eq(joinRequests.id, requestId), eq(joinRequests.status, "pending"))).returning({ id: joinRequests.id });
  if (!done) throw new Conflict();
}
