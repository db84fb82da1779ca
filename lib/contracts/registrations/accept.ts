import { command } from "@/lib/command";
import { dateInHarbin } from "@/lib/core/dates";
import { Invalid } from "@/lib/core/errors";
import { getContractFor } from "../queries";
import { dueOf, limitFrom } from "./due-after";
import { acceptInput } from "./input";
import { moveRegistration, registrationSubjects, setDue } from "./move";
import { mayJudgeRegistration } from "./policy";

/** The registrar has accepted the papers, today or on an earlier day that is typed: the limit counts from it, after a correction from the corrected submission. */
export const acceptRegistration = command({
  name: "registration.accepted",
  input: acceptInput,
  find: (tx, actor, input) => getContractFor(tx, actor, input.contractId),
  allow: mayJudgeRegistration,
  async run({ tx, subject: contract, input, event }) {
    const today = dateInHarbin(event.at), acceptedOn = input.acceptedOn ?? today;
    const submitted = await moveRegistration(tx, contract, "accepted", { acceptedOn }, ["submitted"]);
    const submittedOn = submitted.submittedAt && dateInHarbin(submitted.submittedAt);
    if (acceptedOn > today) throw new Invalid({ acceptedOn: { code: "future_date" } });
    if (submittedOn && acceptedOn < submittedOn) throw new Invalid({ acceptedOn: { code: "before_submission", values: { date: submittedOn } } });
    const dueOn = await dueOf(tx, contract, limitFrom(submitted, acceptedOn));
    await setDue(tx, contract, dueOn);
    return { result: { contractId: contract.id, dueOn }, subjects: registrationSubjects(contract), facts: { acceptedOn, dueOn } };
  },
});
