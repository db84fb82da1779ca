import { and, eq, inArray, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { dealParticipants, deals } from "@/db/schema";
import { command } from "@/lib/command";
import { system, type Actor } from "@/lib/core/actor";
import { Conflict, isKnownError } from "@/lib/core/errors";
import type { StoredEvent } from "@/lib/jobs/cursors";
import { handOverInput } from "./input";
import { inTheRoom, isGone, passOnPlace } from "./places";
import { getDealFor, type DealForActor } from "./queries";

/** Somebody of a side has gone: its administrators stand in the room instead. A broker has nobody behind them: the sides are told. */
export const handOverDeal = command({
  name: "deal.handed_over",
  input: handOverInput,
  find: (tx, actor, input) => getDealFor(tx, actor, input.dealId, { lock: true }),
  allow: (actor: Actor, deal: DealForActor) => actor.kind === "system" && deal.status === "open",
  async run({ tx, subject: deal, input, event }) {
    const role = await passOnPlace(tx, deal, input.userId, event.at);
    if (!role) throw new Conflict("deal_moved");
    return { result: { id: deal.id }, subjects: [{ kind: "deal", id: deal.id }, { kind: "user", id: input.userId }], facts: { role } };
  },
});

/**
 * Reader of events: open deals of somebody who left an organisation, or whose account was closed, pass on. Whether they
 * are still gone is read anew: who came back meanwhile keeps their deals. Read twice is done once.
 */
export async function handOverDeals(tx: Tx, batch: StoredEvent[]): Promise<void> {
  for (const event of batch) {
    if (event.name !== "member.left" && event.name !== "member.removed" && event.name !== "user.suspended") continue;
    const [userId, organisationId] = [idOf(event, "user"), idOf(event, "organisation")];
    if (!userId || !(await isGone(tx, userId, organisationId))) continue;
    const mine = tx.select({ id: deals.id }).from(deals).innerJoin(dealParticipants, eq(dealParticipants.dealId, deals.id))
      .where(and(eq(deals.status, "open"), eq(dealParticipants.userId, userId), inArray(dealParticipants.status, inTheRoom), organisationId ? forSide(organisationId) : undefined));
    for (const { id } of await mine) await passOn(id, userId);
  }
}

async function passOn(dealId: string, userId: string): Promise<void> {
  try {
    await handOverDeal(system("hand-over-deals"), { dealId, userId });
  } catch (error) {
    if (!isKnownError(error)) throw error;
  }
}

function idOf(event: StoredEvent, kind: "user" | "organisation"): string | null {
  return event.subjects.find((subject) => subject.kind === kind)?.id ?? null;
}

/** In the room for this organisation, not as a broker: that is a mandate of one's own. */
function forSide(organisationId: string) {
  return or(and(eq(dealParticipants.role, "seller"), eq(deals.sellerId, organisationId)), and(eq(dealParticipants.role, "buyer"), eq(deals.buyerId, organisationId)));
}
