import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contracts, deals, registrations } from "@/db/schema";
import { command } from "@/lib/command";
import { countedStatuses } from "@/lib/contracts/registrations/states";
import { system, type Actor } from "@/lib/core/actor";
import { Conflict, isKnownError } from "@/lib/core/errors";
import type { StoredEvent } from "@/lib/jobs/cursors";
import { dealInput } from "./input";
import { getDealFor, type DealForActor } from "./queries";

/** The deal is complete when its contract is registered; only the event's own job may say so (domain A4). */
export const completeDeal = command({
  name: "deal.completed",
  input: dealInput,
  find: (tx, actor, input) => getDealFor(tx, actor, input.dealId, { lock: true }),
  allow: (actor: Actor, deal: DealForActor) => actor.kind === "system" && deal.status === "open" && deal.stage === "signed",
  async run({ tx, subject: deal, event }) {
    const rows = await tx.select({ status: registrations.status }).from(contracts).innerJoin(registrations, eq(registrations.contractId, contracts.id)).where(eq(contracts.dealId, deal.id));
    const counted: readonly string[] = countedStatuses;
    if (rows.length === 0 || !rows.every((row) => counted.includes(row.status))) throw new Conflict("registration_open");
    const [done] = await tx.update(deals).set({ status: "completed", endedAt: event.at }).where(and(eq(deals.id, deal.id), eq(deals.status, "open"))).returning({ id: deals.id });
    if (!done) throw new Conflict("deal_moved");
    return { result: { id: deal.id }, subjects: [{ kind: "deal", id: deal.id }] };
  },
});

/** Reader of events: completes the deals whose contracts were registered. Read twice is done once: the second finds nothing open. */
export async function completeDeals(tx: Tx, batch: StoredEvent[]): Promise<void> {
  for (const event of batch) {
    if (event.name !== "registration.registered" && event.name !== "registration.changed") continue;
    const contractId = event.subjects.find((subject) => subject.kind === "contract")?.id;
    if (!contractId) continue;
    const [contract] = await tx.select({ dealId: contracts.dealId }).from(contracts).where(eq(contracts.id, contractId));
    if (!contract?.dealId) continue;
    try {
      await completeDeal(system("complete-deals"), { dealId: contract.dealId });
    } catch (error) {
      if (!isKnownError(error)) throw error;
    }
  }
}
