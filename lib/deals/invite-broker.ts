import { and, eq, isNull } from "drizzle-orm";
import { brokers, dealParticipants, users } from "@/db/schema";
import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { Conflict, Invalid } from "@/lib/core/errors";
import { inviteBrokerInput } from "./input";
import { canInviteBroker } from "./policy";
import { getDealFor } from "./queries";

/** Either side asks an approved broker into the room; one who declined or left may be asked again. */
export const inviteBroker = command({
  name: "deal.broker_invited",
  input: inviteBrokerInput,
  find: (tx, actor, input) => getDealFor(tx, actor, input.dealId, { lock: true }),
  allow: canInviteBroker,
  async run({ tx, actor, subject: deal, input, event }) {
    const [broker] = await tx.select({ id: brokers.id, userId: brokers.userId }).from(brokers).innerJoin(users, eq(users.id, brokers.userId))
      .where(and(eq(brokers.id, input.brokerId), eq(brokers.status, "approved"), isNull(users.suspendedAt)));
    if (!broker) throw new Invalid({ brokerId: { code: "choose" } });
    const before = deal.participants.find((one) => one.userId === broker.userId);
    if (before && (before.role !== "broker" || before.status === "active" || before.status === "invited")) throw new Conflict("already_in_deal");
    const invited = { status: "invited" as const, invitedBy: userIdOf(actor), since: event.at };
    await tx.insert(dealParticipants).values({ dealId: deal.id, userId: broker.userId, role: "broker", ...invited })
      .onConflictDoUpdate({ target: [dealParticipants.dealId, dealParticipants.userId], set: invited });
    return { result: { id: deal.id }, subjects: [{ kind: "deal", id: deal.id }, { kind: "broker", id: broker.id }] };
  },
});
