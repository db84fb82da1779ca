import { command } from "@/lib/command";
import { findJoinRequest, settleJoinRequest } from "./find-join-request";
import { declineJoinInput } from "./input";
import { canGovern } from "./policy";

export const declineJoin = command({
  name: "member.join_declined",
  input: declineJoinInput,
  find: (tx, actor, input) => findJoinRequest(tx, actor, input.requestId),
  allow: canGovern,
  async run({ tx, actor, subject: request, event }) {
    await settleJoinRequest(tx, actor, request.requestId, "declined", event.at);
    return { result: null, subjects: [{ kind: "user" as const, id: request.userId }, { kind: "organisation" as const, id: request.id }] };
  },
});
