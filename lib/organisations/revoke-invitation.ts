import { and, eq } from "drizzle-orm";
import { invitations } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict, NotFound } from "@/lib/core/errors";
import { findForMember } from "./find-organisation";
import { invitationInput } from "./input";
import { canAppoint } from "./policy";

export const revokeInvitation = command({
  name: "member.invitation_revoked",
  input: invitationInput,
  async find(tx, actor, input) {
    const [invitation] = await tx.select({ organisationId: invitations.organisationId }).from(invitations).where(eq(invitations.id, input.invitationId));
    if (!invitation) throw new NotFound();
    return findForMember(tx, actor, invitation.organisationId);
  },
  allow: canAppoint,
  async run({ tx, subject: organisation, input }) {
    const [done] = await tx.update(invitations).set({ status: "revoked" })
      .where(and(eq(invitations.id, input.invitationId), eq(invitations.status, "pending"))).returning({ id: invitations.id });
    if (!done) throw new Conflict();
    return { result: null, subjects: [{ kind: "organisation" as const, id: organisation.id }] };
  },
});
