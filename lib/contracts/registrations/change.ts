import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { dateInHarbin } from "@/lib/core/dates";
import { Invalid } from "@/lib/core/errors";
import { balanceOf, post } from "@/lib/ledger/post";
import { readDimensions } from "../dimensions";
import { askIfLarge } from "../large-amount";
import { getContractFor } from "../queries";
import { changeInput } from "./input";
import { moveRegistration, registrationSubjects } from "./move";
import { mayJudgeRegistration } from "./policy";
import { countedStatuses } from "./states";

/** Changed amounts: the difference counts in the period in which the change was registered; nothing is rewritten (domain A1). */
export const changeRegistration = command({
  name: "registration.changed",
  input: changeInput,
  find: (tx, actor, input) => getContractFor(tx, actor, input.contractId),
  allow: mayJudgeRegistration,
  async run({ tx, actor, subject: contract, input, event }) {
    if (input.changedOn > dateInHarbin(event.at)) throw new Invalid({ changedOn: { code: "future_date" } });
    await askIfLarge(tx, input.recognisedTotalFen, input.knowingLarge, event.at);
    const registration = await moveRegistration(tx, contract, "changed", {
      recognisedTotalFen: input.recognisedTotalFen, recognisedTechnicalFen: input.recognisedTechnicalFen, remark: input.remark, recordedBy: userIdOf(actor), recordedAt: event.at,
    }, countedStatuses);
    // Read after the row is locked by the move, so that two changes cannot both start from the same balance.
    const before = await balanceOf(tx, contract.id);
    if (before.lastOn && input.changedOn < before.lastOn) throw new Invalid({ changedOn: { code: "before_entry", values: { date: before.lastOn } } });
    const amountFen = input.recognisedTotalFen - before.amountFen;
    const technicalFen = input.recognisedTechnicalFen - before.technicalFen;
    if (amountFen === 0 && technicalFen === 0) throw new Invalid({ recognisedTotalFen: { code: "unchanged" } });
    await post(tx, [{
      ...(await readDimensions(tx, contract.id)), kind: "changed", contracts: 0, countsOn: input.changedOn, amountFen, technicalFen,
      contractId: contract.id, registrationId: registration.id, recordedBy: userIdOf(actor),
    }], event);
    return { result: { contractId: contract.id }, subjects: registrationSubjects(contract), facts: { differenceFen: amountFen, technicalDifferenceFen: technicalFen } };
  },
});
