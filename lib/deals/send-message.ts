import { dealMessages } from "@/db/schema";
import { command } from "@/lib/command";
import { Forbidden } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { messageInput } from "./input";
import { canTalk, sideOf } from "./policy";
import { getDealFor } from "./queries";

export const sendMessage = command({
  name: "deal.message_sent",
  input: messageInput,
  find: (tx, actor, input) => getDealFor(tx, actor, input.dealId, { lock: true }),
  allow: canTalk,
  async run({ tx, actor, subject: deal, input, event }) {
    if (actor.kind !== "person") throw new Forbidden();
    const side = sideOf(actor, deal);
    const id = newId(event.at);
    await tx.insert(dealMessages).values({
      id, dealId: deal.id, authorId: actor.userId, organisationId: side ? (side === "seller" ? deal.sellerId : deal.buyerId) : null, text: input.text, sentAt: event.at,
    });
    return { result: { id }, subjects: [{ kind: "deal", id: deal.id }] };
  },
});
