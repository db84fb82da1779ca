import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contractParties, contracts, registrations } from "@/db/schema";
import { Conflict } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import type { NewParty } from "./create";
import type { CorrectedContract } from "./input";
import type { ContractRow, PartyRow } from "./queries";
import { standingStatuses } from "./states";
import { sellerStatuses } from "./registrations/states";

/**
 * Writes a corrected record; the act is `deals/correct-contract`'s, because the amounts are bound by the deal's terms. The registration
 * is locked first: what has been handed in meanwhile must not change under the registrar's eyes. `was`: the amounts that were compared with
 * the terms; a colleague may have mended them by now.
 */
export async function mendContract(tx: Tx, was: Pick<ContractRow, "id" | "totalFen" | "technicalFen" | "termsOrdinal">, values: CorrectedContract & { termsOrdinal: number | null }): Promise<void> {
  const [inHand] = await tx.select({ id: registrations.id }).from(registrations)
    .where(and(eq(registrations.contractId, was.id), inArray(registrations.status, [...sellerStatuses]))).for("update");
  if (!inHand) throw new Conflict("registration_moved");
  const [mended] = await tx.update(contracts).set(values)
    .where(and(eq(contracts.id, was.id), inArray(contracts.status, [...standingStatuses]), eq(contracts.totalFen, was.totalFen), eq(contracts.technicalFen, was.technicalFen), sql`${contracts.termsOrdinal} is not distinct from ${was.termsOrdinal}`))
    .returning({ id: contracts.id });
  if (!mended) throw new Conflict("changed_meanwhile");
}

/**
 * Puts other sellers and buyers into a record that no registrar holds (`mendContract` has looked, and holds it); its brokers stay. Exactly those who were read
 * make room: where a colleague has mended them meanwhile, nothing is overwritten. Nothing counts by them: the ledger takes its dimensions whenever the contract is registered, and what a reversal answered keeps those of its own entries.
 */
export async function replaceParties(tx: Tx, contractId: string, { was, parties, at }: { was: readonly PartyRow[]; parties: readonly NewParty[]; at: Date }): Promise<void> {
  const sides = was.filter((one) => one.side !== "broker").map((one) => one.id);
  const gone = await tx.delete(contractParties).where(and(eq(contractParties.contractId, contractId), inArray(contractParties.id, sides))).returning({ id: contractParties.id });
  if (gone.length !== sides.length) throw new Conflict("changed_meanwhile");
  await tx.insert(contractParties).values(parties.map((party) => ({ ...party, id: newId(at), contractId })));
}
