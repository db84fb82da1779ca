import { command } from "@/lib/command";
import { endMembership } from "./end-membership";
import { findMember } from "./find-organisation";
import { memberInput } from "./input";
import { canGovern } from "./policy";

export const removeMember = command({
  name: "member.removed",
  input: memberInput,
  find: (tx, actor, input) => findMember(tx, actor, input.organisationId, input.userId),
  allow: canGovern,
  async run({ tx, subject }) {
    const facts = await endMembership(tx, subject);
    return { result: null, facts, subjects: [{ kind: "user" as const, id: subject.member.userId }, { kind: "organisation" as const, id: subject.id }] };
  },
});
