import { command } from "@/lib/command";
import { answerInvitationInput } from "./input";
import { moveMandate } from "./move-mandate";
import { canLeave } from "./policy";
import { getDealFor } from "./queries";

/** The broker gives the mandate back and loses sight of the room. */
export const leaveDeal = command({
  name: "deal.broker_left",
  input: answerInvitationInput,
  find: (tx, actor, input) => getDealFor(tx, actor, input.dealId, { lock: true }),
  allow: canLeave,
  async run({ tx, actor, subject: deal, event }) {
    await moveMandate(tx, actor, { dealId: deal.id, from: "active", to: "left", at: event.at });
    return { result: { id: deal.id }, subjects: [{ kind: "deal", id: deal.id }] };
  },
});
