import { command } from "@/lib/command";
import { createContract } from "@/lib/contracts/create";
import { askIfLarge } from "@/lib/contracts/large-amount";
import { userIdOf } from "@/lib/core/actor";
import { allTold } from "@/lib/core/all-told";
import { dateInHarbin } from "@/lib/core/dates";
import { Conflict, Invalid } from "@/lib/core/errors";
import { amountProblems } from "./agreed-amounts";
import { brokerParties, partiesOf } from "./contract-parties";
import { signInput } from "./input";
import { listingFacts, listingSubjects } from "./listing-facts";
import { moveStage } from "./move-stage";
import { sidesObstacle } from "./obstacle";
import { mayDecideInDeal } from "./policy";
import { getDealFor } from "./queries";

/** Signing records the contract, between sides that are verified now: parties as a snapshot of today, the versions of the records that are public now, the amounts that both sides agreed, dates. One act, one contract, one event. */
export const signDeal = command({
  name: "deal.signed",
  input: signInput,
  find: (tx, actor, input) => getDealFor(tx, actor, input.dealId, { lock: true }),
  allow: mayDecideInDeal,
  async check({ tx, subject: deal, input, event }) {
    const { terms } = deal;
    if (deal.status !== "open" || deal.stage !== "signing" || !terms) throw new Conflict("deal_moved");
    const obstacle = await sidesObstacle(tx, [deal.sellerId, deal.buyerId]);
    if (obstacle) throw new Conflict(obstacle);
    const facts = await listingFacts(tx, deal), agreed = amountProblems(terms, input);
    const [, , , techArea, parties] = await allTold(
      () => { if (agreed) throw new Invalid(agreed); },
      () => { if (input.signedOn && input.signedOn > dateInHarbin(event.at)) throw new Invalid({ signedOn: { code: "future_date" } }); },
      () => askIfLarge(tx, input.totalFen, input.knowingLarge, event.at),
      () => {
        const area = input.techArea ?? facts.techArea;
        if (!area) throw new Invalid({ techArea: { code: "choose" } });
        return area;
      },
      () => partiesOf(tx, deal, input),
    );
    return { facts, techArea, parties, termsOrdinal: terms.ordinal };
  },
  async run({ tx, actor, subject: deal, input, event, checked: { facts, techArea, parties, termsOrdinal } }) {
    await moveStage(tx, deal, "signed", event.at);
    const contract = await createContract(tx, {
      origin: "deal", dealId: deal.id, importId: null, title: input.title, type: input.type, subType: input.subType, totalFen: input.totalFen, technicalFen: input.technicalFen,
      termsOrdinal, achievementVersionId: facts.achievementVersionId, needVersionId: facts.needVersionId, signedOn: input.signedOn, startsOn: input.startsOn, endsOn: input.endsOn, fieldCode: facts.fieldCode, techArea,
      ipKind: input.ipKind === undefined ? facts.ipKind : input.ipKind, planSource: input.planSource ?? "none", payment: input.payment, demo: deal.demo, recordedBy: userIdOf(actor), event,
      parties: [...parties, ...(await brokerParties(tx, deal))],
    });
    return {
      result: { contractId: contract.id, number: contract.number },
      subjects: [{ kind: "deal", id: deal.id }, { kind: "contract", id: contract.id }, { kind: "registration", id: contract.registrationId }, ...listingSubjects(deal)],
      facts: { number: contract.number, totalFen: input.totalFen },
    };
  },
});
