import type { Tx } from "@/db/client";
import { contractParties, contracts, registrations } from "@/db/schema";
import { newId } from "@/lib/core/id";
import type { EventRef } from "@/lib/events/record";
import { nextNumber } from "@/lib/numbers/next";

type ContractInsert = typeof contracts.$inferInsert;
export type NewParty = Omit<typeof contractParties.$inferInsert, "id" | "contractId">;
export type NewContract = Omit<ContractInsert, "id" | "number" | "status" | "recordedAt" | "eventAt" | "eventId"> & { parties: NewParty[]; event: EventRef };
/** A contract of the import arrives registered; one of a deal begins as a draft of its registration. */
export type NewRegistration = Omit<typeof registrations.$inferInsert, "id" | "contractId">;
export type CreatedContract = { id: string; number: string; registrationId: string };

/** Records one contract with its parties and an empty registration. Plain: the act is `deals/sign`'s. */
export async function createContract(tx: Tx, contract: NewContract): Promise<CreatedContract> {
  const [created] = await createContracts(tx, [contract], () => ({ status: "draft" }));
  if (!created) throw new Error("A contract was not created");
  return created;
}

/** Many at once, in a few statements; the order of the answer is that of the input. */
export async function createContracts(tx: Tx, news: readonly NewContract[], registrationOf: (index: number) => NewRegistration): Promise<CreatedContract[]> {
  const numbers = await nextNumber(tx, "H", news.length);
  const created = news.map((contract, index) => ({ id: newId(contract.event.at), number: numbers[index] ?? "", registrationId: newId(contract.event.at) }));
  const rows = news.map(({ parties: _, event, ...contract }, index) => ({
    ...contract, id: created[index]!.id, number: created[index]!.number, recordedAt: event.at, eventAt: event.at, eventId: event.id,
  }));
  const parties = news.flatMap((contract, index) => contract.parties.map((party) => ({ ...party, id: newId(contract.event.at), contractId: created[index]!.id })));
  const filed = created.map((one, index) => ({ ...registrationOf(index), id: one.registrationId, contractId: one.id }));
  await inChunks(rows, (chunk) => tx.insert(contracts).values(chunk));
  await inChunks(parties, (chunk) => tx.insert(contractParties).values(chunk));
  await inChunks(filed, (chunk) => tx.insert(registrations).values(chunk));
  return created;
}

/** Postgres takes at most 65,535 parameters in one statement. */
async function inChunks<T>(rows: T[], insert: (chunk: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += 1_000) await insert(rows.slice(from, from + 1_000));
}
