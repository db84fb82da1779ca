import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { dateInHarbin } from "@/lib/core/dates";
import { getContractFor } from "../queries";
import { dueAfter, limitFrom } from "./due-after";
import { remarkInput } from "./input";
import { moveRegistration, registrationSubjects } from "./move";
import { mayJudgeRegistration } from "./policy";

/** A large or disputed contract goes to the experts: the longer limit holds, counted from where the shorter did (domain B4). */
export const askExperts = command({
  name: "registration.sent_to_experts",
  input: remarkInput,
  find: (tx, actor, input) => getContractFor(tx, actor, input.contractId),
  allow: mayJudgeRegistration,
  async run({ tx, actor, subject: contract, input, event }) {
    const { registration } = contract, acceptedOn = registration?.acceptedOn ?? dateInHarbin(event.at), from = registration ? limitFrom(registration, acceptedOn) : acceptedOn;
    const dueOn = (await dueAfter(tx, "registration.limit_large", from)) ?? contract.registration?.dueOn ?? null;
    await moveRegistration(tx, contract, "expert_review", { remark: input.remark, dueOn, recordedBy: userIdOf(actor), recordedAt: event.at });
    return { result: { contractId: contract.id, dueOn }, subjects: registrationSubjects(contract), facts: { dueOn } };
  },
});
