import { and, eq, inArray } from "drizzle-orm";
import { dealParticipants } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { dismissBrokerInput } from "./input";
import { canDismissBroker } from "./policy";
import { getDealFor } from "./queries";

/** A side takes an invitation back, or ends the mandate: the broker loses sight of the room and may be asked again. */
export const dismissBroker = command({
  name: "deal.broker_dismissed",
  input: dismissBrokerInput,
  find: (tx, actor, input) => getDealFor(tx, actor, input.dealId, { lock: true }),
  allow: canDismissBroker,
  async run({ tx, subject: deal, input, event }) {
    const [gone] = await tx.update(dealParticipants).set({ status: "left", since: event.at })
      .where(and(eq(dealParticipants.dealId, deal.id), eq(dealParticipants.userId, input.userId), eq(dealParticipants.role, "broker"), inArray(dealParticipants.status, ["invited", "active"])))
      .returning({ userId: dealParticipants.userId });
    if (!gone) throw new Conflict("deal_moved");
    return { result: { id: deal.id }, subjects: [{ kind: "deal", id: deal.id }, { kind: "user", id: gone.userId }] };
  },
});
