import { and, asc, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { contracts, registrations } from "@/db/schema";
import { userIdOf, type Actor } from "@/lib/core/actor";
import { dateInHarbin } from "@/lib/core/dates";
import { Conflict, Invalid } from "@/lib/core/errors";
import { statesBefore } from "@/lib/core/transitions";
import type { EventRef } from "@/lib/events/record";
import type { closeInput } from "./input";
import type { ContractForActor } from "./queries";
import { registrationSubjects } from "./registrations/move";
import { closedStatuses } from "./registrations/states";
import { contractTransitions, isStanding } from "./states";

type Closing = { tx: Tx; actor: Actor; subject: ContractForActor; input: z.infer<typeof closeInput>; event: EventRef };

/** The end of a contract, good or bad: on which day and in which words. Its registration and what it counts for stay the registrar's. */
export async function closeContract({ tx, actor, subject: contract, input, event }: Closing, to: "fulfilled" | "terminated") {
  if (input.closedOn > dateInHarbin(event.at)) throw new Invalid({ closedOn: { code: "future_date" } });
  if (input.closedOn < contract.signedOn) throw new Invalid({ closedOn: { code: "before_signing", values: { date: contract.signedOn } } });
  const [closed] = await tx.update(contracts).set({ status: to, closedOn: input.closedOn, closingNote: input.closingNote, closedBy: userIdOf(actor), closedAt: event.at })
    .where(and(eq(contracts.id, contract.id), inArray(contracts.status, statesBefore(contractTransitions, to)))).returning({ id: contracts.id });
  if (!closed) throw new Conflict("contract_closed");
  return { result: { id: contract.id }, subjects: registrationSubjects(contract), facts: { on: input.closedOn } };
}

/**
 * A deal that ends takes what was signed in it, and refused by the registrar, with it. The registrations are locked first: one that the seller
 * hands in again at this moment is on its way, and would be registered for a contract that has ended.
 * @throws Conflict `contract_stands`
 */
export async function terminateWithDeal(tx: Tx, contractIds: readonly string[], { note, actor, event }: { note: string; actor: Actor; event: EventRef }): Promise<void> {
  if (contractIds.length === 0) return;
  const filed = await tx.select({ status: registrations.status, contract: contracts.status }).from(registrations).innerJoin(contracts, eq(contracts.id, registrations.contractId))
    .where(inArray(registrations.contractId, [...contractIds])).orderBy(asc(registrations.contractId)).for("update", { of: registrations });
  if (filed.some((one) => isStanding(one.contract) && !(closedStatuses as readonly string[]).includes(one.status))) throw new Conflict("contract_stands");
  await tx.update(contracts).set({ status: "terminated", closedOn: dateInHarbin(event.at), closingNote: note, closedBy: userIdOf(actor), closedAt: event.at })
    .where(and(inArray(contracts.id, [...contractIds]), inArray(contracts.status, statesBefore(contractTransitions, "terminated"))));
}
