import { command } from "@/lib/command";
import { declineInput } from "./input";
import { moveInterest, subjectsOf } from "./move";
import { mayAnswerInterest } from "./policy";
import { getInterestFor } from "./queries";

/** The receiver says no, with a coded reason that the sender reads. */
export const declineInterest = command({
  name: "interest.declined",
  input: declineInput,
  find: (tx, actor, input) => getInterestFor(tx, actor, input.interestId),
  allow: mayAnswerInterest,
  async run({ tx, actor, subject, input, event }) {
    const moved = await moveInterest(tx, actor, { id: subject.id, to: "declined", at: event.at, reason: input.reason, answer: input.answer });
    return { result: { id: moved.id }, subjects: await subjectsOf(tx, moved), facts: { reason: input.reason } };
  },
});
