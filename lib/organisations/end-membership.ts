import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { memberships } from "@/db/schema";
import { Conflict } from "@/lib/core/errors";
import { releaseClaimsOf } from "@/lib/reviews/release-claims";
import { assertAnotherAdministrator, lockOrganisation, type MemberRow } from "./find-organisation";

/**
 * Takes somebody out of an organisation. Drafts and deals are the organisation's and stay; claimed reviews return
 * to the queue. @returns how many reviews went back. @throws Conflict when the last administrator would go, or the person is gone already
 */
export async function endMembership(tx: Tx, subject: MemberRow): Promise<{ returnedReviews: number }> {
  await lockOrganisation(tx, subject.id);
  await assertAnotherAdministrator(tx, subject.id, subject.member.userId);
  const [gone] = await tx.delete(memberships)
    .where(and(eq(memberships.organisationId, subject.id), eq(memberships.userId, subject.member.userId))).returning({ userId: memberships.userId });
  if (!gone) throw new Conflict();
  const released = subject.kind === "bureau" ? await releaseClaimsOf(tx, subject.member.userId) : [];
  return { returnedReviews: released.length };
}
