import { matchJudgements } from "@/db/schema";
import { command } from "@/lib/command";
import { userIdOf } from "@/lib/core/actor";
import { Conflict } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { getPairFor } from "./find-pair";
import { dismissInput } from "./input";
import { canJudgeMatch } from "./policy";

/** "Not relevant, because …": the match goes away for this side, and can be brought back. */
export const dismiss = command({
  name: "match.dismissed",
  input: dismissInput,
  find: getPairFor,
  allow: canJudgeMatch,
  async run({ tx, actor, subject: { own, ...pair }, input, event }) {
    const [judgement] = await tx
      .insert(matchJudgements)
      .values({ id: newId(), ...pair, reason: input.reason, note: input.note ?? null, judgedBy: userIdOf(actor)!, judgedAt: event.at })
      .onConflictDoNothing()
      .returning();
    if (!judgement) throw new Conflict("already_dismissed");
    return {
      result: { needId: pair.needId, achievementId: pair.achievementId },
      // Not the other side's timeline: it hears the reason in general (feedback.ts), never who gave it.
      subjects: [own],
      facts: { reason: input.reason },
    };
  },
});
