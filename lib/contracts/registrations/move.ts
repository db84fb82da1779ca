import { and, eq, inArray } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { registrations } from "@/db/schema";
import { Conflict } from "@/lib/core/errors";
import type { Subject } from "@/lib/events/names";
import type { ContractForActor, RegistrationRow } from "../queries";
import { canMoveRegistration, registrationStatuses, type RegistrationStatus } from "./states";

/**
 * The only way a registration changes its state: from one that may lead there, or Conflict because somebody was faster.
 * `only`: where several acts lead to the same state, from which this one comes.
 */
export async function moveRegistration(
  tx: Tx, contract: ContractForActor, to: RegistrationStatus, values: PgUpdateSetSource<typeof registrations> = {}, only: readonly RegistrationStatus[] = registrationStatuses,
): Promise<RegistrationRow> {
  const from = only.filter((status) => canMoveRegistration(status, to));
  const [moved] = await tx.update(registrations).set({ ...values, status: to })
    .where(and(eq(registrations.contractId, contract.id), inArray(registrations.status, from))).returning();
  if (!moved) throw new Conflict("registration_moved");
  return moved;
}

/** The last day of the limit, once the move has shown from which day it counts. */
export async function setDue(tx: Tx, contract: ContractForActor, dueOn: string | null): Promise<void> {
  await tx.update(registrations).set({ dueOn }).where(eq(registrations.contractId, contract.id));
}

/** A registration's event stands in the timelines of the contract and of the deal it grew from. */
export function registrationSubjects(contract: ContractForActor): Subject[] {
  const subjects: Subject[] = [{ kind: "contract", id: contract.id }];
  if (contract.registration) subjects.push({ kind: "registration", id: contract.registration.id });
  if (contract.dealId) subjects.push({ kind: "deal", id: contract.dealId });
  return subjects;
}
