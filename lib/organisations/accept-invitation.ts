import { and, eq, gt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invitations, joinRequests, users } from "@/db/schema";
import { command } from "@/lib/command";
import { isMember, type Actor } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { Conflict } from "@/lib/core/errors";
import { authSecret } from "@/lib/core/env";
import { idFromToken } from "@/lib/core/id";
import { markEmailVerified } from "@/lib/users/verify-email";
import { addMember } from "./add-organisation";
import { findOrganisation } from "./find-organisation";
import { acceptInput } from "./input";

async function findInvitation(tx: Tx, actor: Actor, token: string) {
  const id = idFromToken(authSecret(), "invitation", token);
  const [invitation] = id
    ? await tx.select().from(invitations).where(and(eq(invitations.id, id), eq(invitations.status, "pending"), gt(invitations.expiresAt, clock.now())))
    : [];
  if (!invitation) throw new Conflict("wrong_token");
  const organisation = await findOrganisation(tx, invitation.organisationId);
  const [user] = actor.kind === "person" ? await tx.select({ email: users.email }).from(users).where(eq(users.id, actor.userId)) : [];
  return { invitation, organisation, addressed: user?.email.toLowerCase() === invitation.email.toLowerCase() };
}

/** The invited mailbox itself answers: a forwarded link opens nothing for somebody else. */
export const acceptInvitation = command({
  name: "member.invitation_accepted",
  input: acceptInput,
  find: (tx, actor, input) => findInvitation(tx, actor, input.token),
  allow: (actor, found) => found.addressed && !found.organisation.suspended,
  async run({ tx, actor, subject: { invitation, organisation }, event }) {
    if (actor.kind !== "person") throw new Conflict();
    const [done] = await tx.update(invitations).set({ status: "accepted" })
      .where(and(eq(invitations.id, invitation.id), eq(invitations.status, "pending"))).returning({ id: invitations.id });
    if (!done) throw new Conflict();
    // Whoever holds the mailed token owns the mailbox.
    if (!actor.emailVerified) await markEmailVerified(tx, actor.userId, event.at);
    if (!isMember(actor, organisation.id)) await addMember(tx, organisation.id, actor.userId, invitation.roles);
    // Who asked to join meanwhile has their answer.
    await tx.update(joinRequests).set({ status: "accepted", decidedBy: invitation.invitedBy, decidedAt: event.at })
      .where(and(eq(joinRequests.organisationId, organisation.id), eq(joinRequests.userId, actor.userId), eq(joinRequests.status, "pending")));
    return {
      result: { slug: organisation.slug },
      subjects: [{ kind: "organisation" as const, id: organisation.id }, { kind: "user" as const, id: actor.userId }],
    };
  },
});
