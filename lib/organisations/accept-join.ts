import { command } from "@/lib/command";
import { Invalid } from "@/lib/core/errors";
import { addMember } from "./add-organisation";
import { findJoinRequest, settleJoinRequest } from "./find-join-request";
import { acceptJoinInput, rolesOf } from "./input";
import { canGovern } from "./policy";

export const acceptJoin = command({
  name: "member.join_accepted",
  input: acceptJoinInput,
  find: (tx, actor, input) => findJoinRequest(tx, actor, input.requestId),
  allow: canGovern,
  async run({ tx, actor, subject: request, input, event }) {
    if (!input.roles.every((role) => rolesOf(request.kind).includes(role))) throw new Invalid({ roles: { code: "choose" } });
    await settleJoinRequest(tx, actor, request.requestId, "accepted", event.at);
    await addMember(tx, request.id, request.userId, input.roles);
    return {
      result: null, facts: { roles: input.roles },
      subjects: [{ kind: "user" as const, id: request.userId }, { kind: "organisation" as const, id: request.id }],
    };
  },
});
