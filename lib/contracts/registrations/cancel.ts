import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { dateInHarbin } from "@/lib/core/dates";
import { Invalid } from "@/lib/core/errors";
import { balanceOf, post } from "@/lib/ledger/post";
import { readDimensions } from "../dimensions";
import { getContractFor } from "../queries";
import { cancelInput } from "./input";
import { moveRegistration, registrationSubjects } from "./move";
import { mayJudgeRegistration } from "./policy";

/** Cancelled at the registrar: a negative entry of all that stood there, in the period of the cancellation. */
export const cancelRegistration = command({
  name: "registration.cancelled",
  input: cancelInput,
  find: (tx, actor, input) => getContractFor(tx, actor, input.contractId),
  allow: mayJudgeRegistration,
  async run({ tx, actor, subject: contract, input, event }) {
    if (input.cancelledOn > dateInHarbin(event.at)) throw new Invalid({ cancelledOn: { code: "future_date" } });
    const registration = await moveRegistration(tx, contract, "cancelled", { remark: input.remark, recordedBy: userIdOf(actor), recordedAt: event.at });
    const before = await balanceOf(tx, contract.id);
    if (before.lastOn && input.cancelledOn < before.lastOn) throw new Invalid({ cancelledOn: { code: "before_entry", values: { date: before.lastOn } } });
    await post(tx, [{
      ...(await readDimensions(tx, contract.id)), kind: "cancelled", contracts: -1, countsOn: input.cancelledOn, amountFen: -before.amountFen, technicalFen: -before.technicalFen,
      contractId: contract.id, registrationId: registration.id, recordedBy: userIdOf(actor),
    }], event);
    return { result: { contractId: contract.id }, subjects: registrationSubjects(contract), facts: { amountFen: -before.amountFen } };
  },
});
