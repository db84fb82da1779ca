import { command } from "@/lib/command";
import { interestInput } from "./input";
import { moveInterest, subjectsOf } from "./move";
import { mayWithdrawInterest } from "./policy";
import { getInterestFor } from "./queries";

/** The sender takes the interest back before it is answered. */
export const withdrawInterest = command({
  name: "interest.withdrawn",
  input: interestInput,
  find: (tx, actor, input) => getInterestFor(tx, actor, input.interestId),
  allow: mayWithdrawInterest,
  async run({ tx, actor, subject, event }) {
    const moved = await moveInterest(tx, actor, { id: subject.id, to: "withdrawn", at: event.at });
    return { result: { id: moved.id }, subjects: await subjectsOf(tx, moved) };
  },
});
