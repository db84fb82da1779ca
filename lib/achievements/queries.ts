import { db } from "@/db/client";
import type { Actor } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { todayInHarbin } from "@/lib/core/dates";
import { readDesk, readPreview, readPublished, type Desk, type Reading } from "@/lib/listings/read";
import { requiredCount, sectionStates, statementProblems, type Problems, type SectionState } from "@/lib/listings/rules";
import type { Audience } from "@/lib/listings/states";
import { openRemarks } from "@/lib/reviews/queries";
import { achievementProblems, achievementSections, isAchievementFilled } from "./rules";

export type AchievementReading = Reading<"achievement">;
export type AchievementDesk = Desk<"achievement"> & { problems: Problems; sections: SectionState[]; required: { done: number; total: number }; /** The fields in which a reviewer's remark waits for an answer, once for each. */ unanswered: string[] };

/** The public page, or the version under which a contract was signed. @throws NotFound when this reader may not see it */
export function getAchievement(actor: Actor, id: string, signedVersionId?: string): Promise<AchievementReading> {
  return readPublished(actor, "achievement", id, signedVersionId);
}

export function previewAchievement(actor: Actor, id: string, seeing: Audience): Promise<AchievementReading> {
  return readPreview(actor, "achievement", id, seeing);
}

/** The owner's desk and editor. @throws NotFound for strangers */
export async function getAchievementDesk(actor: Actor, id: string): Promise<AchievementDesk> {
  const desk = await readDesk(actor, "achievement", id);
  const today = todayInHarbin(clock.now());
  const problems = { ...achievementProblems(desk.content, today), ...statementProblems(desk.version, today) };
  const filled = (field: string) => isAchievementFilled(desk.content, field) || Boolean((desk.version as Record<string, unknown>)[field]);
  const unanswered = (await openRemarks(db(), "achievement", id)).map(({ field }) => field);
  return { ...desk, problems, sections: sectionStates(achievementSections, problems, filled), required: requiredCount(achievementSections, problems), unanswered };
}
