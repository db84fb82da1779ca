import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { getContractFor } from "../queries";
import { remarkInput } from "./input";
import { moveRegistration, registrationSubjects } from "./move";
import { maySendBackRegistration } from "./policy";
import { decidableStatuses } from "./states";

/** The registrar asks for a correction and says what is missing. */
export const sendBackRegistration = command({
  name: "registration.sent_back",
  input: remarkInput,
  find: (tx, actor, input) => getContractFor(tx, actor, input.contractId),
  allow: maySendBackRegistration,
  async run({ tx, actor, subject: contract, input, event }) {
    await moveRegistration(tx, contract, "correction", { remark: input.remark, dueOn: null, recordedBy: userIdOf(actor), recordedAt: event.at }, decidableStatuses);
    return { result: { contractId: contract.id }, subjects: registrationSubjects(contract) };
  },
});
