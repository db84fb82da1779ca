import { and, eq, lte, sql } from "drizzle-orm";
import { invitations, mails, memberships, users } from "@/db/schema";
import { command } from "@/lib/command";
import { Invalid, LimitReached } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { countInAct, limits } from "@/lib/users/limits";
import { findForMember } from "./find-organisation";
import { inviteInput, rolesOf } from "./input";
import { canAppoint } from "./policy";

const validDays = 14;

/** Sends somebody a link. The link's token is derived from the invitation's id and stands nowhere. */
export const inviteMember = command({
  name: "member.invited",
  input: inviteInput,
  find: (tx, actor, input) => findForMember(tx, actor, input.organisationId),
  allow: canAppoint,
  async run({ tx, actor, subject: organisation, input, event }) {
    if (actor.kind !== "person") throw new Error("Only people invite people");
    if (!input.roles.every((role) => rolesOf(organisation.kind).includes(role))) throw new Invalid({ roles: { code: "choose" } });
    const [member] = await tx.select({ userId: memberships.userId }).from(memberships).innerJoin(users, eq(users.id, memberships.userId))
      .where(and(eq(memberships.organisationId, organisation.id), sql`lower(${users.email}) = ${input.email}`));
    if (member) throw new Invalid({ email: { code: "already_member" } });
    if ((await countInAct(tx, "invite-sender", actor.userId, event.at)) > 0) throw new LimitReached("too_many_invitations", { max: limits["invite-sender"].points });
    // Taken back and sent again, or by many organisations: it is one mailbox all the same.
    const often = (await countInAct(tx, "invite-pair", `${organisation.id} ${input.email}`, event.at)) > 0 || (await countInAct(tx, "invite-mail", input.email, event.at)) > 0;
    if (often) throw new Invalid({ email: { code: "invited_often" } });
    await tx.update(invitations).set({ status: "expired" })
      .where(and(eq(invitations.organisationId, organisation.id), eq(invitations.status, "pending"), lte(invitations.expiresAt, event.at)));
    const id = newId(event.at);
    const expiresAt = new Date(event.at.getTime() + validDays * 86_400_000);
    const [made] = await tx.insert(invitations)
      .values({ id, organisationId: organisation.id, email: input.email, roles: input.roles, status: "pending", invitedBy: actor.userId, invitedAt: event.at, expiresAt })
      .onConflictDoNothing().returning({ id: invitations.id });
    if (!made) throw new Invalid({ email: { code: "already_invited" } });
    await tx.insert(mails).values({
      id: newId(event.at), toAddress: input.email, template: "invitation", requestId: id, createdAt: event.at,
      values: { organisation: organisation.verifiedName ?? organisation.name, inviter: actor.name, path: "/invitation", days: validDays, ...(organisation.verifiedName === null ? { unverified: 1 } : {}) },
    });
    return { result: { invitationId: id, slug: organisation.slug }, subjects: [{ kind: "organisation" as const, id: organisation.id }], facts: { roles: input.roles } };
  },
});
