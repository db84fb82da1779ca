import { command } from "@/lib/command";
import { answerInvitationInput } from "./input";
import { moveBroker } from "./move-broker";
import { canAnswerInvitation } from "./policy";
import { getDealFor } from "./queries";

/** The broker accepts and enters the room. */
export const joinAsBroker = command({
  name: "deal.broker_joined",
  input: answerInvitationInput,
  find: (tx, actor, input) => getDealFor(tx, actor, input.dealId),
  allow: canAnswerInvitation,
  async run({ tx, actor, subject: deal, event }) {
    await moveBroker(tx, deal.id, actor, "invited", "active", event.at);
    return { result: { id: deal.id }, subjects: [{ kind: "deal", id: deal.id }] };
  },
});
