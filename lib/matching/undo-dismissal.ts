import { and, eq, isNull } from "drizzle-orm";
import { matchJudgements } from "@/db/schema";
import { command } from "@/lib/command";
import { Conflict } from "@/lib/core/errors";
import { getPairFor } from "./find-pair";
import { undoDismissalInput } from "./input";
import { canJudgeMatch } from "./policy";

export const undoDismissal = command({
  name: "match.dismissal_undone",
  input: undoDismissalInput,
  find: getPairFor,
  allow: canJudgeMatch,
  async run({ tx, subject: pair, event }) {
    const [judgement] = await tx
      .update(matchJudgements)
      .set({ undoneAt: event.at })
      .where(and(eq(matchJudgements.needId, pair.needId), eq(matchJudgements.achievementId, pair.achievementId), eq(matchJudgements.organisationId, pair.organisationId), isNull(matchJudgements.undoneAt)))
      .returning();
    if (!judgement) throw new Conflict("not_dismissed");
    return {
      result: { needId: pair.needId, achievementId: pair.achievementId },
      subjects: [pair.own],
    };
  },
});
