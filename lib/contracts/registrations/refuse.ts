import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { getContractFor } from "../queries";
import { remarkInput } from "./input";
import { moveRegistration, registrationSubjects } from "./move";
import { mayJudgeRegistration } from "./policy";
import { decidableStatuses } from "./states";

/** Not a contract that may be registered; the reason stays with it. */
export const refuseRegistration = command({
  name: "registration.refused",
  input: remarkInput,
  find: (tx, actor, input) => getContractFor(tx, actor, input.contractId),
  allow: mayJudgeRegistration,
  async run({ tx, actor, subject: contract, input, event }) {
    await moveRegistration(tx, contract, "refused", { remark: input.remark, recordedBy: userIdOf(actor), recordedAt: event.at }, decidableStatuses);
    return { result: { contractId: contract.id }, subjects: registrationSubjects(contract) };
  },
});
