import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { getContractFor } from "../queries";
import { remarkInput } from "./input";
import { moveRegistration, registrationSubjects } from "./move";
import { mayJudgeRegistration } from "./policy";

/** The experts have answered: their opinion is recorded, and the registrar decides. */
export const recordOpinion = command({
  name: "registration.experts_answered",
  input: remarkInput,
  find: (tx, actor, input) => getContractFor(tx, actor, input.contractId),
  allow: mayJudgeRegistration,
  async run({ tx, actor, subject: contract, input, event }) {
    await moveRegistration(tx, contract, "accepted", { remark: input.remark, recordedBy: userIdOf(actor), recordedAt: event.at }, ["expert_review"]);
    return { result: { contractId: contract.id }, subjects: registrationSubjects(contract) };
  },
});
