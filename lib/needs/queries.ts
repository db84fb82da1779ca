import { db } from "@/db/client";
import type { Actor } from "@/lib/core/actor";
import { clock } from "@/lib/core/clock";
import { todayInHarbin } from "@/lib/core/dates";
import { readDesk, readPreview, readPublished, type Desk, type Reading } from "@/lib/listings/read";
import { requiredCount, sectionStates, statementProblems, type Problems, type SectionState } from "@/lib/listings/rules";
import type { Audience } from "@/lib/listings/states";
import { openRemarks } from "@/lib/reviews/queries";
import { needProblems, needSections, isNeedFilled } from "./rules";

export type NeedReading = Reading<"need">;
export type NeedDesk = Desk<"need"> & { problems: Problems; sections: SectionState[]; required: { done: number; total: number }; /** The fields in which a reviewer's remark waits for an answer, once for each. */ unanswered: string[] };

/** The public page, or the version under which a contract was signed. @throws NotFound when this reader may not see it */
export function getNeed(actor: Actor, id: string, signedVersionId?: string): Promise<NeedReading> {
  return readPublished(actor, "need", id, signedVersionId);
}

export function previewNeed(actor: Actor, id: string, seeing: Audience): Promise<NeedReading> {
  return readPreview(actor, "need", id, seeing);
}

/** The owner's desk and editor. @throws NotFound for strangers */
export async function getNeedDesk(actor: Actor, id: string): Promise<NeedDesk> {
  const desk = await readDesk(actor, "need", id);
  const today = todayInHarbin(clock.now());
  const problems = { ...needProblems(desk.content, { today, ownNames: desk.listing.organisation.names }), ...statementProblems(desk.version, today) };
  const filled = (field: string) => isNeedFilled(desk.content, field) || Boolean((desk.version as Record<string, unknown>)[field]);
  const unanswered = (await openRemarks(db(), "need", id)).map(({ field }) => field);
  return { ...desk, problems, sections: sectionStates(needSections, problems, filled), required: requiredCount(needSections, problems), unanswered };
}
