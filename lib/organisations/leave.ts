import { command } from "@/lib/command";
import { NotFound } from "@/lib/core/errors";
import { endMembership } from "./end-membership";
import { findMember } from "./find-organisation";
import { organisationInput } from "./input";
import { canLeave } from "./policy";

/** Somebody goes by their own wish; the last administrator has to name another one first. */
export const leaveOrganisation = command({
  name: "member.left",
  input: organisationInput,
  async find(tx, actor, input) {
    if (actor.kind !== "person") throw new NotFound();
    return findMember(tx, actor, input.organisationId, actor.userId);
  },
  allow: canLeave,
  async run({ tx, subject }) {
    const facts = await endMembership(tx, subject);
    return { result: null, facts, subjects: [{ kind: "user" as const, id: subject.member.userId }, { kind: "organisation" as const, id: subject.id }] };
  },
});
