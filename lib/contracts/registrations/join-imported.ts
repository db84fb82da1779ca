import { and, eq, gte, inArray, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contracts, imports, registrations } from "@/db/schema";
import { userIdOf, type Actor } from "@/lib/core/actor";
import { earliestDate } from "@/lib/core/dates";
import { Forbidden, Invalid } from "@/lib/core/errors";
import { formatMoney } from "@/lib/core/money";
import { statesBefore } from "@/lib/core/transitions";
import type { EventRef } from "@/lib/events/record";
import { answeredBy, balanceOf, repostEntries, reverseEntries } from "@/lib/ledger/post";
import { getContractFor, type ContractForActor } from "../queries";
import { contractTransitions } from "../states";
import { moveRegistration } from "./move";
import { mayJudgeRegistration } from "./policy";
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
  if (imported.origin !== "ledger" || contract.origin !== "deal" || !counts || !mayJudgeRegistration(actor, imported)) throw new Invalid({ officialNumber: { code: "number_taken" } });
  if (!input.joinsImported || input.joinsImportedOf !== input.officialNumber) {
    const { amountFen } = await balanceOf(tx, imported.id);
    const seller = imported.parties.find((party) => party.side === "seller");
    throw new Invalid({ joinsImported: { code: "number_imported", values: { title: imported.title, seller: seller?.name ?? "", amount: formatMoney(amountFen), date: registration.registeredOn ?? "" } } });
  }
  await moveRegistration(tx, imported, "undone", {}, countedStatuses);
  await tx.update(contracts).set({ status: "undone" }).where(and(eq(contracts.id, imported.id), inArray(contracts.status, statesBefore(contractTransitions, "undone"))));
  await reverseEntries(tx, [imported.id], userIdOf(actor), event);
  return imported.id;
}

/**
 * The other way: the registration that was recorded for a contract that grew here is taken back, so the imported record that gave way to it counts again as
 * before. To be called before the entries of `contract` are answered, and after its number is free. An import that was undone meanwhile keeps its records.
 * @returns the contract that is back, or null where none gave way
 */
export async function bringBackImported(tx: Tx, actor: Actor, contract: ContractForActor, event: EventRef): Promise<string | null> {
  const gone = contract.origin === "deal" ? await answeredBy(tx, contract.id) : null;
  if (!gone) return null;
  // Held, so that the whole import is not undone at this moment. The database takes no day before the earliest for a contract that stands.
  const [whole] = await tx.select({ id: imports.id }).from(imports).innerJoin(contracts, eq(contracts.importId, imports.id))
    .where(and(eq(contracts.id, gone.contractId), eq(contracts.status, "undone"), gte(contracts.signedOn, earliestDate), eq(imports.status, "imported"))).for("share", { of: imports });
  if (!whole) return null;
  const imported = await getContractFor(tx, actor, gone.contractId);
  if (!mayJudgeRegistration(actor, imported)) throw new Forbidden();
  const kinds = await repostEntries(tx, gone, userIdOf(actor), event);
  await moveRegistration(tx, imported, kinds.includes("changed") ? "changed" : "registered", {}, ["undone"]);
  await tx.update(contracts).set({ status: "signed" }).where(and(eq(contracts.id, imported.id), eq(contracts.status, "undone")));
  return imported.id;
}
