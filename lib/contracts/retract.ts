import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contracts, ledgerEntries } from "@/db/schema";
import { userIdOf, type Actor } from "@/lib/core/actor";
import { Conflict } from "@/lib/core/errors";
import { statesBefore } from "@/lib/core/transitions";
import type { EventRef } from "@/lib/events/record";
import type { ContractForActor } from "./queries";
import { moveRegistration } from "./registrations/move";
import { retractableStatuses } from "./registrations/states";
import { contractTransitions } from "./states";

/**
 * Takes a record back that has never counted; the act is `deals/take-back-contract`'s, because the deal goes back with it. Nothing is deleted: number,
 * parties and reason stay to be read. The registration is moved first, which holds it: what has been handed in meanwhile is the registrar's.
 * Without an entry there is nothing to reverse; with one the contract has been registered, and no side takes that back by itself (domain A1).
 */
export async function retractContract(tx: Tx, contract: ContractForActor, { note, actor, event }: { note: string; actor: Actor; event: EventRef }): Promise<void> {
  await moveRegistration(tx, contract, "undone", {}, retractableStatuses);
  const [counted] = await tx.select({ id: ledgerEntries.id }).from(ledgerEntries).where(eq(ledgerEntries.contractId, contract.id)).limit(1);
  if (counted) throw new Conflict("contract_counted");
  const [gone] = await tx.update(contracts).set({ status: "undone", closingNote: note, closedBy: userIdOf(actor), closedAt: event.at })
    .where(and(eq(contracts.id, contract.id), inArray(contracts.status, statesBefore(contractTransitions, "undone")))).returning({ id: contracts.id });
  if (!gone) throw new Conflict("contract_closed");
}
