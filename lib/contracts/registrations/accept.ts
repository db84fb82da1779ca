import { command } from "@/lib/command";
import { ruleAt } from "@/lib/codes/queries";
import { dateInHarbin } from "@/lib/core/dates";
import { getContractFor } from "../queries";
import { dueAfter } from "./due-after";
import { registrationInput } from "./input";
import { moveRegistration, registrationSubjects } from "./move";
import { mayHandleRegistration } from "./policy";

/** The registrar accepts the papers: the limit begins, longer for large contracts (domain B4, rules `registration.limit…`). */
export const acceptRegistration = command({
  name: "registration.accepted",
  input: registrationInput,
  find: (tx, actor, input) => getContractFor(tx, actor, input.contractId),
  allow: mayHandleRegistration,
  async run({ tx, subject: contract, event }) {
    const today = dateInHarbin(event.at);
    const large = await ruleAt(tx, "registration.large_threshold", today);
    const dueOn = await dueAfter(tx, large && contract.technicalFen >= large.value ? "registration.limit_large" : "registration.limit", today);
    await moveRegistration(tx, contract, "accepted", { acceptedOn: today, dueOn }, ["submitted"]);
    return { result: { contractId: contract.id, dueOn }, subjects: registrationSubjects(contract), facts: { dueOn } };
  },
});
