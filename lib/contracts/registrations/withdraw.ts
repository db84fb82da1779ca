import { command } from "@/lib/command";
import { getContractFor } from "../queries";
import { registrationInput } from "./input";
import { moveRegistration, registrationSubjects } from "./move";
import { mayFileRegistration } from "./policy";

/** The seller takes it back before the registrar accepts it; it is then what it was before: a draft, sent back, or refused. */
export const withdrawRegistration = command({
  name: "registration.withdrawn",
  input: registrationInput,
  find: (tx, actor, input) => getContractFor(tx, actor, input.contractId),
  allow: mayFileRegistration,
  async run({ tx, subject: contract }) {
    const before = contract.registration?.submittedFrom ?? "draft";
    await moveRegistration(tx, contract, before, { submittedFrom: null, dueOn: null, ...(before === "draft" ? { submittedAt: null, submittedBy: null } : {}) }, ["submitted"]);
    return { result: { contractId: contract.id }, subjects: registrationSubjects(contract) };
  },
});
