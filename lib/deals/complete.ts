import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contracts, deals } from "@/db/schema";
import { command } from "@/lib/command";
import { system, type Actor } from "@/lib/core/actor";
import { Conflict, isKnownError } from "@/lib/core/errors";
import type { EventName } from "@/lib/events/names";
import type { StoredEvent } from "@/lib/jobs/cursors";
import { dealInput } from "./input";
import { getDealFor, type DealForActor } from "./queries";
import { isFinished } from "./rules";

/** The deal is complete when a contract of it is registered and none is still on its way; only the event's own job may say so (domain A4). */
export const completeDeal = command({
  name: "deal.completed",
  input: dealInput,
  find: (tx, actor, input) => getDealFor(tx, actor, input.dealId, { lock: true }),
  allow: (actor: Actor, deal: DealForActor) => actor.kind === "system" && deal.status === "open" && deal.stage === "signed",
  async run({ tx, subject: deal, event }) {
    if (!isFinished(deal.contracts)) throw new Conflict("registration_open");
    const [done] = await tx.update(deals).set({ status: "completed", endedAt: event.at }).where(and(eq(deals.id, deal.id), eq(deals.status, "open"))).returning({ id: deals.id });
    if (!done) throw new Conflict("deal_moved");
    return { result: { id: deal.id }, subjects: [{ kind: "deal", id: deal.id }] };
  },
});

/** A contract of it is on its way again: the deal waits for its registration. */
export const reopenDeal = command({
  name: "deal.reopened",
  input: dealInput,
  find: (tx, actor, input) => getDealFor(tx, actor, input.dealId, { lock: true }),
  allow: (actor: Actor, deal: DealForActor) => actor.kind === "system" && deal.status === "completed",
  async run({ tx, subject: deal }) {
    if (isFinished(deal.contracts)) throw new Conflict("deal_moved");
    const [open] = await tx.update(deals).set({ status: "open", endedAt: null }).where(and(eq(deals.id, deal.id), eq(deals.status, "completed"))).returning({ id: deals.id });
    if (!open) throw new Conflict("deal_moved");
    return { result: { id: deal.id }, subjects: [{ kind: "deal", id: deal.id }] };
  },
});

/** What counted no longer does, or one that was refused is handed in again. A cancellation does either: with another contract that counts the deal is complete without it. */
const reopening: readonly EventName[] = ["registration.reversed", "registration.cancelled", "contract.closing_undone", "registration.submitted"];
const completing: readonly EventName[] = ["registration.registered", "registration.changed", "registration.refused", "registration.cancelled", "registration.withdrawn", "contract.terminated", "deal.terms_dropped", "contract.corrected", "contract.taken_back"];

/** Reader of events: completes the deals whose contracts were registered, opens those in which nothing counts any longer. Read twice is done once. */
export async function completeDeals(tx: Tx, batch: StoredEvent[]): Promise<void> {
  for (const event of batch) {
    const acts = [...(completing.includes(event.name) ? [completeDeal] : []), ...(reopening.includes(event.name) ? [reopenDeal] : [])];
    if (acts.length === 0) continue;
    for (const dealId of await dealsOf(tx, event)) for (const act of acts) await unlessRefused(act(system("complete-deals"), { dealId }));
  }
}

/** An act that the deal has no need of refuses by itself. */
async function unlessRefused(done: Promise<unknown>): Promise<void> {
  try {
    await done;
  } catch (error) {
    if (!isKnownError(error)) throw error;
  }
}

async function dealsOf(tx: Tx, event: StoredEvent): Promise<string[]> {
  const named = event.subjects.filter((subject) => subject.kind === "deal").map((subject) => subject.id);
  const contractId = event.subjects.find((subject) => subject.kind === "contract")?.id;
  if (named.length > 0 || !contractId) return named;
  const [contract] = await tx.select({ dealId: contracts.dealId }).from(contracts).where(eq(contracts.id, contractId));
  return contract?.dealId ? [contract.dealId] : [];
}
