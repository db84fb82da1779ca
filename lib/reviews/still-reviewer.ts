import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { memberships, users } from "@/db/schema";
import { bureauMembership, type Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { mayReview } from "./policy";

/**
 * Who claims was read when the request began. Account and role are held until the claim is committed: whoever closes the one or takes the other comes
 * before it, or after it and then returns what was claimed (release-claims.ts). @throws Forbidden
 */
export async function assertStillReviewer(tx: Tx, actor: Actor): Promise<void> {
  const bureau = bureauMembership(actor);
  const [standing] = actor.kind === "person" && bureau
    ? await tx.select({ roles: memberships.roles }).from(memberships).innerJoin(users, eq(users.id, memberships.userId))
        .where(and(eq(memberships.userId, actor.userId), eq(memberships.organisationId, bureau.organisationId), isNull(users.suspendedAt))).for("share")
    : [];
  if (actor.kind !== "person" || !bureau || !standing || !mayReview({ ...actor, memberships: [{ ...bureau, roles: standing.roles }] })) throw new Forbidden();
}
