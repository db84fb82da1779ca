import { command } from "@/lib/command";
import { answerInvitationInput } from "./input";
import { moveMandate } from "./move-mandate";
import { canAnswerInvitation } from "./policy";
import { getDealFor } from "./queries";

/** The broker does not want this mandate. */
export const declineInvitation = command({
  name: "deal.broker_declined",
  input: answerInvitationInput,
  find: (tx, actor, input) => getDealFor(tx, actor, input.dealId, { lock: true }),
  allow: canAnswerInvitation,
  async run({ tx, actor, subject: deal, event }) {
    await moveMandate(tx, actor, { dealId: deal.id, from: "invited", to: "declined", at: event.at });
    return { result: { id: deal.id }, subjects: [{ kind: "deal", id: deal.id }] };
  },
});
