import { command } from "@/lib/command";
import { takeBackInput } from "@/lib/contracts/input";
import { mayTakeBackContract } from "@/lib/contracts/policy";
import { getContractFor } from "@/lib/contracts/queries";
import { registrationSubjects } from "@/lib/contracts/registrations/move";
import { retractContract } from "@/lib/contracts/retract";
import { Conflict, NotFound } from "@/lib/core/errors";
import { listingSubjects } from "./listing-facts";
import { moveStage } from "./move-stage";
import { getDealFor, type DealForActor } from "./queries";
import type { DealStage } from "./states";

/** The contract was recorded by mistake: either side takes the record back while no registrar has decided on it, and the deal stands where one can record again. */
export const takeBackContract = command({
  name: "contract.taken_back",
  input: takeBackInput,
  find: (tx, actor, input) => getContractFor(tx, actor, input.contractId),
  allow: mayTakeBackContract,
  async run({ tx, actor, subject: contract, input, event }) {
    if (!contract.dealId) throw new NotFound();
    const deal = await getDealFor(tx, actor, contract.dealId, { lock: true });
    if (deal.status !== "open") throw new Conflict("deal_moved");
    await retractContract(tx, contract, { note: input.closingNote, actor, event });
    await moveStage(tx, deal, stageWithout(deal, contract.id), event.at);
    return {
      result: { contractId: contract.id, dealId: deal.id }, subjects: [...registrationSubjects(contract), ...listingSubjects(deal)],
      facts: { number: contract.number, was: contract.registration?.status ?? null },
    };
  },
});

/**
 * Where the deal stands without this contract. Talks about new terms go on where they are. Of the terms that are the newest one records again; others
 * have come after them only to be dropped or to make another contract, and neither is to be signed by this: terms are agreed anew, unless that other one stands.
 */
function stageWithout(deal: DealForActor, contractId: string): DealStage {
  if (deal.stage !== "signed") return deal.stage;
  // As it stands under the lock: a correction may have put it under newer terms since it was read.
  const ordinal = deal.contracts.find((one) => one.id === contractId)?.termsOrdinal;
  if (deal.terms?.agreedAt && deal.terms.ordinal === ordinal) return "signing";
  return deal.contracts.some((one) => one.id !== contractId) ? "signed" : "negotiation";
}
