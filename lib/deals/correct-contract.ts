import { command } from "@/lib/command";
import type { NewParty } from "@/lib/contracts/create";
import { correctInput } from "@/lib/contracts/input";
import { askIfLarge } from "@/lib/contracts/large-amount";
import { mendContract, replaceParties } from "@/lib/contracts/mend";
import { canCorrectContract } from "@/lib/contracts/policy";
import { getContractFor, type ContractForActor, type PartyRow } from "@/lib/contracts/queries";
import { allTold } from "@/lib/core/all-told";
import { dateInHarbin } from "@/lib/core/dates";
import { Invalid, NotFound } from "@/lib/core/errors";
import { amountProblems } from "./agreed-amounts";
import { mendedParties, partyLines } from "./contract-parties";
import { moveStage } from "./move-stage";
import { getDealFor, type DealForActor } from "./queries";
import { dealSides } from "./states";

/**
 * The seller mends the record while the registrar does not hold it. Of its parties, a snapshot of the signing, what was typed wrongly is mended, by the
 * rules of recording. Its amounts stay, unless both sides have agreed on others since; terms that are used so ask for no further contract.
 */
export const correctContract = command({
  name: "contract.corrected",
  input: correctInput,
  find: (tx, actor, input) => getContractFor(tx, actor, input.contractId),
  allow: canCorrectContract,
  async check({ tx, actor, subject: contract, input, event }) {
    if (!contract.dealId) throw new NotFound();
    const deal = await getDealFor(tx, actor, contract.dealId, { lock: true });
    const { totalFen = contract.totalFen, technicalFen = contract.technicalFen } = input;
    const same = totalFen === contract.totalFen && technicalFen === contract.technicalFen;
    const anew = same ? null : newTermsFor(deal, contract), differ = same ? null : amountProblems(anew ?? standingTerms(deal, contract), input);
    const [, , , parties] = await allTold(
      () => { if (differ) throw new Invalid(differ); },
      () => { if (input.signedOn && input.signedOn > dateInHarbin(event.at)) throw new Invalid({ signedOn: { code: "future_date" } }); },
      () => askIfLarge(tx, same ? undefined : totalFen, input.knowingLarge, event.at),
      () => mendedParties(tx, deal, contract.parties, input),
    );
    return { deal, anew, parties };
  },
  async run({ tx, subject: contract, input, event, checked: { deal, anew, parties } }) {
    const { type, subType, ipKind, planSource, title, techArea, totalFen, technicalFen, signedOn, startsOn, endsOn, payment } = input;
    await mendContract(tx, contract, { type, subType, ipKind, planSource, title, techArea, totalFen, technicalFen, signedOn, startsOn, endsOn, payment, termsOrdinal: anew?.ordinal ?? contract.termsOrdinal });
    if (parties) await replaceParties(tx, contract.id, { was: contract.parties, parties, at: event.at });
    if (anew && deal.status === "open" && deal.stage === "signing") await moveStage(tx, deal, "signed", event.at);
    return {
      result: { id: contract.id }, subjects: [{ kind: "contract", id: contract.id }, { kind: "deal", id: deal.id }],
      facts: { totalFen: input.totalFen, technicalFen: input.technicalFen, ...(parties ? { ...changedSides(contract.parties, parties), left: leavers(contract.parties, parties) } : {}) },
    };
  },
});

/** Organisations that stood in it and no longer do: who they are is in no row any more, and they are told. */
function leavers(was: readonly PartyRow[], now: readonly NewParty[]): string[] {
  return was.flatMap(({ organisationId, side }) => (organisationId && side !== "broker" && !now.some((one) => one.organisationId === organisationId) ? [organisationId] : []));
}

/** Of each side that is another now, who stood there and who does. */
function changedSides(was: readonly PartyRow[], now: readonly NewParty[]): Record<string, string[]> {
  const sides = dealSides.map((side) => ({ side, before: partyLines(was, side), after: partyLines(now, side) })).filter(({ before, after }) => before.join() !== after.join());
  return Object.fromEntries(sides.flatMap(({ side, before, after }) => [[`${side}sBefore`, before], [`${side}s`, after]]));
}

/** The newest terms, when both sides agreed to them and no other contract was made of them. */
function newTermsFor(deal: DealForActor, contract: ContractForActor) {
  const { terms } = deal;
  return terms?.agreedAt && !deal.contracts.some((one) => one.id !== contract.id && one.termsOrdinal === terms.ordinal) ? terms : null;
}

/** What binds this contract now: the amounts with which it was recorded. */
function standingTerms(deal: DealForActor, contract: ContractForActor) {
  return { ordinal: contract.termsOrdinal ?? deal.terms?.ordinal ?? 1, content: { totalFen: contract.totalFen, technicalFen: contract.technicalFen } };
}
