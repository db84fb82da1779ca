"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { action, type FormState } from "@/app/_server/action";
import { typedValues } from "@/app/_server/form-data";
import { approve as approveAchievement, refuse as refuseAchievement, sendBack as sendBackAchievement, undoApproval as undoAchievementApproval, undoRefusal as undoAchievementRefusal, undoReturn as undoAchievementReturn } from "@/lib/achievements/acts";
import { approve as approveNeed, refuse as refuseNeed, sendBack as sendBackNeed, undoApproval as undoNeedApproval, undoRefusal as undoNeedRefusal, undoReturn as undoNeedReturn } from "@/lib/needs/acts";
import { claim } from "@/lib/reviews/claim";
import { claimNext } from "@/lib/reviews/claim-next";
import { release } from "@/lib/reviews/release";

const toQueue = () => "/review?tab=claimed";
const toReview = ({ reviewId }: { reviewId: string }) => `/review/${reviewId}`;

/* What was claimed stands on the page that follows, and says so: a toast would lie over its buttons. */
const claiming = action(claim, { then: ({ claimed }, form) => (form.get("_stay") || claimed.length > 1 ? "/review?tab=claimed" : `/review/${claimed[0]}`) });

/** Refused because somebody was faster: the page that says it must not go on saying that nobody has it. */
export async function claimAction(state: FormState, form: FormData): Promise<FormState> {
  const answer = await claiming(state, form);
  if (answer.ok === false) revalidatePath("/", "layout");
  return answer;
}

export const claimNextAction = action(claimNext, { then: ({ reviewId }) => `/review/${reviewId}` });
export const releaseAction = action(release, { flash: "reviewReleased", then: () => "/review" });

const approvals = { achievement: action(approveAchievement, { flash: "reviewApproved", then: toQueue }), need: action(approveNeed, { flash: "reviewApproved", then: toQueue }) };
const returns = { achievement: action(sendBackAchievement, { flash: "reviewSentBack", then: toQueue }), need: action(sendBackNeed, { flash: "reviewSentBack", then: toQueue }) };
const refusals = { achievement: action(refuseAchievement, { flash: "reviewRefused", then: toQueue }), need: action(refuseNeed, { flash: "reviewRefused", then: toQueue }) };

const undoing = { achievement: action(undoAchievementApproval, { flash: "approvalUndone", then: toReview }), need: action(undoNeedApproval, { flash: "approvalUndone", then: toReview }) };

const recalling = { achievement: action(undoAchievementReturn, { flash: "returnUndone", then: toReview }), need: action(undoNeedReturn, { flash: "returnUndone", then: toReview }) };

/** Within ten minutes, by who approved or sent back: back into one's own hands. */
export async function undoDecisionAction(state: FormState, form: FormData): Promise<FormState> {
  const acts = form.get("_status") === "sent_back" ? recalling : undoing;
  return acts[form.get("_kind") === "need" ? "need" : "achievement"](state, form);
}

const reconsidering = { achievement: action(undoAchievementRefusal, { flash: "refusalUndone", then: toReview }), need: action(undoNeedRefusal, { flash: "refusalUndone", then: toReview }) };

/** A refusal taken back: into the hands of whoever presses. */
export async function undoRefusalAction(state: FormState, form: FormData): Promise<FormState> {
  return reconsidering[form.get("_kind") === "need" ? "need" : "achievement"](state, form);
}

/** The one form of the review page: which of its three buttons was pressed, for which kind of record. */
export async function decideAction(state: FormState, form: FormData): Promise<FormState> {
  const kind = form.get("_kind") === "need" ? "need" : "achievement";
  const decision = form.get("_decision");
  if (decision !== "approve" && decision !== "refuse") return returns[kind](state, form);
  const count = remarksIn(form);
  if (count > 0) return { ok: false, values: typedValues(form), message: (await getTranslations("reviews.page"))(`unsent.${decision}`, { count }) };
  return (decision === "approve" ? approvals : refusals)[kind](state, form);
}

/** Only a sending back carries remarks: with another decision they would be gone without a word. */
function remarksIn(form: FormData): number {
  return [...form].filter(([name, value]) => /^remarks\.\d+\.text$/.test(name) && typeof value === "string" && value.trim() !== "").length;
}
