import { command } from "@/lib/command";
import { isOneself } from "@/lib/users/policy";
import { findOwnJoinRequest, settleJoinRequest } from "./find-join-request";
import { organisationInput } from "./input";

/** Who asked to join takes the question back before it is answered. */
export const withdrawJoin = command({
  name: "member.join_withdrawn",
  input: organisationInput,
  find: (tx, actor, input) => findOwnJoinRequest(tx, actor, input.organisationId),
  allow: isOneself,
  async run({ tx, actor, subject: request, event }) {
    await settleJoinRequest(tx, actor, request.requestId, "withdrawn", event.at);
    return { result: null, subjects: [{ kind: "user" as const, id: request.userId }, { kind: "organisation" as const, id: request.organisationId }] };
  },
});
