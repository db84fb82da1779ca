import { command } from "@/lib/command";
import { system, type Actor } from "@/lib/core/actor";
import { isKnownError } from "@/lib/core/errors";
import { interestInput } from "./input";
import { moveInterest, subjectsOf } from "./move";
import { getInterestFor, overdueInterests, type InterestRow } from "./queries";

/** Time answers for those who do not: only the platform's own job may say so. */
export const expireInterest = command({
  name: "interest.expired",
  input: interestInput,
  find: (tx, actor, input) => getInterestFor(tx, actor, input.interestId),
  allow: (actor: Actor, interest: InterestRow) => actor.kind === "system" && interest.status === "sent",
  async run({ tx, actor, subject, event }) {
    const moved = await moveInterest(tx, actor, { id: subject.id, to: "expired", at: event.at });
    return { result: { id: moved.id }, subjects: await subjectsOf(tx, moved) };
  },
});

/** Job: expires everything whose time has passed at `now`. @returns how many */
export async function expireInterests(now: Date): Promise<number> {
  let expired = 0;
  for (const interestId of await overdueInterests(now)) {
    try {
      await expireInterest(system("expire-interests"), { interestId });
      expired += 1;
    } catch (error) {
      // Answered between our reading and our act: nothing is left to do.
      if (!isKnownError(error)) throw error;
    }
  }
  return expired;
}
