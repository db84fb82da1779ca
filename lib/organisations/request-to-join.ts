import { joinRequests } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { findOrganisation } from "./find-organisation";
import { joinInput } from "./input";
import { canRequestToJoin } from "./policy";

export const requestToJoin = command({
  name: "member.join_requested",
  input: joinInput,
  find: (tx, _actor, input) => findOrganisation(tx, input.organisationId),
  allow: canRequestToJoin,
  async run({ tx, actor, subject: organisation, input, event }) {
    if (actor.kind !== "person") throw new Conflict();
    const id = newId(event.at);
    const [made] = await tx.insert(joinRequests)
      .values({ id, organisationId: organisation.id, userId: actor.userId, message: input.message, requestedAt: event.at })
      .onConflictDoNothing().returning({ id: joinRequests.id });
    if (!made) throw new Conflict("already_requested");
    return { result: { requestId: id }, subjects: [{ kind: "user" as const, id: actor.userId }, { kind: "organisation" as const, id: organisation.id }] };
  },
});
