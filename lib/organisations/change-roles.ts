import { and, eq } from "drizzle-orm";
import { memberships } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict, Invalid } from "@/lib/core/errors";
import { releaseClaimsOf } from "@/lib/reviews/release-claims";
import { assertAnotherAdministrator, findMember, lockOrganisation } from "./find-organisation";
import { memberRolesInput, rolesOf } from "./input";
import { canAppoint } from "./policy";

export const changeRoles = command({
  name: "member.roles_changed",
  input: memberRolesInput,
  find: (tx, actor, input) => findMember(tx, actor, input.organisationId, input.userId),
  allow: canAppoint,
  async run({ tx, subject, input }) {
    if (!input.roles.every((role) => rolesOf(subject.kind).includes(role))) throw new Invalid({ roles: { code: "choose" } });
    await lockOrganisation(tx, subject.id);
    if (!input.roles.includes("administrator")) await assertAnotherAdministrator(tx, subject.id, input.userId);
    const [done] = await tx.update(memberships).set({ roles: input.roles })
      .where(and(eq(memberships.organisationId, subject.id), eq(memberships.userId, input.userId))).returning({ userId: memberships.userId });
    if (!done) throw new Conflict();
    const reviews = input.roles.includes("reviewer") || input.roles.includes("director");
    const released = subject.kind === "bureau" && !reviews ? await releaseClaimsOf(tx, input.userId) : [];
    return {
      result: null, facts: { roles: input.roles, returnedReviews: released.length },
      subjects: [{ kind: "user" as const, id: input.userId }, { kind: "organisation" as const, id: subject.id }],
    };
  },
});
