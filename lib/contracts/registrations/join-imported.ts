import { and, eq, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contracts, registrations } from "@/db/schema";
import { userIdOf, type Actor } from "@/lib/core/actor";
import { Invalid } from "@/lib/core/errors";
import { formatMoney } from "@/lib/core/money";
import type { EventRef } from "@/lib/events/record";
import { balanceOf, reverseEntries } from "@/lib/ledger/post";
import { getContractFor, type ContractForActor } from "../queries";
import { moveRegistration } from "./move";
import { mayHandleRegistration } from "./policy";
import { countedStatuses } from "./states";

/**
 * Frees an official number that came with the authority's ledger before the contract that grew here was registered: two records of
 * one contract, of which one may count (domain A2). The one with parties, papers and a deal stays; the imported one is taken
 * back as by the undoing of its import. Only the registrar can tell that both are the same, so it is asked.
 * @returns the contract that was taken back, or null where the number is free
 * @throws Invalid at `officialNumber` where another contract rightly bears it, at `joinsImported` where the registrar has not said so yet
 */
export async function joinImported(tx: Tx, actor: Actor, contract: ContractForActor, input: { officialNumber: string; joinsImported: boolean; joinsImportedOf: string | null }, event: EventRef): Promise<string | null> {
  // The unique index decides a race; this only turns the usual case into a sentence.
  const [taken] = await tx.select({ contractId: registrations.contractId }).from(registrations)
    .where(and(eq(registrations.officialNumber, input.officialNumber), ne(registrations.status, "undone"), ne(registrations.contractId, contract.id)));
  if (!taken) return null;
  const imported = await getContractFor(tx, actor, taken.contractId);
  const { registration } = imported;
  const counts = registration !== null && (countedStatuses as readonly string[]).includes(registration.status);
  if (imported.origin !== "ledger" || contract.origin !== "deal" || !counts || !mayHandleRegistration(actor, imported)) throw new Invalid({ officialNumber: { code: "number_taken" } });
  if (!input.joinsImported || input.joinsImportedOf !== input.officialNumber) {
    const { amountFen } = await balanceOf(tx, imported.id);
    const seller = imported.parties.find((party) => party.side === "seller");
    throw new Invalid({ joinsImported: { code: "number_imported", values: { title: imported.title, seller: seller?.name ?? "", amount: formatMoney(amountFen), date: registration.registeredOn ?? "" } } });
  }
  await moveRegistration(tx, imported, "undone", {}, countedStatuses);
  await tx.update(contracts).set({ status: "undone" }).where(and(eq(contracts.id, imported.id), eq(contracts.status, "signed")));
  await reverseEntries(tx, [imported.id], userIdOf(actor), event);
  return imported.id;
}
