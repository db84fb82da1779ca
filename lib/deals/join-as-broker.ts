import { command } from "@/lib/command";
import { answerInvitationInput } from "./input";
import { moveMandate } from "./move-mandate";
import { canAnswerInvitation } from "./policy";
import { getDealFor } from "./queries";

/** The broker accepts and enters the room. */
export const joinAsBroker = command({
  name: "deal.broker_joined",
  input: answerInvitationInput,
  find: (tx, actor, input) => getDealFor(tx, actor, input.dealId, { lock: true }),
  allow: canAnswerInvitation,
  async run({ tx, actor, subject: deal, event }) {
    await moveMandate(tx, actor, { dealId: deal.id, from: "invited", to: "active", at: event.at });
    return { result: { id: deal.id }, subjects: [{ kind: "deal", id: deal.id }] };
  },
});
